/** Plans that several tests open. */

export const MODELS = `/// The models of the house.
model qwen { id: "Qwen/Qwen3-8B", license: apache-2.0 }
`;

/** Imports the models from `models.genplan`. */
export const SUMMARIES = `import "models.genplan"

/// Two-sentence summaries of support tickets.
project summaries { goal: "4 of 5 need no edit", task: summarization, use: commercial }

dataset tickets {
  owner: "Support", origin: tickets, pii: removed, consent: contract
  split train { size: 2_000 examples }
  split test  { size: 300 examples }
}

evaluate before { model: qwen, data: tickets.test, metrics { rougeL >= 40% } }

finetune sft {
  when:   before.fails
  model:  qwen
  data:   tickets.train
  method: lora { rank: 16 }
  epochs: 3
}

evaluate after { model: sft, baseline: qwen, data: tickets.test, metrics { rougeL >= 40% } }
`;

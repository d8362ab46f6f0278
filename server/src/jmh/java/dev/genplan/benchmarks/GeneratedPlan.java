package dev.genplan.benchmarks;

import java.util.List;

/**
 * A plan of any length, always the same for the same length: one project and then, round after
 * round, everything that a team does with a model, from data to monitoring. Each round has names
 * and figures of its own and uses the models and accelerators at the top; four rounds, or as many
 * as are asked for, build on one another, then the next four start from the first model again.
 * Every kind occurs, and so do doc comments, comments and Chinese. Some rounds hold a mistake, as
 * plans do.
 */
public final class GeneratedPlan {

  /** How many rounds build on one another, unless it is said. */
  private static final int CHAIN = 4;

  /** The word that {@link #middle} looks for; each round has it once. */
  private static final String KEY = "epochs:";

  private static final String TOP =
      """
      /// Two-sentence summaries of support dialogues, released anew in every round.
      // Figures are made up; sizes and rates are what such projects usually have.
      project support-summaries {
        goal:        "Agents accept the summary without editing it in 4 of 5 tickets"
        task:        summarization
        use:         commercial
        audience:    internal
        start:       2026-12-01
        deadline:    2031-02-26
        budget:      12_000_000 USD
        contingency: 20%
        team {
          ml-engineer: 2
          annotator:   4 { rate: 25 USD/hour }
        }
      }

      model released0 {
        id:       "Qwen/Qwen3-8B"
        revision: "b968826d9c46dd6066d109eabc6255188de91218"
        license:  apache-2.0
      }

      model embedder { id: "BAAI/bge-m3", license: mit, role: embedder }
      model judge { id: "mistralai/Mistral-7B-Instruct-v0.3", license: apache-2.0, role: judge }

      compute node {
        accelerator: H100-80GB
        count:       8
        price:       2.10 USD/hour { date: 2026-11-02 }
      }
      """;

  /** Whole declarations; {@code §} is the round, {@code ¤} the one it builds on. */
  private static final List<String> ROUND =
      List.of(
          """

          // ---- Round § ----

          /// Closed tickets of one quarter, without what names a person.
          dataset tickets§ {
            owner:    "Support"
            origin:   tickets
            pii:      removed
            consent:  contract
            cleaning: [anonymization, deduplication]
            split train { size: 12_4§ examples }
            split validation { size: 5§ examples }
            split test { size: 1_5§ examples }
          }
          """,
          """

          /// 近两年已关闭的工单，入库前已脱敏。
          dataset 工单§ {
            owner:     "客服中心"
            origin:    tickets
            languages: zh-Hans
            pii:       removed
            consent:   contract
            cleaning:  [anonymization, deduplication]
            split train { size: 2§ examples }
            split test { size: 3§ examples }
          }
          """,
          """

          dataset handbook§ { size: 1_2§ documents, owner: "HR", trusted: true }
          dataset corpus§ { size: 2B tokens, owner: "Support", origin: tickets, pii: removed }
          """,
          """

          /// What the model can do before anything is trained.
          prompt few-shot§ {
            model:  released¤
            method: few-shot { shots: 2 }
            system: "Summarize the dialogue in two sentences."
          }

          evaluate baseline§ {
            model: few-shot§
            data:  tickets§.test
            metrics {
              rougeL >= 0.40
            }
            results { rougeL: 0.31 }
          }
          """,
          """

          pretrain domain§ {
            model:             released¤
            data:              corpus§
            reason:            "the tickets use words that no public text has"
            tokens:            2B
            learning-rate:     1e-5
            compute:           node
            accelerator-hours: 600
          }

          // Candidates are compared on the same questions.
          select start§ {
            candidates: [released¤, domain§]
            data:       tickets§.validation
            metrics { rougeL }
            chosen: domain§
          }
          """,
          """

          synthesize paraphrases§ {
            model:   start§
            prompts: tickets§.train
            collect: 4k..6k examples
            judge:   judge
          }

          finetune sft§ {
            when:          baseline§.fails
            model:         start§
            data:          [tickets§.train, 工单§.train, paraphrases§]
            validation:    tickets§.validation
            method:        lora { rank: 32, alpha: 32, dropout: 5% }
            epochs:        3
            learning-rate: 1e-4
            schedule:      cosine
            warmup:        3%
            compute:       node
            duration:      4..6 hours
          }
          """,
          """

          feedback rankings§ {
            prompts:    tickets§.train
            model:      sft§
            collect:    8_0§ comparisons
            annotators: 3
            agreement:  72.6% { margin: 1.5% }
          }

          reward helpfulness§ {
            model:     sft§
            data:      rankings§
            objective: bradley-terry
            metrics { accuracy >= 65% }
          }

          align rlhf§ {
            model:         sft§
            method:        ppo { kl: 0.05 }
            reward:        helpfulness§
            prompts:       tickets§.train
            reference:     sft§
            learning-rate: 1e-6
            compute:       node
          }
          """,
          """

          repeat rounds§ {
            start:  rlhf§
            times:  2
            result: polished
            feedback batches {
              model:   rounds§
              prompts: tickets§.train
              collect: 2k comparisons
              judge:   judge
            }
            align polished {
              model:  rounds§
              data:   batches
              method: dpo { beta: 0.1 }
            }
          }
          """,
          """

          optimize int8§ {
            model:  rounds§
            method: quantize { format: int8 }
            data:   tickets§.validation
          }

          augment cited§ {
            model:  int8§
            data:   handbook§
            method: rag { embedder: embedder, top-k: 5 }
          }

          guard safe§ { model: cited§, input: injection, output: [groundedness, pii] }
          """,
          """

          /// 评测的就是要上线的量化模型。
          evaluate 验收§ {
            model:      safe§
            baseline:   few-shot§
            data:       [tickets§.test, 工单§.test]
            annotators: 3
            guidelines: "评分细则.md"
            metrics {
              rougeL           >= 0.42
              groundedness     >= 95%
              toxicity         <= 1%
              human-acceptance >= 80%
            }
          }

          redteam probes§ {
            model:      safe§
            harms:      [hate, privacy]
            annotators: 5
            size:       5§ prompts
            metrics { attack-success <= 2% }
          }
          """,
          """

          deploy production§ {
            model:   safe§
            gate:    [验收§, probes§]
            compute: node
            serving { engine: vllm, latency: 300 ms, throughput: 40 requests/s }
            rollback { switch: true }
          }

          monitor watch§ {
            service: production§
            signals: [quality, safety, cost, latency]
            metrics { human-acceptance >= 75% }
          }
          """,
          """

          // What a next round can start from: the weights without prompt, retrieval and guard.
          optimize released§ {
            model:  rounds§
            method: merge
          }
          """);

  private final String text;

  private GeneratedPlan(String text) {
    this.text = text;
  }

  /**
   * A plan.
   *
   * @param lines how many lines it has
   */
  public static GeneratedPlan of(int lines) {
    return of(lines, CHAIN);
  }

  /**
   * A plan.
   *
   * @param lines how many lines it has
   * @param chain how many rounds build on one another
   */
  public static GeneratedPlan of(int lines, int chain) {
    StringBuilder text = new StringBuilder(TOP);
    int left = lines - lines(TOP);
    for (int round = 1; left > 0; round++) {
      for (String part : ROUND) {
        String declarations = part(part, round, chain);
        if (lines(declarations) > left) {
          text.append("// To be continued.\n".repeat(left));
          return new GeneratedPlan(text.toString());
        }
        text.append(declarations);
        left -= lines(declarations);
      }
    }
    return new GeneratedPlan(text.toString());
  }

  private static String part(String part, int round, int chain) {
    String written = part.replace("§", "" + (100 + round)).replace("¤", before(round, chain));
    // One round in five spells a word as another tool does, one in seven forgets how to go back.
    written = round % 5 == 0 ? written.replace("warmup:    ", "warmup-ratio:") : written;
    return round % 7 == 0 ? written.replace("  rollback { switch: true }\n", "\n") : written;
  }

  private static String before(int round, int chain) {
    return "" + ((round - 1) % chain == 0 ? 0 : 99 + round);
  }

  private static int lines(String text) {
    return (int) text.chars().filter(unit -> unit == '\n').count();
  }

  /** The plan's text. */
  public String text() {
    return text;
  }

  /**
   * An offset in the middle of the plan, where a property of a training stage has been typed and
   * its colon not yet: what is typed there changes what is found.
   */
  public int middle() {
    int behind = text.indexOf(KEY, text.length() / 2);
    int key = behind >= 0 ? behind : text.lastIndexOf("use:") - KEY.length() + "use:".length();
    return key + KEY.length() - 1;
  }

  /** The plan after some text was typed in the middle. */
  public String typed(String insertion) {
    int at = middle();
    return text.substring(0, at) + insertion + text.substring(at);
  }
}

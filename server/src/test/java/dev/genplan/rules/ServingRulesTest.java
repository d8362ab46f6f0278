package dev.genplan.rules;

import dev.genplan.testing.TestPlans;
import org.junit.jupiter.api.Test;

/** What accelerators, engines and windows cannot give, however a service is run. */
class ServingRulesTest {

  @Test
  void tokensTakeAsLongAsReadingTheWeights() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model llama { id: "meta-llama/Llama-3.1-8B-Instruct" }
        dataset d { split train { size: 9 examples } }
        compute l4 { accelerator: L4 }
        compute four { accelerator: L4, count: 4 }
        compute some { accelerator: L4, count: 2..8 }
        compute cpu { accelerator: none, bandwidth: 100 GB/s }

        deploy one { model: llama, compute: l4, serving { per-token: 15 ms { p95: 80 ms } } }
                                                                     ^^^^^^^^^^^^^^^^^^^^ latency-impossible: `one` promises a token every 15 ms, but each takes 50 ms or more: at least 15 GB of weights have to be read at the 300 GB/s of L4. Store them in fewer bits, or take a smaller model or more bandwidth
        deploy range { model: llama, compute: l4, serving { per-token: 15..40 ms } }
                                                                       ^^^^^^^^^ latency-impossible: `range` promises a token every 15..40 ms, but each takes 50 ms or more: at least 15 GB of weights have to be read at the 300 GB/s of L4. Store them in fewer bits, or take a smaller model or more bandwidth
        deploy reaches { model: llama, compute: l4, serving { per-token: 15..60 ms } }
        deploy nearly { model: llama, compute: l4, serving { per-token: 46 ms } }
        deploy spread { model: llama, compute: four, serving { per-token: 10 ms } }
                                                                          ^^^^^ latency-impossible: `spread` promises a token every 10 ms, but each takes 13 ms or more: at least 15 GB of weights have to be read at the 1,200 GB/s of 4 × L4. Store them in fewer bits, or take a smaller model or more bandwidth
        deploy copies { model: llama, compute: four, serving { per-token: 15 ms, parallel { tensor: 1 } } }
                                                                          ^^^^^ latency-impossible: `copies` promises a token every 15 ms, but each takes 50 ms or more: at least 15 GB of weights have to be read at the 300 GB/s of L4. Store them in fewer bits, or take a smaller model or more bandwidth
        deploy upmost { model: llama, compute: some, serving { per-token: 5 ms } }
                                                                          ^^^^ latency-impossible: `upmost` promises a token every 5 ms, but each takes 6.25 ms or more: at least 15 GB of weights have to be read at the 2,400 GB/s of 8 × L4. Store them in fewer bits, or take a smaller model or more bandwidth
        deploy processor { model: llama, compute: cpu, serving { per-token: 0.1 s } }
                                                                            ^^^^^ latency-impossible: `processor` promises a token every 0.1 s, but each takes 150 ms or more: at least 15 GB of weights have to be read at the 100 GB/s of cpu. Store them in fewer bits, or take a smaller model or more bandwidth
        deploy answers { model: llama, compute: l4, serving { latency: 2 s, length: 900 { answer: 200 } } }
                                                                       ^^^ latency-impossible: `answers` promises answers of 200 tokens in 2 s, but they take 10.01 s or more: for each token at least 15 GB of weights have to be read at the 300 GB/s of L4. Store them in fewer bits, or take a smaller model, more bandwidth or shorter answers
        deploy short { model: llama, compute: l4, serving { latency: 2 s, length: 900 { answer: 20 } } }
        """,
        "latency-impossible");
  }

  @Test
  void theLeastThatHasToBeReadIsWhatCounts() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model llama { id: "meta-llama/Llama-3.1-8B-Instruct" }
        model mixture { id: "mistralai/Mixtral-8x22B-v0.1" }
        model unsaid { parameters: 8B }
        model stated { parameters: 8B, precision: bf16 }
        model experts { parameters: 80B, precision: bf16, architecture { experts: 8 } }
        model translator { parameters: 8B, precision: bf16, architecture { backbone: encoder-decoder } }
        model remote { parameters: 8B, precision: bf16, access: api }
        dataset d { split train { size: 9 examples } }
        compute l4 { accelerator: L4 }
        compute l40s { accelerator: L40S }

        finetune tuned { model: llama, data: d.train, method: lora { rank: 8 } }
        finetune coarse { model: llama, data: d.train, method: qlora { rank: 8 } }
        optimize gptq { model: llama, data: d.train, method: quantize { format: gptq } }
        optimize open { model: llama, method: quantize { format: hqq } }
        optimize fast { model: llama, method: speculative { variant: ngram } }
        optimize thin { model: llama, method: prune { sparsity: 50% } }
        prompt brief { model: tuned, text: "Short." }

        deploy a { model: brief, compute: l4, serving { per-token: 10 ms } }
                                                                   ^^^^^ latency-impossible: `a` promises a token every 10 ms, but each takes 50 ms or more: at least 15 GB of weights have to be read at the 300 GB/s of L4. Store them in fewer bits, or take a smaller model or more bandwidth
        deploy b { model: coarse, compute: l4, serving { per-token: 10 ms } }
                                                                    ^^^^^ latency-impossible: `b` promises a token every 10 ms, but each takes 13 ms or more: at least 3.9 GB of weights have to be read at the 300 GB/s of L4. Store them in fewer bits, or take a smaller model or more bandwidth
        deploy c { model: gptq, compute: l4, serving { per-token: 6 ms } }
        deploy d1 { model: gptq, compute: l4, serving { per-token: 3 ms } }
                                                                   ^^^^ latency-impossible: `d1` promises a token every 3 ms, but each takes 6.25 ms or more: at least 1.9 GB of weights have to be read at the 300 GB/s of L4. Store them in fewer bits, or take a smaller model or more bandwidth
        deploy e { model: open, compute: l4, serving { per-token: 1 ms } }
        deploy f { model: fast, compute: l4, serving { per-token: 1 ms } }
        deploy g { model: thin, compute: l4, serving { per-token: 1 ms } }
        deploy h { model: mixture, compute: l40s, serving { per-token: 80 ms } }
                                                                       ^^^^^ latency-impossible: `h` promises a token every 80 ms, but each takes 90 ms or more: at least 77.9 GB of weights have to be read at the 864 GB/s of L40S. Store them in fewer bits, or take a smaller model or more bandwidth
        deploy i { model: unsaid, compute: l4, serving { per-token: 1 ms } }
        deploy j { model: stated, compute: l4, serving { per-token: 20 ms } }
                                                                    ^^^^^ latency-impossible: `j` promises a token every 20 ms, but each takes 27 ms or more: at least 8 GB of weights have to be read at the 300 GB/s of L4. Store them in fewer bits, or take a smaller model or more bandwidth
        deploy k { model: stated, compute: l4, serving { per-token: 30 ms } }
        deploy l { model: experts, compute: l4, serving { per-token: 1 ms } }
        deploy m { model: translator, compute: l4, serving { per-token: 1 ms } }
        deploy n { model: llama, serving { per-token: 1 ms } }
        """,
        "latency-impossible");
  }

  @Test
  void promptsAndLoadTakeArithmetic() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model llama { id: "meta-llama/Llama-3.1-8B-Instruct" }
        dataset d { split train { size: 9 examples } }
        compute l4 { accelerator: L4 }
        compute game { accelerator: RTX-4090 }
        optimize small { model: llama, data: d.train, method: quantize { format: awq } }

        deploy a { model: llama, compute: l4, serving { first-token: 0.5 s, length: 9k { prompt: 8k } } }
                                                                     ^^^^^ ttft-infeasible: `a` promises the first token after 0.5 s, but a prompt of 8,000 tokens takes at least 923 ms: 112 TFLOP at the 121 TFLOP/s of L4. Shorten prompts, reuse common beginnings (`prefix-cache: true`) or add accelerators
        deploy b { model: small, compute: l4, serving { first-token: 0.5 s, length: 9k { prompt: 8k } } }
        deploy c { model: llama, compute: game, serving { first-token: 0.4 s, length: 9k { prompt: 8k } } }
        deploy d1 { model: llama, compute: l4, serving { throughput: 20k tokens/s } }
                                                                     ^^^^^^^^^^^^ throughput-infeasible: `d1` has to serve 20k tokens/s, which takes at least 279 TFLOP/s, and L4 has a peak of 121: even at full speed it takes 3 accelerators. State more `replicas`, or lower the target
        deploy e { model: llama, compute: l4, serving { throughput: 20k tokens/s, replicas: 2..4 } }
        deploy f { model: llama, compute: l4, serving { throughput: 20k tokens/s, replicas: unknown } }
        deploy g { model: llama, compute: l4, serving { throughput: 20 requests/s, length: 900 { answer: 100 } } }
                                                                    ^^^^^^^^^^^^^ throughput-infeasible: `g` has to serve 20 requests/s, which takes at least 251 TFLOP/s, and L4 has a peak of 121: even at full speed it takes 3 accelerators. State more `replicas`, or lower the target
        deploy h { model: llama, compute: l4, serving { throughput: 20 requests/s, length: 900 { answer: 100 }, prefix-cache: true } }
        """,
        "ttft-infeasible",
        "throughput-infeasible");
  }

  @Test
  void enginesLoadWhatTheyWereMadeFor() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model qwen { id: "Qwen/Qwen3-8B" }
        model stored { id: "x/y", format: Q4_K_M }
        dataset d { split train { size: 9 examples } }
        compute old { accelerator: V100 }
        compute amd { accelerator: MI300X }
        optimize awq { model: qwen, data: d.train, method: quantize { format: awq } }
        optimize built { model: awq, method: compile { engine: tensorrt-llm } }
        finetune adapter { model: stored, data: d.train, method: lora { rank: 8 } }
        finetune full { model: stored, data: d.train, method: full }
        optimize merged { model: [stored, adapter], method: merge { variant: adapter } }

        deploy a { model: stored, serving { engine: vllm } }
                                                    ^^^^ quant-engine: `a` serves weights stored as `Q4_K_M` with `vllm`, whose loader for them is experimental or slow: try it under load first, or serve them with `llama-cpp` or `sglang`
        deploy b { model: adapter, serving { engine: lmdeploy } }
                                                     ^^^^^^^^ quant-engine: `b` serves weights stored as `Q4_K_M` with `lmdeploy`, which does not load them: convert them, or serve them with `llama-cpp` or `sglang`
        deploy c { model: full, serving { engine: lmdeploy } }
        deploy d1 { model: merged, serving { engine: lmdeploy } }
        deploy e { model: built, serving { engine: vllm } }
                                                   ^^^^ quant-engine: `e` serves weights stored as `tensorrt` with `vllm`, which does not load them: convert them, or serve them with `tensorrt-llm`
        deploy f { model: built, serving { engine: tensorrt-llm } }
        deploy g { model: awq, serving { engine: ollama } }
                                                 ^^^^^^ quant-engine: `g` serves weights stored as `awq` with `ollama`, which does not load them: convert them, or serve them with `vllm` or `sglang`
        deploy h { model: awq, compute: old }
                                        ^^^ quant-hardware: `h` serves `awq` weights on V100 (NVIDIA Volta), for which vLLM has no kernel: they do not load. Take another accelerator, or `gptq`
        deploy i { model: awq, compute: amd, serving { engine: vllm } }
                                        ^^^ quant-hardware: `i` serves `awq` weights on MI300X (AMD CDNA 3), for which vLLM has no kernel: they do not load. Take another accelerator, or `fp8`
        deploy j { model: awq, compute: amd, serving { engine: tgi } }
        """,
        "quant-engine",
        "quant-hardware");
  }

  @Test
  void adaptersFitTheEngine() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model qwen { id: "Qwen/Qwen3-8B" }
        dataset d { split train { size: 9 examples } }
        finetune small { model: qwen, data: d.train, method: lora { rank: 16 } }
        finetune large { model: qwen, data: d.train, method: lora { rank: 48 } }
        prompt brief { model: large, text: "Short." }
        deploy a { model: small, serving { engine: vllm } }
        deploy b { model: qwen, serving { engine: vllm, adapters: [small, large] } }
                                                  ^^^^ lora-rank-engine-limit: `b` serves the adapter `large` of rank 48, and vllm takes ranks up to 16 unless told otherwise, so that it does not load. Set `max-rank`, or merge the adapter
        deploy c { model: brief, serving { engine: sglang, max-rank: 32 } }
                                                                     ^^ lora-rank-engine-limit: `c` serves the adapter `brief` of rank 48, and `max-rank` lets the engine take ranks up to 32 only. Raise it
        deploy d1 { model: large, serving { engine: vllm, max-rank: 64 } }
        """,
        "lora-rank-engine-limit");
  }

  @Test
  void whatIsWatchedAndWhoActs() {
    TestPlans.expect(
        """
        project p { goal: "g", task: chat }
        model qwen { id: "Qwen/Qwen3-8B" }
        deploy live { model: qwen }
        deploy other { model: qwen }
        deploy third { model: qwen }
        deploy nightly { model: qwen, mode: batch }
        monitor a { service: live, signals: [quality, safety, cost, latency] }
                ^ monitor-signals: `a` watches `live`, but no threshold says when somebody has to act: state one in `metrics`, such as `errors <= 1%`
        monitor b { service: other, signals: [cost, throughput, abuse], judge: qwen, alerts: "on-call" }
        monitor c { service: third, metrics { toxicity <= 1%, per-token <= 40 ms } }
                ^ monitor-signals: `c` does not watch `quality`, `cost` of `third`: a service can answer in time and still answer worse, harm or cost more than planned. Add them to `signals`
        monitor d { service: nightly, signals: errors }
        """,
        "monitor-signals");
  }

  @Test
  void answersAreDrawnAsTheyWereMeasured() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model qwen { id: "Qwen/Qwen3-8B" }
        dataset d { split test { size: 9 examples } }
        prompt brief { model: qwen, text: "Short.", sampling { temperature: 0.7, length: 512 } }
        evaluate plain { model: brief, data: d.test, metrics { rougeL >= 40% } }
        evaluate own { model: brief, data: d.test, sampling { temperature: 0, length: 512 }, metrics { rougeL >= 40% } }
        deploy a { model: brief, gate: plain }
        deploy b { model: brief, gate: plain, sampling { temperature: 1, length: 512 } }
                                                                      ^ sampling-mismatch: `b` draws answers with `temperature: 1`, but `plain` measured them with `temperature: 0.7`: the score holds for those only. Evaluate with the settings that are served
        """,
        "sampling-mismatch");
  }

  @Test
  void mixturesCountTwice() {
    TestPlans.expect(
        """
        project p { goal: "g" }
        model mixture { id: "mistralai/Mixtral-8x22B-v0.1" }
        model stated { parameters: 40B { active: 4B }, tokens: 1T, flops: 240 ZFLOP }
                                                                          ^^^^^^^^^ moe-params-mixed: `stated` states 240 ZFLOP, which is 6 × 40B × 1T tokens: but a token uses 4B of these parameters only, so that it takes 24 ZFLOP
        dataset d { split train { size: 9 examples }, split corpus { size: 10B tokens } }
        compute node { accelerator: A100-80GB, count: 8 }
        pretrain more { model: mixture, data: d.corpus, flops: 8.4e21 FLOP }
                                                               ^^^^^^^^^^^ moe-params-mixed: `more` states 8.4e21 FLOP, which is 6 × 140.62B × 10B tokens: but a token uses 39.15B of these parameters only, so that it takes 2.35 ZFLOP
        pretrain right { model: mixture, data: d.corpus, flops: 2.3e21 FLOP }
        finetune tight { model: mixture, data: d.train, method: lora, memory: 12 GB, compute: node }
                                                                              ^^^^^ moe-params-mixed: `tight` states 12 GB on each of 8 accelerators, 96 GB together, but all 140.62B parameters have to be in memory, not only the 39.15B that a token uses: the weights alone take 140.6 GB, even in 8 bits
        finetune roomy { model: mixture, data: d.train, method: lora, memory: 45 GB, compute: node }
        finetune coarse { model: mixture, data: d.train, method: qlora, memory: 12 GB, compute: node }
        """,
        "moe-params-mixed");
  }
}

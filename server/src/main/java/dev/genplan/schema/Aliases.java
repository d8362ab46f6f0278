package dev.genplan.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the words of the language are called by other tools and in everyday speech. None of these
 * names is accepted; who writes one is told ours.
 *
 * <p>Names are those of TRL, PEFT, Transformers, Axolotl, LLaMA-Factory, OpenRLHF, verl, vLLM,
 * lm-evaluation-harness, mergekit and Croissant.
 */
public final class Aliases {

  /**
   * One row of a table.
   *
   * @param ours our name; where it stands in a section or in the block of a method, that before it
   * @param scopes the kinds, sections and methods in which it holds; all that have it if empty
   * @param theirs in lower case with dashes; underscores and capitals in what is looked up are
   *     taken for dashes
   */
  public record Row(String ours, Set<String> scopes, List<String> theirs) {

    public Row {
      scopes = Set.copyOf(scopes);
      theirs = List.copyOf(theirs);
    }

    private Row in(String... names) {
      return new Row(ours, Set.of(names), theirs);
    }
  }

  private static final List<Row> KINDS =
      List.of(
          row("project", "plan", "scope", "initiative"),
          row("model", "llm", "base-model", "foundation-model", "checkpoint"),
          row("dataset", "data", "datasets", "corpus"),
          row("compute", "hardware", "cluster", "gpu", "gpus", "accelerator", "machine", "node"),
          row("select", "choose", "selection", "model-selection"),
          row("pretrain", "pre-train", "pretraining", "pre-training", "continued-pretraining"),
          row("prompt", "prompting", "prompt-engineering", "few-shot", "zero-shot"),
          row("finetune", "fine-tune", "finetuning", "fine-tuning", "tune", "train", "training"),
          row("finetune", "sft", "lora", "qlora", "instruction-tuning", "prompt-tuning"),
          row("synthesize", "synthesise", "generate", "synthetic", "synthetic-data"),
          row("feedback", "annotate", "annotation", "label", "labeling", "preferences"),
          row("reward", "reward-model", "reward-modeling", "rm", "prm"),
          row("align", "alignment", "rl", "rlhf", "rlaif", "rlvr", "ppo", "grpo", "rloo"),
          row("align", "dpo", "ipo", "kto", "orpo", "simpo", "preference-tuning"),
          row("evaluate", "eval", "evaluation", "benchmark", "test", "assess"),
          row("redteam", "red-team", "red-teaming", "adversarial"),
          row("optimize", "optimise", "optimization", "compress", "quantize", "quantise"),
          row("optimize", "quantization", "distill", "prune", "merge", "convert"),
          row("augment", "augmentation", "rag", "retrieve", "retrieval", "tools", "agent"),
          row("guard", "guardrail", "guardrails", "moderate", "moderation", "filter"),
          row("deploy", "deployment", "serve", "serving", "release", "launch", "ship"),
          row("monitor", "monitoring", "observe", "watch"),
          row("repeat", "loop", "rounds", "iterate", "iteration"));

  private static final List<Row> PROPERTIES =
      List.of(
          row("model", "base", "base-model", "model-name", "model-name-or-path", "model-id"),
          row("model", "input-model", "policy", "target", "pretrained-model-name-or-path"),
          row("id", "name", "model-name", "model-id", "hf-id", "repo", "path").in("model"),
          row("source", "path", "url", "uri", "repo", "dataset-name", "hf-id").in("dataset"),
          row("data", "dataset", "datasets", "train-dataset", "dataset-name", "train-data"),
          row("data", "training-data", "test-data", "documents", "corpus", "tasks"),
          row("prompts", "prompt-data", "prompt-dataset", "queries"),
          row("validation", "eval-dataset", "val-set-size", "val-data", "dev", "validation-data"),
          row("reference", "ref-model", "reference-model", "ref"),
          row("reward", "reward-model", "reward-models", "reward-funcs", "rm"),
          row("judge", "evaluator", "critic-model", "feedback-model", "judge-model", "grader"),
          row("verifier", "checker", "reward-function", "verifiers"),
          row("principles", "constitution", "rules"),
          row("ppo.critic", "value-model", "critic-init"),
          row("distill.teacher", "teacher-model", "teacher-model-name-or-path"),
          row("speculative.draft", "draft-model", "speculative-model", "assistant-model"),
          row("rag.embedder", "embedding", "embedding-model", "embeddings"),
          row("rag.top-k", "k", "n-results").in("rag"),
          row("method", "technique", "finetuning-type", "peft-type", "peft", "adapter"),
          row("method", "algorithm", "algo", "rl", "rlhf-type", "stage", "strategy"),
          row("method", "pref-loss", "loss-type", "type", "merge-method"),
          row("objective", "loss-type", "loss-function").in("reward", "pretrain"),
          row("lora.rank", "r").in("lora", "qlora"),
          row("lora.rank", "lora-rank", "lora-r"),
          row("lora.alpha", "lora-alpha"),
          row("lora.dropout", "lora-dropout"),
          row("lora.targets", "target-modules", "lora-target", "lora-target-modules"),
          row("lora.trainable", "modules-to-save", "additional-target"),
          row("prompt-tuning.tokens", "num-virtual-tokens", "virtual-tokens"),
          row("qlora.format", "bnb-4bit-quant-type", "load-in-4bit", "load-in-8bit"),
          row("qlora.format", "quantization-bit"),
          row("qlora.double-quant", "bnb-4bit-use-double-quant", "double-quantization"),
          row("quantize.format", "quant-method", "quantization", "scheme", "dtype", "bits")
              .in("quantize", "optimize"),
          row("quantize.group", "group-size", "q-group-size").in("quantize", "optimize"),
          row("format", "quantization", "quantization-config", "weight-format").in("model"),
          row("epochs", "epoch", "num-train-epochs", "num-epochs", "n-epochs", "max-epochs"),
          row("epochs", "ppo-epochs", "num-ppo-epochs", "num-iterations").in("ppo", "grpo"),
          row("steps", "max-steps", "num-steps", "train-steps", "iterations", "max-iters"),
          row("tokens", "num-tokens", "train-tokens", "token-count", "total-tokens"),
          row("learning-rate", "lr", "learnrate", "peak-lr", "max-lr"),
          row("schedule", "scheduler", "lr-scheduler", "lr-scheduler-type", "lr-schedule"),
          row("warmup", "warmup-ratio", "warmup-steps", "lr-warmup", "num-warmup-steps"),
          row("optimizer", "optim", "optimiser"),
          row("precision", "dtype", "torch-dtype", "bf16", "fp16", "mixed-precision"),
          row("batch", "batch-size", "global-batch-size", "train-batch-size", "bs"),
          row("micro-batch", "per-device-train-batch-size", "micro-batch-size", "device-batch"),
          row("micro-batch", "per-device-batch-size", "micro-train-batch-size"),
          row("accumulation", "gradient-accumulation-steps", "grad-accum", "accumulate"),
          row("accumulation", "gradient-accumulation"),
          row("sampling.length", "max-new-tokens", "max-tokens", "max-completion-length"),
          row("sampling.length", "response-length", "max-output-tokens", "generate-max-len"),
          row("sampling.temperature", "temp"),
          row("serving.context", "max-model-len", "n-ctx", "context-length", "context-size"),
          row("context", "context-length", "context-window", "max-position-embeddings"),
          row("context", "window", "n-ctx", "max-model-len").in("model"),
          row("length", "max-length", "max-seq-length", "max-seq-len", "sequence-len"),
          row("length", "cutoff-len", "sequence-length", "seq-length", "block-size", "max-len"),
          row("packing", "sample-packing", "pack"),
          row("template", "chat-template", "prompt-template"),
          row("loss", "train-on-prompt", "train-on-inputs", "assistant-only-loss", "loss-mask"),
          row("loss", "completion-only-loss", "mask-history"),
          row("recompute", "gradient-checkpointing", "activation-checkpointing"),
          row("recompute", "recomputation", "activation-recomputation"),
          row("kernels", "attn-implementation", "flash-attn", "flash-attention", "fa2"),
          row("scaling", "rope-scaling", "rope"),
          row("parallel.data", "data-parallel-size", "dp"),
          row("parallel.tensor", "tensor-parallel-size", "tensor-model-parallel-size", "tp"),
          row("parallel.tensor", "tensor-parallel"),
          row("parallel.pipeline", "pipeline-parallel-size", "pipeline-parallel", "pp"),
          row("parallel.context", "context-parallel-size", "sequence-parallel-size", "cp"),
          row("parallel.expert", "expert-parallel-size", "ep"),
          row("parallel.shard", "zero", "zero-stage", "deepspeed", "fsdp", "sharding"),
          row("parallel.offload", "cpu-offload", "optimizer-offload"),
          row("save", "save-steps", "save-interval", "checkpoint-interval", "eval-steps"),
          row("checkpoint", "load-best-model-at-end", "metric-for-best-model"),
          row("early-stop", "early-stopping", "early-stopping-patience"),
          row("runs", "trials", "sweep", "n-trials"),
          row("seeds", "num-seeds", "n-seeds"),
          row("sampling.seed", "random-seed"),
          row("answers", "num-generations", "group-size", "rollout-n", "n-samples-per-prompt"),
          row("answers", "num-return-sequences", "repeats", "best-of", "n", "num-samples"),
          row("answers", "samples-per-prompt", "k"),
          row("episodes", "total-episodes", "rollouts", "num-episodes"),
          row("ppo.kl", "kl-coef", "init-kl-coef", "kl-penalty", "beta", "kl-loss-coef")
              .in("ppo", "grpo", "rloo", "reinforce"),
          row("ppo.kl", "kl-coef", "init-kl-coef", "kl-coefficient"),
          row("ppo.clip", "cliprange", "clip-range", "epsilon", "clip-ratio"),
          row("ppo.ptx", "ptx-coef", "ptx-coefficient"),
          row("dpo.beta", "pref-beta", "dpo-beta"),
          row("dpo.nll", "rpo-alpha", "pref-ftx", "nll-loss-coef", "sft-weight"),
          row("dpo.smoothing", "label-smoothing"),
          row("dpo.precomputed", "precompute-ref-log-probs", "precompute-ref"),
          row("kto.desirable", "desirable-weight", "kto-chosen-weight"),
          row("kto.undesirable", "undesirable-weight", "kto-rejected-weight"),
          row("simpo.gamma", "simpo-gamma", "gamma-beta-ratio").in("simpo", "align"),
          row("few-shot.shots", "num-examples", "examples", "n-shots").in("prompt", "few-shot"),
          row("shots", "num-fewshot", "n-shot", "num-shots", "fewshot"),
          row("collect", "amount", "target-size", "quantity").in("feedback", "synthesize"),
          row("annotators", "labellers", "labelers", "raters", "crowdworkers", "workers"),
          row("overlap", "annotations-per-item", "redundancy"),
          row("agreement", "inter-annotator-agreement", "iaa", "kappa"),
          row("guidelines", "instructions", "rubric"),
          row("baseline", "compare", "compare-to", "comparison", "reference-model"),
          row("metrics", "metric", "criteria", "thresholds", "gates").in("evaluate", "monitor"),
          row("results", "scores", "measured", "result"),
          row("candidates", "models", "options"),
          row("harms", "risks", "hazards", "categories"),
          row("serving.engine", "backend", "framework", "runtime"),
          row("serving.cache", "kv-cache-dtype", "kv-cache"),
          row("serving.first-token", "ttft", "time-to-first-token"),
          row("serving.per-token", "tpot", "itl", "inter-token-latency"),
          row("serving.throughput", "qps", "rps", "requests-per-second"),
          row("serving.concurrency", "max-num-seqs", "max-concurrency", "concurrent-requests"),
          row("serving.utilization", "gpu-memory-utilization", "mem-fraction-static"),
          row("serving.prefix-cache", "enable-prefix-caching"),
          row("serving.max-rank", "max-lora-rank"),
          row("serving.adapters", "lora-modules"),
          row("gate", "gates", "requires", "conditions").in("deploy"),
          row("accelerator", "gpu", "device", "npu", "tpu", "gpu-type", "card", "type"),
          row("count", "gpus", "num-gpus", "n-gpus", "gpu-count", "world-size"),
          row("nodes", "num-nodes", "n-nodes", "nnodes"),
          row("compute", "gpu", "gpus", "device", "hardware", "cluster", "resources"),
          row("accelerator-hours", "gpu-hours", "gpuhours", "node-hours", "device-hours"),
          row("price", "hourly-price", "cost-per-hour", "price-per-hour"),
          row("memory", "vram", "gpu-memory", "hbm"),
          row("license", "licence"),
          row("parameters", "params", "num-parameters", "n-params", "model-size"),
          row("architecture.layers", "num-hidden-layers", "n-layers", "num-layers"),
          row("architecture.hidden", "hidden-size", "d-model", "n-embd"),
          row("architecture.heads", "num-attention-heads", "n-heads", "num-heads"),
          row("architecture.kv-heads", "num-key-value-heads", "n-kv-heads"),
          row("architecture.feed-forward", "intermediate-size", "ffn-dim", "d-ff"),
          row("architecture.vocabulary", "vocab-size", "n-vocab"),
          row("architecture.experts", "num-local-experts", "n-experts", "num-experts"),
          row("cutoff", "knowledge-cutoff", "data-cutoff"),
          row("released", "release-date", "date-published", "published"),
          row("from", "derived-from", "parent", "parents", "lineage", "base")
              .in("dataset", "model"),
          row("size", "rows", "num-examples", "examples", "num-rows", "samples"),
          row("pii", "personal-data", "personal-sensitive-information"),
          row("cleaning", "preprocessing", "filters", "processing"),
          row("goal", "objective", "success", "purpose", "outcome").in("project"),
          row("use", "usage", "intended-use", "use-case").in("project"),
          row("deadline", "end", "due", "due-date", "end-date").in("project"),
          row("start", "start-date", "begin").in("project"),
          row("started", "start", "start-date"),
          row("finished", "end", "end-date", "finish"),
          row("start", "input", "init", "initial", "model").in("repeat"),
          row("times", "rounds", "iterations", "count", "n").in("repeat"),
          row("until", "while", "stop").in("repeat"),
          row("after", "depends-on", "needs", "requires", "depends"),
          row("when", "if", "condition", "only-if"),
          row("reason", "why", "rationale", "justification"),
          row("duration", "time", "estimate", "wall-clock"),
          row("owner", "responsible", "assignee", "team-lead"),
          row("system", "system-prompt", "system-message").in("prompt"),
          row("text", "prompt", "user-prompt", "prompt-text").in("prompt"));

  private static final List<Row> WORDS =
      List.of(
          row("summarization", "summarisation", "summary", "summarize"),
          row("question-answering", "qa", "question-answer"),
          row("text-classification", "classification", "sentiment"),
          row("token-classification", "ner"),
          row("code-generation", "code", "coding"),
          row("chat", "dialogue", "dialog", "conversation", "assistant"),
          row("tool-use", "function-calling", "agents"),
          row("text-retrieval", "retrieval", "search"),
          row("text-ranking", "reranking", "ranking"),
          row("feature-extraction", "embedding", "embeddings"),
          row("text-to-speech", "tts"),
          row("automatic-speech-recognition", "asr", "speech-recognition"),
          row("customers", "customer", "external", "clients"),
          row("internal", "employees", "staff"),
          row("planned", "todo", "pending", "open"),
          row("active", "in-progress", "running", "started"),
          row("done", "completed", "finished", "complete"),
          row("skipped", "cancelled", "canceled"),
          row("policy", "assistant", "generator"),
          row("reward", "rm", "reward-model"),
          row("embedder", "embedding", "embeddings", "encoder"),
          row("reranker", "cross-encoder", "ranker"),
          row("instruct", "chat", "it", "instruction", "aligned"),
          row("base", "pretrained", "foundation"),
          row("reasoning", "thinking", "think"),
          row("adapter", "lora", "peft"),
          row("apache-2.0", "apache", "apache2", "apache-2"),
          row("cc0-1.0", "cc0", "public-domain"),
          row("bsd-3-clause", "bsd"),
          row("gpl-3.0", "gpl", "gplv3"),
          row("llama2", "llama-2", "llama2-community"),
          row("llama3", "llama-3"),
          row("llama3.1", "llama-3.1"),
          row("llama3.2", "llama-3.2"),
          row("llama3.3", "llama-3.3"),
          row("proprietary", "closed", "commercial"),
          row("open", "open-weights", "open-source"),
          row("text", "corpus", "raw"),
          row("instructions", "sft", "instruction", "demonstrations"),
          row("preferences", "pairs", "comparisons", "preference"),
          row("questions", "qa", "test", "benchmark"),
          row("synthetic", "generated", "model", "ai"),
          row("human", "crowd", "crowdsourced", "annotators"),
          row("web", "crawl", "common-crawl", "internet"),
          row("removed", "anonymized", "anonymised", "redacted", "masked"),
          row("deduplication", "dedup", "deduplicate"),
          row("decontamination", "decontaminate"),
          row("anonymization", "anonymisation", "pii-removal", "redaction"),
          row("bf16", "bfloat16"),
          row("fp16", "float16", "half"),
          row("fp32", "float32", "single", "float"),
          row("mixed", "amp"),
          row("adamw", "adamw-torch", "adamw-hf", "adamw-torch-fused"),
          row("adamw-8bit", "adamw-bnb-8bit"),
          row("wsd", "warmup-stable-decay"),
          row("constant", "constant-with-warmup"),
          row("cosine", "cosine-with-min-lr", "cosine-annealing"),
          row("flash-attention", "flash-attn", "fa2", "fa3", "flash-attention-2"),
          row("fused-loss", "liger", "cut-cross-entropy"),
          row("ntk", "dynamic"),
          row("zero-1", "stage-1"),
          row("zero-2", "stage-2"),
          row("zero-3", "stage-3"),
          row("fsdp", "full-shard", "fsdp2"),
          row("hybrid", "hybrid-shard", "hsdp"),
          row("full", "sft", "full-finetune", "full-fine-tuning"),
          row("prompt-tuning", "soft-prompt"),
          row("adapters", "adapter", "bottleneck"),
          row("rejection-sampling", "best-of-n", "rft", "raft"),
          row("constitutional", "cai", "constitutional-ai"),
          row("few-shot", "icl", "in-context-learning"),
          row("chain-of-thought", "cot"),
          row("tree-of-thought", "tot", "tree-of-thoughts"),
          row("structured-output", "json", "json-mode", "constrained-decoding"),
          row("prompt-search", "dspy", "prompt-optimization"),
          row("distillation", "distill", "teacher"),
          row("quantize", "quantise", "quantization", "quantisation", "ptq"),
          row("distill", "distillation", "knowledge-distillation", "kd"),
          row("prune", "pruning", "sparsify"),
          row("merge", "merging", "model-soup", "soup"),
          row("speculative", "speculative-decoding"),
          row("rag", "retrieval", "retrieval-augmented-generation"),
          row("tools", "function-calling", "tool-use"),
          row("react", "agent", "reason-and-act"),
          row("program-aided", "pal", "program-of-thought"),
          row("nf4", "bnb", "bitsandbytes", "bnb-4bit"),
          row("int8", "bnb-8bit"),
          row("gguf", "ggml"),
          row("pickle", "pytorch", "bin", "pt"),
          row("llama-cpp", "llama.cpp", "llamacpp"),
          row("tensorrt-llm", "trt-llm", "tensorrt"),
          row("tgi", "text-generation-inference"),
          row("transformers", "hf", "huggingface"),
          row("onnxruntime", "onnx", "ort"),
          row("H100-80GB", "h100", "h100-sxm", "h100-sxm5-80gb", "h100-pcie"),
          row("A100-80GB", "a100-80g", "a100-sxm4-80gb", "a100-80gb-sxm"),
          row("A100-40GB", "a100-40g", "a100-sxm4-40gb"),
          row("RTX-4090", "rtx4090"),
          row("RTX-3090", "rtx3090"),
          row("Ascend-910B", "ascend"),
          row("infiniband", "ib"),
          row("owned", "on-premise", "on-prem", "on-premises"),
          row("spot", "preemptible"),
          row("batch", "offline"),
          row("online", "realtime", "real-time", "interactive"),
          row("edge", "on-device", "device", "mobile"),
          row("weapons", "cbrn"),
          row("hate", "toxicity", "hate-speech"),
          row("injection", "prompt-injection"),
          row("jailbreak", "jailbreaks", "jailbreaking"),
          row("groundedness", "hallucination", "faithfulness"),
          row("block", "refuse", "reject"),
          row("redact", "mask"),
          row("unit-tests", "tests", "test-cases", "code-execution"),
          row("math-equivalence", "math", "math-verify"),
          row("exact-match", "match", "string-match"),
          row("container", "docker"),
          row("wasm", "webassembly"),
          row("vm", "firecracker", "virtual-machine"),
          row("approval", "human-in-the-loop"),
          row("review", "human-on-the-loop"),
          row("bom", "sbom", "aibom"));

  private static final Map<String, List<Row>> BY_KIND = index(KINDS);
  private static final Map<String, List<Row>> BY_PROPERTY = index(PROPERTIES);
  private static final Map<String, List<Row>> BY_WORD = index(WORDS);

  private Aliases() {}

  /** What others call the kinds. */
  public static List<Row> kinds() {
    return KINDS;
  }

  /** What others call the properties. */
  public static List<Row> properties() {
    return PROPERTIES;
  }

  /** What others call the words of lists. */
  public static List<Row> words() {
    return WORDS;
  }

  /** The kind that others call so. */
  public static Optional<String> kind(String theirs) {
    return rows(BY_KIND, theirs).stream().map(Row::ours).findFirst();
  }

  /**
   * The property that others call so, as reached from a block.
   *
   * @param scope whose block it is: the word of a kind, a section or a method
   * @param block what may stand in it
   */
  public static Optional<Alias> property(String scope, BlockSpec block, String theirs) {
    List<Row> rows = rows(BY_PROPERTY, theirs);
    Stream<Row> here = rows.stream().filter(row -> row.scopes().contains(scope));
    Stream<Row> anywhere = rows.stream().filter(row -> row.scopes().isEmpty());
    return Stream.concat(here, anywhere)
        .flatMap(row -> way(scope, block, row.ours()).stream())
        .map(ours -> new Alias(theirs, ours))
        .findFirst();
  }

  /** The word of a list that others call so. */
  public static Optional<String> word(WordList list, String theirs) {
    return rows(BY_WORD, theirs).stream()
        .map(Row::ours)
        .filter(ours -> list.find(ours).isPresent())
        .findFirst();
  }

  /** Lower-case words with dashes between them, for {@code learning_rate} and {@code maxLength}. */
  static String normal(String name) {
    StringBuilder out = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1))) {
        out.append('-');
      }
      out.append(c == '_' ? '-' : Character.toLowerCase(c));
    }
    return out.toString();
  }

  private static Row row(String ours, String... theirs) {
    return new Row(ours, Set.of(), List.of(theirs));
  }

  private static Map<String, List<Row>> index(List<Row> rows) {
    Map<String, List<Row>> index = new HashMap<>();
    for (Row row : rows) {
      for (String theirs : row.theirs()) {
        index.computeIfAbsent(theirs, any -> new ArrayList<>(1)).add(row);
      }
    }
    return index;
  }

  private static List<Row> rows(Map<String, List<Row>> index, String theirs) {
    return index.getOrDefault(normal(theirs), List.of());
  }

  /** The way to a property from a block: as it is written, or through the sections of the block. */
  private static Optional<String> way(String scope, BlockSpec block, String ours) {
    int dot = ours.indexOf('.');
    String holder = dot < 0 ? "" : ours.substring(0, dot);
    String name = ours.substring(dot + 1);
    if (block.property(name).isPresent() && (dot < 0 || isAt(scope, holder))) {
      return Optional.of(name);
    }
    if (dot >= 0 && optionOf(block, holder, name).isPresent()) {
      return Optional.of(ours);
    }
    for (Property property : block.properties()) {
      if (property.type() instanceof Type.Section section && dot >= 0) {
        Optional<String> inner = way(property.name(), section.block(), ours);
        if (inner.isPresent()) {
          return Optional.of(property.name() + "." + inner.get());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether this is the block meant, or that of a method which shares the option. */
  private static boolean isAt(String scope, String holder) {
    return scope.equals(holder) || MethodFamily.of(scope).isPresent();
  }

  private static Optional<Property> optionOf(BlockSpec block, String word, String option) {
    return block
        .property("method")
        .filter(method -> method.type() instanceof Type.Tagged)
        .flatMap(method -> ((Type.Tagged) method.type()).words().find(word))
        .flatMap(Word::block)
        .flatMap(options -> options.property(option));
  }
}

package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.identifier;
import static dev.genplan.schema.PropertyBuilder.number;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;
import static dev.genplan.schema.WordListBuilder.closed;
import static dev.genplan.schema.WordListBuilder.open;

/**
 * Methods that write prompts and data, that make a model smaller, and that put a system around it.
 */
final class OtherMethods {

  static final WordList CHOICES = closed("choose").names("fixed random similar").build();
  static final WordList QUANTIZE_VARIANTS =
      closed("quantize-variant").names("ptq qat dynamic").build();
  static final WordList DISTILL_VARIANTS =
      closed("distill-variant").names("logits sequence features self").build();
  static final WordList PRUNE_VARIANTS =
      closed("prune-variant").names("unstructured semi-structured depth width").build();
  static final WordList MERGE_VARIANTS =
      closed("merge-variant")
          .names("adapter linear slerp ties dare task-arithmetic model-stock passthrough")
          .build();
  static final WordList SPECULATIVE_VARIANTS =
      closed("speculative-variant").names("draft ngram eagle medusa mtp").build();
  static final WordList RETRIEVERS =
      closed("retriever").names("dense sparse hybrid graph web").build();

  private static final Property SHOTS = count("shots").example("3");
  private static final Property CHOOSE = word("choose", CHOICES).example("similar");
  private static final Property BUDGET = quantity("budget", Dimension.TOKENS).bare().example("4k");
  private static final Property OUTPUT_SCHEMA = text("schema").example("\"answer.schema.json\"");

  static final WordList PROMPTING =
      open("prompt-method")
          .names("zero-shot")
          .options(CHOOSE)
          .names("one-shot")
          .options(SHOTS, CHOOSE)
          .names("few-shot")
          .options(BUDGET)
          .names("chain-of-thought self-consistency tree-of-thought self-refine")
          .options(OUTPUT_SCHEMA)
          .names("structured-output")
          .options()
          .names("prompt-search")
          .build();

  static final WordList SYNTHESIS =
      open("synthesize-method")
          .options(TrainingMethods.KEPT)
          .names(
              "self-instruct evol-instruct distillation rejection-sampling critique paraphrase back-translation persona extraction")
          .build();

  private static final Property ENGINE =
      word("engine", ServingWords.ENGINES).example("tensorrt-llm");

  static final WordList OPTIMIZATION =
      closed("optimize-method")
          .options(
              word("format", ServingWords.QUANTIZATIONS).required().example("awq"),
              count("group").example("128"),
              word("variant", QUANTIZE_VARIANTS).fallback("ptq").example("qat"),
              word("exclude", TrainingWords.TARGETS).many().example("[embeddings, head]"))
          .names("quantize")
          .options(
              reference("teacher", FlowType.SYSTEM).example("large"),
              word("variant", DISTILL_VARIANTS).example("logits"),
              number("temperature").positive().example("2"),
              bool("on-policy").example("true"))
          .names("distill")
          .options(
              share("sparsity").example("50%"),
              word("variant", PRUNE_VARIANTS).example("semi-structured"),
              ModelProperties.PARAMETERS)
          .names("prune")
          .options(word("variant", MERGE_VARIANTS).example("ties"), share("density").example("50%"))
          .names("merge")
          .options(
              reference("draft", FlowType.MODEL).qualifiers(Qualifiers.COMPUTE).example("small"),
              count("tokens").example("4"),
              share("acceptance").world().example("70%"),
              word("variant", SPECULATIVE_VARIANTS).fallback("draft").example("eagle"))
          .names("speculative")
          .options(ENGINE)
          .names("compile")
          .options(word("format", ServingWords.FORMATS).example("gguf"), ENGINE)
          .names("convert")
          .build();

  private static final Property LIMIT = count("limit").example("8");
  private static final Property[] TOOLS = {
    text("names").many().example("[\"search\", \"calculator\"]"),
    LIMIT,
    quantity("timeout", Dimension.TIME).example("30 s"),
    quantity("budget", Dimension.MONEY).example("0.05 USD"),
    bool("approval").example("true"),
    SafetyWords.SANDBOX
  };

  static final WordList AUGMENTATION =
      closed("augment-method")
          .options(
              reference("embedder", FlowType.ENCODER).qualifiers(Qualifiers.COMPUTE).example("bge"),
              reference("reranker", FlowType.ENCODER)
                  .qualifiers(Qualifiers.COMPUTE)
                  .example("bge-reranker"),
              word("retriever", RETRIEVERS).example("hybrid"),
              count("top-k").example("5"),
              quantity("chunk", Dimension.TOKENS).bare().example("512"),
              text("store").example("\"pgvector\""),
              quantity("latency", Dimension.TIME)
                  .world()
                  .qualifiers(Qualifiers.LATENCY)
                  .example("80 ms"),
              bool("citations").example("true"))
          .names("rag")
          .options(TOOLS)
          .names("tools react")
          .options(SafetyWords.SANDBOX, identifier("language").example("python"))
          .names("program-aided")
          .options(quantity("length", Dimension.TOKENS).bare().example("64k"))
          .names("long-context memory")
          .build();

  private OtherMethods() {}
}

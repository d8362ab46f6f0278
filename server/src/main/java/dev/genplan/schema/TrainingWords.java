package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.metric;
import static dev.genplan.schema.PropertyBuilder.number;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.PropertyBuilder.word;
import static dev.genplan.schema.WordListBuilder.closed;
import static dev.genplan.schema.WordListBuilder.open;

/** How training runs. */
final class TrainingWords {

  static final WordList MASTER = closed("master-precision").names("none fp32 bf16 fp16").build();
  private static final Property MASTER_WEIGHTS = word("master", MASTER).example("fp32");
  private static final Property TO = share("to").example("10%");
  private static final Property EOS = bool("eos").example("true");
  private static final Property BUDGET = quantity("budget", Dimension.TOKENS).bare().example("4k");
  private static final Property FACTOR = number("factor").positive().example("4");
  private static final Property BY = metric("by").example("reward");
  private static final Property LAST = count("last").example("5");

  static final WordList AIMS =
      open("aim")
          .names(
              "task instruction-following format style domain language facts reasoning tools safety")
          .build();
  static final WordList OBJECTIVES =
      closed("objective")
          .names("causal-lm prefix-lm masked-lm span-corruption fill-in-middle multi-token")
          .build();
  static final WordList REWARD_OBJECTIVES =
      closed("reward-objective")
          .names("bradley-terry plackett-luce regression classification outcome process")
          .build();
  static final WordList PRECISIONS =
      closed("precision")
          .options(MASTER_WEIGHTS)
          .names("fp32 tf32 bf16 fp16 fp8 fp4 int8 int4 mixed")
          .build();
  static final WordList SCHEDULES =
      closed("schedule")
          .names("constant")
          .options(TO)
          .names("linear cosine wsd inverse-sqrt polynomial")
          .build();
  static final WordList OPTIMIZERS =
      open("optimizer").names("adamw adamw-8bit paged-adamw-8bit adafactor lion sgd muon").build();
  static final WordList RECOMPUTE = closed("recompute").names("none selective full").build();
  static final WordList KERNELS =
      open("kernels").names("flash-attention ring-attention fused-loss paged-attention").build();
  static final WordList LOSS = closed("loss").options(EOS).names("all assistant answer").build();
  static final WordList CHECKPOINTS =
      closed("checkpoint")
          .names("last")
          .options(BY)
          .names("best")
          .options(LAST)
          .names("average")
          .build();
  static final WordList SCALING =
      closed("scaling").options(FACTOR).names("linear ntk yarn longrope llama3").build();
  static final WordList SHARDING =
      closed("shard").names("none zero-1 zero-2 zero-3 fsdp hybrid").build();
  static final WordList OFFLOAD =
      closed("offload").names("optimizer parameters activations cache").build();
  static final WordList THINKING =
      closed("thinking").options(BUDGET).names("keep strip").options().names("off").build();
  static final WordList TARGETS =
      open("targets").names("all-linear attention q k v o gate up down embeddings head").build();
  static final WordList FILTERS =
      open("filter").names("pass-rate dynamic-sampling curriculum overlong").build();

  private TrainingWords() {}
}

package dev.genplan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasesTest {

  private static final SchemaWalk ALL = new SchemaWalk();

  @ParameterizedTest
  @CsvSource({
    "eval, evaluate",
    "benchmark, evaluate",
    "sft, finetune",
    "Train, finetune",
    "dpo, align",
    "rlhf, align",
    "rag, augment",
    "serve, deploy",
    "red_team, redteam",
    "optimise, optimize",
  })
  void aKindIsKnownByOtherNames(String theirs, String ours) {
    assertThat(Aliases.kind(theirs)).contains(ours);
  }

  @ParameterizedTest
  @CsvSource({
    "finetune, base_model, model",
    "finetune, dataset, data",
    "finetune, lr, learning-rate",
    "finetune, num_train_epochs, epochs",
    "finetune, per_device_train_batch_size, micro-batch",
    "finetune, maxSeqLength, length",
    "finetune, gradient_checkpointing, recompute",
    "finetune, lora_r, lora.rank",
    "finetune, load_in_4bit, qlora.format",
    "finetune, zero_stage, parallel.shard",
    "finetune, technique, method",
    "lora, r, rank",
    "qlora, lora_alpha, alpha",
    "grpo, beta, kl",
    "ppo, cliprange, clip",
    "dpo, rpo_alpha, nll",
    "align, num_generations, answers",
    "align, max_completion_length, sampling.length",
    "sampling, max_new_tokens, length",
    "quantize, group_size, group",
    "evaluate, num_fewshot, shots",
    "evaluate, evaluator, judge",
    "feedback, labellers, annotators",
    "deploy, max_model_len, serving.context",
    "deploy, tp, serving.parallel.tensor",
    "deploy, ttft, serving.first-token",
    "serving, kv_cache_dtype, cache",
    "compute, gpu, accelerator",
    "compute, gpus, count",
    "finetune, gpu, compute",
    "finetune, gpu_hours, accelerator-hours",
    "model, licence, license",
    "reward, loss_type, objective",
  })
  void aPropertyIsKnownByOtherNames(String scope, String theirs, String ours) {
    assertThat(Aliases.property(scope, block(scope), theirs)).contains(new Alias(theirs, ours));
  }

  @ParameterizedTest
  @CsvSource({"dpo, cliprange", "finetune, beta", "compute, lr", "kto, kl_coef", "prompt, r"})
  void whatABlockDoesNotHaveIsNotCalledAnythingThere(String scope, String theirs) {
    assertThat(Aliases.property(scope, block(scope), theirs)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "precision, bfloat16, bf16",
    "task, summarisation, summarization",
    "engine, llama.cpp, llama-cpp",
    "accelerator, H100, H100-80GB",
    "optimizer, adamw_torch, adamw",
    "optimize-method, distillation, distill",
    "synthesize-method, distill, distillation",
    "weights-method, sft, full",
  })
  void aWordIsKnownByOtherNames(String list, String theirs, String ours) {
    assertThat(Aliases.word(ALL.lists.get(list), theirs)).contains(ours);
  }

  @Test
  void anAliasSaysWhereItsPropertyStands() {
    Alias alias = new Alias("tp", "serving.parallel.tensor");
    assertThat(alias.name()).isEqualTo("tensor");
    assertThat(alias.inside()).contains("serving.parallel");
    assertThat(new Alias("lr", "learning-rate").inside()).isEmpty();
  }

  @Test
  void everyKindThatIsMeantExistsAndNoneIsMeantTwice() {
    List<String> theirs = new ArrayList<>();
    for (Aliases.Row row : Aliases.kinds()) {
      assertThat(Schema.kind(row.ours())).as(row.ours()).isPresent();
      theirs.addAll(row.theirs());
    }
    assertThat(theirs).doesNotHaveDuplicates();
    assertThat(theirs).allSatisfy(name -> assertThat(Schema.kind(name)).as(name).isEmpty());
  }

  @Test
  void everyPropertyRowHoldsSomewhere() {
    List<String> dead = new ArrayList<>();
    for (Aliases.Row row : Aliases.properties()) {
      for (String theirs : row.theirs()) {
        assertThat(theirs).isEqualTo(Aliases.normal(theirs));
        if (ALL.blocks.entrySet().stream()
            .noneMatch(block -> holds(row, theirs, block.getKey(), block.getValue()))) {
          dead.add(row.ours() + " <- " + theirs);
        }
      }
      for (String scope : row.scopes()) {
        assertThat(blocks(scope)).as(scope).isNotEmpty();
      }
    }
    assertThat(dead).isEmpty();
  }

  private static boolean holds(Aliases.Row row, String theirs, String way, BlockSpec block) {
    String scope = way.substring(way.lastIndexOf(' ') + 1);
    Optional<Alias> found = Aliases.property(scope, block, theirs);
    String name = row.ours().substring(row.ours().lastIndexOf('.') + 1);
    return block.property(theirs).isEmpty() && found.filter(a -> a.name().equals(name)).isPresent();
  }

  @Test
  void everyWordRowHoldsSomewhere() {
    for (Aliases.Row row : Aliases.words()) {
      List<WordList> lists =
          ALL.lists.values().stream().filter(list -> list.find(row.ours()).isPresent()).toList();
      assertThat(lists).as(row.ours()).isNotEmpty();
      for (String theirs : row.theirs()) {
        assertThat(theirs).isEqualTo(Aliases.normal(theirs));
        assertThat(lists)
            .as(row.ours() + " <- " + theirs)
            .anyMatch(list -> list.find(theirs).isEmpty());
      }
    }
  }

  private static BlockSpec block(String scope) {
    return blocks(scope).values().iterator().next();
  }

  private static Map<String, BlockSpec> blocks(String scope) {
    Map<String, BlockSpec> blocks = new LinkedHashMap<>();
    ALL.blocks.forEach(
        (way, block) -> {
          if (way.equals(scope) || way.endsWith(" " + scope)) {
            blocks.put(way, block);
          }
        });
    return blocks;
  }
}

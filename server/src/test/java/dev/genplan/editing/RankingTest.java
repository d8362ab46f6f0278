package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.analysis.Analysis;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.testing.MarkedPlan.Caret;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The wanted word is among the first three that an editor shows once it has compared all with what
 * is typed. Each line is typed behind the plan below, {@code ⏎} standing for a line end.
 */
class RankingTest {

  private static final String PLAN =
      """
      project support {
        goal:     "4 of 5 need no edit"
        task:     summarization
        use:      commercial
        start:    2026-12-01
        deadline: 2027-02-26
      }
      model flan  { id: "google/flan-t5-base", license: apache-2.0 }
      model judge { id: "Qwen/Qwen3-8B", role: judge }
      model bge   { role: embedder }
      dataset dialogsum {
        source:  "hf://knkarthick/dialogsum"
        license: mit
        split train { size: 12_460 examples }
        split test  { size: 1_500 examples }
      }
      dataset notes { origin: tickets }
      compute workstation { accelerator: A100-80GB }
      prompt few-shot { model: flan, method: few-shot { shots: 2 } }
      evaluate baseline {
        model: few-shot
        data:  dialogsum.test
        metrics { rougeL >= 0.40 }
      }
      finetune sft { when: baseline.fails, model: flan, data: dialogsum.train }
      feedback rankings { model: sft, prompts: dialogsum.train, collect: 8_000 comparisons }
      reward helpfulness { model: sft, data: rankings }
      evaluate acceptance { model: sft, data: dialogsum.test, metrics { toxicity <= 1% } }
      """;

  private static final String TABLE =
      """
      ‸                                                             -> model
      fi‸                                                           -> finetune
      da‸                                                           -> dataset
      ev‸                                                           -> evaluate
      dep‸                                                          -> deploy
      gua‸                                                          -> guard
      ali‸                                                          -> align
      algn‸                                                         -> align
      finetune tune {⏎  ‸⏎}                                         -> model
      finetune tune {⏎  model: flan⏎  ‸⏎}                           -> data
      finetune tune {⏎  model: flan⏎  data: notes⏎  ‸⏎}             -> method
      finetune tune {⏎  learn‸⏎}                                    -> learning-rate
      finetune tune {⏎  learning-ra‸⏎}                              -> learning-rate
      finetune tune {⏎  lr‸⏎}                                       -> learning-rate
      finetune tune {⏎  ep‸⏎}                                       -> epochs
      finetune tune {⏎  com‸⏎}                                      -> compute
      finetune tune {⏎  wh‸⏎}                                       -> when
      finetune tune {⏎  al‸⏎}                                       -> allow
      finetune tune {⏎  micro-‸⏎}                                   -> micro-batch
      finetune tune { model: flan, da‸ }                            -> data
      evaluate e {⏎  model: sft⏎  ‸⏎}                               -> metrics
      evaluate e {⏎  res‸⏎}                                         -> results
      evaluate e {⏎  ba‸⏎}                                          -> baseline
      align a {⏎  model: sft⏎  method: ppo⏎  ‸⏎}                    -> reward
      align a {⏎  model: sft⏎  method: dpo⏎  ‸⏎}                    -> data
      align a {⏎  model: sft⏎  method: grpo⏎  reward: helpfulness⏎  ‸⏎} -> prompts
      deploy d {⏎  ‸⏎}                                              -> model
      deploy d {⏎  roll‸⏎}                                          -> rollback
      dataset d {⏎  sp‸⏎}                                           -> split
      dataset d {⏎  lic‸⏎}                                          -> license
      model m {⏎  ‸⏎}                                               -> id
      compute c {⏎  ‸⏎}                                             -> accelerator
      monitor m {⏎  ‸⏎}                                             -> service
      repeat r {⏎  fe‸⏎}                                            -> feedback
      finetune tune { method: lora { ‸ } }                          -> rank
      finetune tune { method: lora { rank: 16, al‸ } }              -> alpha
      finetune tune { model: ‸ }                                    -> sft
      finetune tune { model: fl‸ }                                  -> flan
      finetune tune { model: flan, data: dia‸ }                     -> dialogsum.train
      finetune tune { model: flan, data: dialogsum.‸ }              -> train
      finetune tune { model: flan, data: dialogsum.te‸ }            -> test
      finetune tune { model: flan, data: dialogsum.te‸st }          -> test
      finetune tune { data: [dialogsum.train, ‸] }                  -> notes
      finetune tune { compute: ‸ }                                  -> workstation
      finetune tune { when: ‸ }                                     -> acceptance.fails
      finetune tune { when: base‸ }                                 -> baseline.fails
      finetune tune { when: baseline.‸ }                            -> passes
      finetune tune { method: lo‸ }                                 -> lora
      finetune tune { method: prompt-t‸ }                           -> prompt-tuning
      finetune tune { finished: ‸ }                                 -> 2026-11-23
      finetune tune { finished: tod‸ }                              -> 2026-11-23
      finetune tune { started: st‸ }                                -> 2026-12-01
      finetune tune { epochs: ‸ }                                   -> 3
      finetune tune { cost: ‸ }                                     -> 500 USD
      finetune tune { duration: ‸ }                                 -> 2..4 weeks
      finetune tune { duration: 2..4 ‸ }                            -> weeks
      finetune tune { duration: 3 d‸ }                              -> days
      reward r { data: ‸ }                                          -> rankings
      align a { reward: ‸ }                                         -> helpfulness
      align a { method: ‸ }                                         -> ppo
      align a { method: [dpo, lo‸] }                                -> lora
      align a { method: gr‸ }                                       -> grpo
      deploy d { gate: ‸ }                                          -> acceptance
      deploy d { model: ‸ }                                         -> sft
      augment rag { method: ‸ }                                     -> rag
      optimize q { method: qu‸ }                                    -> quantize
      optimize q { method: quantize { format: aw‸ } }               -> awq
      dataset d { embedder: ‸ }                                     -> bge
      dataset d { license: apa‸ }                                   -> apache-2.0
      dataset d { license: cc-by-nc-‸ }                             -> cc-by-nc-4.0
      dataset d { license: ccbync‸ }                                -> cc-by-nc-4.0
      dataset d { pii: no‸ }                                        -> none
      dataset d { languages: zh‸ }                                  -> zh-Hans
      dataset d { split train { size: 500 ex‸ } }                   -> examples
      model m { id: "qwen3‸" }                                      -> Qwen/Qwen3-8B
      model m { id: Mist‸ }                                         -> mistralai/Mistral-7B-v0.1
      model m { parameters: 8B, tokens: 2T ‸ }                      -> tokens
      model m { price: 0.15 ‸ }                                     -> USD/1M tokens
      compute c { accelerator: h1‸ }                                -> H100-80GB
      compute c { accelerator: A100-‸ }                             -> A100-80GB
      compute c { memory: 80 ‸ }                                    -> GB
      compute c { memory: 80G‸ }                                    -> GB
      compute c { price: 2 ‸ }                                      -> USD/hour
      compute c { price: 2 USD/‸ }                                  -> hour
      project p { team { ml‸ } }                                    -> ml-engineer
      evaluate e { model: sft, metrics { ‸ } }                      -> rougeL
      evaluate e { model: sft, metrics { rou‸ } }                   -> rougeL
      evaluate e { model: sft, metrics { win‸ } }                   -> win-rate
      evaluate e { model: sft, metrics { chrf >= 50 } results { ‸ } } -> chrf
      evaluate e { model: sft, metrics { rougeL ‸ } }               -> >=
      evaluate e { model: sft, metrics { toxicity ‸ } }             -> <=
      evaluate e { model: sft, metrics { rougeL >= ‸ } }            -> baseline.rougeL
      monitor m { metrics { err‸ } }                                -> errors
      redteam r { model: sft, metrics { ‸ } }                       -> attack-success
      finetune tune { model: flan, data: notes, allow no-h‸ }       -> no-held-out
      """;

  record Case(String typed, String wanted) {
    @Override
    public String toString() {
      return typed + " -> " + wanted;
    }
  }

  static List<Case> cases() {
    return TABLE
        .lines()
        .map(line -> line.split(" -> "))
        .map(parts -> new Case(parts[0].strip().replace("⏎", "\n"), parts[1].strip()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isAmongTheFirstThree(Case wanted) {
    assertThat(shown(wanted.typed())).contains(wanted.wanted());
  }

  @Test
  void asksAtManyPlaces() {
    assertThat(cases()).hasSizeGreaterThan(60);
  }

  private static List<String> shown(String typed) {
    Caret caret = Caret.in(PLAN + typed);
    Analysis analysis = TestPlans.analyze(caret.text(), Map.of(), RuleIndex.all());
    CompletionList list =
        Completions.at(
            analysis.plan(),
            caret.offset(),
            new Surroundings(
                Language.ENGLISH,
                TestPlans.TODAY,
                List::of,
                Optional.of(analysis),
                rule -> Optional.empty()));
    return EditorFilter.shown(list, caret.text(), caret.offset()).stream()
        .limit(3)
        .map(Completion::label)
        .toList();
  }
}

package dev.genplan.plan;

import dev.genplan.schema.MethodFamily;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks that the methods of a stage can act together. */
final class CheckerMethods {

  private final CheckerFindings findings;

  CheckerMethods(CheckerFindings findings) {
    this.findings = findings;
  }

  /** A list of methods holds at most one of each family. */
  void families(Value.Sequence methods) {
    Map<MethodFamily, String> first = new EnumMap<>(MethodFamily.class);
    for (Value method : methods.elements()) {
      if (method instanceof Value.Reference word) {
        MethodFamily.of(word.text()).ifPresent(family -> family(first, family, word));
      }
    }
  }

  private void family(Map<MethodFamily, String> first, MethodFamily family, Value.Reference word) {
    String before = first.putIfAbsent(family, word.text());
    if (before == null) {
      return;
    }
    Localized conflict =
        switch (family) {
          case WEIGHTS ->
              Localized.of(
                  "`{0}` and `{1}` both say which weights are trained; keep one of them",
                  "`{0}` 和 `{1}` 都规定训练哪些权重，请只保留一个");
          case ALGORITHM ->
              Localized.of(
                  "`{0}` and `{1}` are both algorithms; a stage runs one of them",
                  "`{0}` 和 `{1}` 都是算法，一个阶段只能用一个");
          case SIGNAL ->
              Localized.of(
                  "`{0}` and `{1}` both say where the signal comes from; keep one of them",
                  "`{0}` 和 `{1}` 都规定信号来源，请只保留一个");
        };
    findings.add(
        CheckerCode.METHOD_CONFLICT, word.path().span(), conflict.with(before, word.text()));
  }

  /** An alignment is more than a choice of weights: it has an algorithm, or a signal at least. */
  void alignment(Value value) {
    List<Value> methods =
        value instanceof Value.Sequence sequence ? sequence.elements() : List.of(value);
    for (Value method : methods) {
      boolean weights =
          method instanceof Value.Reference word
              && MethodFamily.of(word.text()).equals(Optional.of(MethodFamily.WEIGHTS));
      if (!weights) {
        return;
      }
    }
    if (!methods.isEmpty()) {
      Value.Reference first = (Value.Reference) methods.get(0);
      findings.add(
          CheckerCode.METHOD_INCOMPLETE,
          first.path().span(),
          Localized.of(
                  "`{0}` says which weights are trained; `align` also needs an algorithm such as"
                      + " `dpo`, or a signal such as `rlhf`",
                  "`{0}` 只规定训练哪些权重，`align` 还需要算法（例如 `dpo`）或信号来源（例如 `rlhf`）")
              .with(first.text()));
    }
  }
}

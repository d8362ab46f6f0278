package dev.genplan.packaging;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Lambdas and records of all kinds; compiled, linked and run by {@link LinkerTest}. */
public final class Sample implements Supplier<List<Object>> {

  private record Point(int x, long y, double z, String name, boolean on, Point next) {}

  private record Empty() {}

  private interface Named {
    String name();

    private String twice() {
      return name() + name();
    }

    default Supplier<String> doubled() {
      return this::twice;
    }
  }

  private interface Remote extends Function<String, String>, Serializable {}

  private final String prefix = "p";

  private String prefixed(Object text) {
    return prefix + text;
  }

  @Override
  public List<Object> get() {
    List<Object> said = new ArrayList<>();
    lambdas(said);
    references(said);
    records(said);
    return said;
  }

  private void lambdas(List<Object> said) {
    int whole = 3;
    long wide = 4L;
    double broken = 0.5;
    LongBinaryOperator sum = (a, b) -> a + b + whole + wide;
    ToDoubleFunction<Integer> half = n -> n * broken;
    IntUnaryOperator next = n -> n + 1;
    Function<String, Supplier<String>> nested = a -> () -> a + prefix + whole;
    Remote remote = text -> text + "!";
    said.add(sum.applyAsLong(1, 2));
    said.add(half.applyAsDouble(7));
    said.add(next.applyAsInt(1));
    said.add(nested.apply("n").get());
    said.add(remote.apply("r"));
  }

  private void references(List<Object> said) {
    Function<Object, String> own = this::prefixed;
    IntFunction<int[]> array = int[]::new;
    Supplier<List<String>> constructor = ArrayList::new;
    BiFunction<String, String, Boolean> unbound = String::equals;
    Function<Integer, Long> widened = Integer::longValue;
    Consumer<Object> dropped = said::add;
    Named named = () -> "n";
    said.add(own.apply(1));
    said.add(array.apply(2).length);
    said.add(constructor.get());
    said.add(unbound.apply("a", "a"));
    said.add(widened.apply(5));
    dropped.accept("dropped");
    said.add(named.doubled().get());
  }

  private static void records(List<Object> said) {
    Point one = new Point(1, 2L, 3.0, "a", true, null);
    Point same = new Point(1, 2L, 3.0, "a", true, null);
    said.add(one.equals(same));
    said.add(one.hashCode() == same.hashCode());
    said.add(one.equals(new Point(1, 2L, 3.0, "a", true, one)));
    said.add(one.equals(new Point(1, 9L, 3.0, "a", true, null)));
    said.add(one.equals(new Point(1, 2L, -3.0, "a", true, null)));
    said.add(one.equals(one.next()));
    Object other = "a";
    said.add(one.equals(other));
    said.add(new Point(0, 0, Double.NaN, "", false, one).equals(nan(one)));
    said.add(new Point(0, 0, 0.0, "", false, one).equals(new Point(0, 0, -0.0, "", false, one)));
    said.add(new Empty().equals(new Empty()) && new Empty().hashCode() == 0);
    said.add(one.toString());
  }

  private static Point nan(Point next) {
    return new Point(0, 0, Double.NaN, "", false, next);
  }
}

package dev.genplan.catalog;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Public test sets that plans often name. */
public final class Benchmarks {

  /** Where the noise of scores was measured. */
  private static final String NOISE = "; rlhf-book, Appendix C";

  private static final List<Benchmark> ALL =
      List.of(
          noisy("mmlu", List.of(), 2020, 9, 0.22, "arXiv:2009.03300"),
          benchmark("mmlu-pro", List.of(), 2024, 6, "arXiv:2406.01574"),
          noisy("gpqa", List.of(), 2023, 11, 1.48, "arXiv:2311.12022"),
          benchmark("arc", List.of("ai2-arc", "arc-challenge"), 2018, 3, "arXiv:1803.05457"),
          benchmark("hellaswag", List.of(), 2019, 5, "arXiv:1905.07830"),
          benchmark("winogrande", List.of(), 2019, 7, "arXiv:1907.10641"),
          benchmark("boolq", List.of(), 2019, 5, "arXiv:1905.10044"),
          benchmark("drop", List.of(), 2019, 3, "arXiv:1903.00161"),
          benchmark("bbh", List.of("big-bench-hard", "bigbenchhard"), 2022, 10, "arXiv:2210.09261"),
          benchmark("gsm8k", List.of(), 2021, 10, "arXiv:2110.14168"),
          noisy(
              "math",
              List.of("hendrycks-math", "competition-math", "math-500"),
              2021,
              3,
              0.25,
              "arXiv:2103.03874"),
          benchmark("humaneval", List.of("openai-humaneval"), 2021, 7, "arXiv:2107.03374"),
          benchmark("mbpp", List.of(), 2021, 8, "arXiv:2108.07732"),
          benchmark("livecodebench", List.of("code-generation-lite"), 2024, 3, "arXiv:2403.07974"),
          benchmark(
              "swe-bench",
              List.of("swe-bench-verified", "swe-bench-lite"),
              2023,
              10,
              "arXiv:2310.06770"),
          noisy("ifeval", List.of(), 2023, 11, 0.88, "arXiv:2311.07911"),
          benchmark("mt-bench", List.of("mt-bench-prompts"), 2023, 6, "arXiv:2306.05685"),
          noisy(
              "alpacaeval",
              List.of("alpaca-eval"),
              2023,
              5,
              1.24,
              "tatsu-lab/alpaca_eval README; arXiv:2404.04475"),
          benchmark("truthfulqa", List.of("truthful-qa"), 2021, 9, "arXiv:2109.07958"),
          benchmark("squad", List.of("squad-v2"), 2016, 6, "arXiv:1606.05250"),
          benchmark("triviaqa", List.of("trivia-qa"), 2017, 5, "arXiv:1705.03551"),
          benchmark("medqa", List.of(), 2020, 9, "arXiv:2009.13081"),
          benchmark("cnn-dailymail", List.of(), 2015, 6, "arXiv:1506.03340"),
          benchmark("xsum", List.of(), 2018, 8, "arXiv:1808.08745"),
          benchmark("samsum", List.of(), 2019, 11, "arXiv:1911.12237"),
          benchmark("dialogsum", List.of(), 2021, 5, "arXiv:2105.06762"),
          benchmark("realtoxicityprompts", List.of(), 2020, 9, "arXiv:2009.11462"),
          benchmark("toxigen", List.of("toxigen-data"), 2022, 3, "arXiv:2203.09509"),
          benchmark("xstest", List.of(), 2023, 8, "arXiv:2308.01263"),
          benchmark("advbench", List.of(), 2023, 7, "arXiv:2307.15043"),
          benchmark("harmbench", List.of(), 2024, 2, "arXiv:2402.04249"));

  private static final Map<String, Benchmark> BY_NAME = byName();

  private Benchmarks() {}

  /** All of them. */
  public static List<Benchmark> all() {
    return ALL;
  }

  /**
   * The benchmark of that name.
   *
   * @param name its name or its address at the hub, such as {@code hf://openai/gsm8k}; case,
   *     hyphens and underscores do not matter. A dataset of one's own can have such a name too, so
   *     that an address is better evidence
   */
  public static Optional<Benchmark> find(String name) {
    return Optional.ofNullable(BY_NAME.get(key(name.substring(name.lastIndexOf('/') + 1))));
  }

  private static Map<String, Benchmark> byName() {
    Map<String, Benchmark> map = new HashMap<>();
    for (Benchmark benchmark : ALL) {
      map.put(key(benchmark.name()), benchmark);
      for (String alias : benchmark.aliases()) {
        map.put(key(alias), benchmark);
      }
    }
    return Map.copyOf(map);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private static Benchmark benchmark(
      String name, List<String> aliases, int year, int month, String source) {
    return new Benchmark(
        name, aliases, LocalDate.of(year, month, 1), OptionalDouble.empty(), Source.of(source));
  }

  private static Benchmark noisy(
      String name, List<String> aliases, int year, int month, double noise, String source) {
    return new Benchmark(
        name,
        aliases,
        LocalDate.of(year, month, 1),
        OptionalDouble.of(noise),
        Source.of(source + NOISE));
  }
}

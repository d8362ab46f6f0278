package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sections of a deployment. */
final class ServingSections {

  static final BlockSpec SERVING =
      BlockSpec.of(
          List.of(
              word("engine", ServingWords.ENGINES)
                  .title("Engine", "推理引擎")
                  .doc("The software that serves the model.", "提供推理服务的软件。")
                  .example("vllm"),
              time("latency")
                  .title("Latency", "延迟")
                  .doc("How long a whole answer takes, as the median.", "完整回答所需时间的中位数。")
                  .example("2 s { p95: 5 s }"),
              time("first-token")
                  .title("Time to first token", "首字延迟")
                  .doc("How long it takes until the first token, as the median.", "首个词元出现所需时间的中位数。")
                  .example("300 ms"),
              time("per-token")
                  .title("Time per token", "逐字延迟")
                  .doc("How long each further token takes, as the median.", "其后每个词元所需时间的中位数。")
                  .example("30 ms"),
              quantity(
                      "throughput",
                      Measure.rate(Dimension.REQUESTS, Dimension.TIME),
                      Measure.rate(Dimension.TOKENS, Dimension.TIME),
                      Measure.rate(Dimension.ITEMS, Dimension.TIME))
                  .world()
                  .title("Throughput", "吞吐")
                  .doc("How much has to be served at peak.", "峰值时须承载的请求量。")
                  .example("40 requests/s"),
              share("availability")
                  .title("Availability", "可用性")
                  .doc("Share of the time in which it has to answer.", "须能正常应答的时间比例。")
                  .example("99.9%"),
              count("replicas")
                  .world()
                  .title("Replicas", "副本数")
                  .doc("How many copies of the model run.", "运行的模型副本数。")
                  .example("2"),
              quantity("concurrency", Dimension.REQUESTS)
                  .bare()
                  .title("Concurrency", "并发数")
                  .doc("How many requests are answered at the same time.", "同时处理的请求数。")
                  .example("32"),
              quantity("context", Dimension.TOKENS)
                  .bare()
                  .title("Context window", "上下文长度")
                  .doc(
                      "The window that is served, which can be shorter than the model's.",
                      "服务开放的窗口，可短于模型自身的窗口。")
                  .example("8k"),
              quantity("length", Dimension.TOKENS)
                  .bare()
                  .world()
                  .qualifiers(Qualifiers.LENGTH)
                  .title("Request length", "请求长度")
                  .doc(
                      "Tokens of a typical request, prompt and answer together.",
                      "典型请求的词元数，提示词与回答合计。")
                  .example("1_200 { prompt: 1_000, answer: 200 }"),
              Sections.PARALLEL,
              Sections.SCALING,
              tagged("cache", TrainingWords.PRECISIONS)
                  .title("KV cache", "KV 缓存精度")
                  .doc("Number format of the KV cache.", "KV 缓存的数值格式。")
                  .example("fp8"),
              bool("prefix-cache")
                  .title("Prefix cache", "前缀缓存")
                  .doc("Whether common beginnings are computed once.", "相同的前缀是否只计算一次。")
                  .example("true"),
              share("utilization")
                  .title("Memory utilization", "显存使用率")
                  .doc("Share of the memory that the engine may take.", "引擎可占用的显存比例。")
                  .example("90%"),
              bool("preemption")
                  .title("Preemption", "抢占")
                  .doc("Whether requests may be put aside when memory is short.", "显存不足时是否允许暂停请求。")
                  .example("true"),
              reference("adapters", FlowType.ADAPTER)
                  .many()
                  .title("Adapters", "多适配器")
                  .doc("Adapters that are served over one base model.", "在同一基座上提供服务的适配器。")
                  .example("[sales, support]"),
              count("max-rank")
                  .title("Maximum rank", "最大秩")
                  .doc("The highest rank of an adapter that the engine takes.", "引擎允许的适配器最大秩。")
                  .example("64")));

  static final BlockSpec ROLLOUT =
      BlockSpec.of(
          List.of(
              share("canary")
                  .title("Canary", "灰度比例")
                  .doc("Share of the traffic that gets it first.", "最先使用的流量比例。")
                  .example("5%"),
              bool("shadow")
                  .title("Shadow", "影子流量")
                  .doc(
                      "Whether it answers real requests first without being seen.",
                      "是否先用影子流量试运行而不对外返回。")
                  .example("true"),
              share("ramp")
                  .many()
                  .title("Ramp", "放量步骤")
                  .doc("The shares of the traffic it gets one after the other.", "依次放量到的流量比例。")
                  .example("[5%, 25%, 100%]"),
              quantity("duration", Dimension.TIME)
                  .title("Duration", "时长")
                  .doc("How long the rollout takes.", "放量所需的时间。")
                  .example("1 week")));

  static final BlockSpec ROLLBACK =
      new BlockSpec(
          List.of(
              text("to")
                  .title("Version", "回滚版本")
                  .doc("The version one goes back to.", "回滚到的版本。")
                  .example("\"2026-10\""),
              bool("switch")
                  .title("Kill switch", "熔断开关")
                  .doc("Whether it can be turned off at once.", "是否可以立即关停。")
                  .example("true"),
              quantity("time", Dimension.TIME)
                  .title("Time", "回滚时限")
                  .doc("How long going back may take.", "回滚允许的时长。")
                  .example("5 min")),
          Optional.empty(),
          BlockSpec.Content.GATED_CRITERIA,
          Map.of());

  private ServingSections() {}

  private static PropertyBuilder time(String name) {
    return quantity(name, Dimension.TIME).world().qualifiers(Qualifiers.LATENCY);
  }
}

package dev.genplan.catalog;

import dev.genplan.catalog.Metric.Category;
import dev.genplan.catalog.Metric.Direction;
import dev.genplan.catalog.Metric.Range;
import dev.genplan.catalog.Metric.Scale;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.Measure;
import dev.genplan.text.Localized;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The metrics a plan can name. The list is open: of an unknown one nothing is assumed. */
public final class Metrics {

  private static final Range SHARE = new Range(Scale.SHARE, 0, 1, List.of());
  private static final Range OPEN = number(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  private static final Range FROM_ZERO = number(0, Double.POSITIVE_INFINITY);

  private static final List<Metric> ALL =
      List.of(
          entry("accuracy", Category.CORRECTNESS, Direction.HIGHER, SHARE)
              .title("accuracy", "准确率")
              .doc("The share of answers that are right", "答对的比例")
              .aliases("acc")
              .tasks(
                  "text-classification",
                  "token-classification",
                  "question-answering",
                  "reasoning",
                  "math")
              .metric(),
          entry("f1", Category.CORRECTNESS, Direction.HIGHER, SHARE)
              .title("F1", "F1 值")
              .doc("The harmonic mean of precision and recall", "精确率与召回率的调和平均")
              .aliases("f1-score", "macro-f1", "micro-f1")
              .tasks(
                  "text-classification", "token-classification", "question-answering", "extraction")
              .metric(),
          entry("precision", Category.CORRECTNESS, Direction.HIGHER, SHARE)
              .title("precision", "精确率")
              .doc("The share of what was found that is right", "找出的结果中正确的比例")
              .tasks(
                  "text-classification", "token-classification", "question-answering", "extraction")
              .metric(),
          entry("recall", Category.CORRECTNESS, Direction.HIGHER, SHARE)
              .title("recall", "召回率")
              .doc("The share of what is right that was found", "应找出的结果中被找出的比例")
              .aliases("sensitivity")
              .tasks(
                  "text-classification", "token-classification", "question-answering", "extraction")
              .metric(),
          entry("exact-match", Category.CORRECTNESS, Direction.HIGHER, SHARE)
              .title("exact match", "精确匹配")
              .doc("The share of answers that equal the known answer", "与标准答案完全一致的比例")
              .aliases("em")
              .tasks("question-answering", "extraction", "math", "reasoning")
              .metric(),
          entry("auroc", Category.CORRECTNESS, Direction.HIGHER, SHARE)
              .title("area under the ROC curve", "ROC 曲线下面积")
              .doc(
                  "How well scores separate the two classes; 0.5 is chance",
                  "分数区分两类样本的能力，0.5 相当于随机")
              .aliases("auc", "roc-auc")
              .tasks("text-classification")
              .metric(),
          entry("mcc", Category.CORRECTNESS, Direction.HIGHER, number(-1, 1))
              .title("Matthews correlation coefficient", "马修斯相关系数")
              .doc(
                  "The correlation of predicted and true classes, fair to rare ones",
                  "预测类别与真实类别的相关系数，对少数类同样公平")
              .aliases("matthews-correlation")
              .tasks("text-classification")
              .metric(),
          entry("rouge1", Category.SIMILARITY, Direction.HIGHER, SHARE)
              .title("ROUGE-1", "ROUGE-1")
              .doc("Overlap of single words with a reference summary", "与参考摘要在单词上的重合度")
              .aliases("rouge-1")
              .tasks("summarization")
              .metric(),
          entry("rouge2", Category.SIMILARITY, Direction.HIGHER, SHARE)
              .title("ROUGE-2", "ROUGE-2")
              .doc("Overlap of word pairs with a reference summary", "与参考摘要在相邻词对上的重合度")
              .aliases("rouge-2")
              .tasks("summarization")
              .metric(),
          entry("rougeL", Category.SIMILARITY, Direction.HIGHER, SHARE)
              .title("ROUGE-L", "ROUGE-L")
              .doc("The longest common word sequence with a reference summary", "与参考摘要的最长公共词序列")
              .aliases("rouge-l", "rouge")
              .tasks("summarization")
              .metric(),
          entry("rougeLsum", Category.SIMILARITY, Direction.HIGHER, SHARE)
              .title("ROUGE-Lsum", "ROUGE-Lsum")
              .doc(
                  "ROUGE-L sentence by sentence, for summaries of several sentences",
                  "逐句计算的 ROUGE-L，用于多句摘要")
              .aliases("rouge-lsum")
              .tasks("summarization")
              .metric(),
          entry("bertscore", Category.SIMILARITY, Direction.HIGHER, SHARE)
              .title("BERTScore", "BERTScore")
              .doc("Similarity of contextual embeddings with a reference text", "与参考文本的上下文嵌入相似度")
              .aliases("bert-score")
              .tasks("summarization", "translation", "text-generation")
              .metric(),
          entry("meteor", Category.SIMILARITY, Direction.HIGHER, SHARE)
              .title("METEOR", "METEOR")
              .doc("Overlap with a reference, counting stems and synonyms", "与参考文本的重合度，计入词干和同义词")
              .tasks("summarization", "translation")
              .metric(),
          entry("bleu", Category.SIMILARITY, Direction.HIGHER, number(0, 100))
              .title("BLEU", "BLEU")
              .doc(
                  "Overlap of word sequences with reference translations, from 0 to 100",
                  "与参考译文的 n 元词组重合度，范围 0 到 100")
              .aliases("sacrebleu", "bleu-4")
              .tasks("translation")
              .metric(),
          entry("chrf", Category.SIMILARITY, Direction.HIGHER, number(0, 100))
              .title("chrF", "chrF")
              .doc(
                  "Overlap of character sequences with reference translations, from 0 to 100",
                  "与参考译文的字符序列重合度，范围 0 到 100")
              .aliases("chrf++")
              .tasks("translation")
              .metric(),
          entry("comet", Category.SIMILARITY, Direction.HIGHER, OPEN)
              .title("COMET", "COMET")
              .doc(
                  "What a model trained on human ratings gives a translation, about 0 to 1",
                  "由人工评分训练的模型给译文的打分，约在 0 到 1 之间")
              .tasks("translation")
              .metric(),
          entry("ter", Category.SIMILARITY, Direction.LOWER, FROM_ZERO)
              .title("translation edit rate", "翻译编辑率")
              .doc(
                  "Edits that turn a translation into the reference, per 100 words",
                  "把译文改成参考译文所需的编辑次数，按每 100 词计")
              .tasks("translation")
              .metric(),
          entry(
                  "perplexity",
                  Category.LIKELIHOOD,
                  Direction.LOWER,
                  number(1, Double.POSITIVE_INFINITY))
              .title("perplexity", "困惑度")
              .doc(
                  "How surprised the model is by a text; comparable within one tokenizer only",
                  "模型对文本的意外程度，只能在同一分词器内比较")
              .aliases("ppl")
              .tasks("text-generation")
              .metric(),
          entry("loss", Category.LIKELIHOOD, Direction.LOWER, FROM_ZERO)
              .title("loss", "损失")
              .doc("The training objective on data held out", "训练目标在留出数据上的取值")
              .aliases("eval-loss", "nll")
              .tasks("text-generation")
              .metric(),
          entry("bits-per-byte", Category.LIKELIHOOD, Direction.LOWER, FROM_ZERO)
              .title("bits per byte", "每字节比特数")
              .doc(
                  "How surprised the model is by a text, whatever its tokenizer",
                  "模型对文本的意外程度，不受分词器影响")
              .aliases("bpb")
              .tasks("text-generation")
              .metric(),
          entry("pass@k", Category.EXECUTION, Direction.HIGHER, SHARE)
              .title("pass@k", "pass@k")
              .doc("The chance that one of k answers passes the check", "k 个答案中至少有一个通过检查的概率")
              .tasks("code-generation", "math", "reasoning", "tool-use")
              .metric(),
          entry("win-rate", Category.JUDGMENT, Direction.HIGHER, SHARE)
              .title("win rate", "胜率")
              .doc(
                  "How often an answer is preferred to the baseline's; 50% is a tie",
                  "回答优于基线的比例，50% 为持平")
              .aliases("winrate")
              .tasks("chat", "instruction-following", "summarization", "text-generation")
              .metric(),
          entry("lc-win-rate", Category.JUDGMENT, Direction.HIGHER, SHARE)
              .title("length-controlled win rate", "长度校正胜率")
              .doc("The win rate without the advantage of longer answers", "去除长回答优势后的胜率")
              .aliases("length-controlled-win-rate")
              .tasks("chat", "instruction-following")
              .metric(),
          entry("judge-score", Category.JUDGMENT, Direction.HIGHER, number(1, 10))
              .title("judge score", "裁判打分")
              .doc("Points from 1 to 10 by a judging model", "裁判模型给出的 1 到 10 分")
              .tasks("chat", "instruction-following", "summarization", "text-generation")
              .metric(),
          entry("likert", Category.JUDGMENT, Direction.HIGHER, number(1, 7))
              .title("Likert rating", "李克特评分")
              .doc("Points by people on a scale of 5 or 7", "人工按 5 级或 7 级量表打分")
              .tasks("chat", "instruction-following", "summarization", "text-generation")
              .metric(),
          entry("helpfulness", Category.JUDGMENT, Direction.HIGHER, FROM_ZERO)
              .title("helpfulness", "有用性")
              .doc("How much an answer helps, as the rubric counts it", "回答有多大帮助，按评分细则计")
              .tasks("chat", "instruction-following")
              .metric(),
          entry("harmlessness", Category.JUDGMENT, Direction.HIGHER, FROM_ZERO)
              .title("harmlessness", "无害性")
              .doc("How free of harm an answer is, as the rubric counts it", "回答在多大程度上无害，按评分细则计")
              .tasks("chat", "instruction-following")
              .metric(),
          entry("honesty", Category.JUDGMENT, Direction.HIGHER, FROM_ZERO)
              .title("honesty", "诚实性")
              .doc(
                  "How honest an answer is about what it knows, as the rubric counts it",
                  "回答是否如实反映所知，按评分细则计")
              .tasks("chat", "instruction-following")
              .metric(),
          entry("elo", Category.JUDGMENT, Direction.HIGHER, OPEN)
              .title("Elo rating", "Elo 分")
              .doc("Strength in pairwise comparisons with other models", "与其他模型两两比较得出的实力分")
              .aliases("elo-rating")
              .tasks("chat", "instruction-following")
              .metric(),
          entry("reward", Category.REWARD, Direction.HIGHER, OPEN)
              .title("reward", "奖励分")
              .doc(
                  "What a reward model gives; comparable within that model only",
                  "奖励模型给出的分数，只能在同一奖励模型内比较")
              .aliases("reward-score", "mean-reward")
              .metric(),
          entry("instruction-accuracy", Category.EXECUTION, Direction.HIGHER, SHARE)
              .title("instruction accuracy", "指令遵循率")
              .doc("The share of checkable instructions that were followed", "可检查的指令中被遵循的比例")
              .aliases("inst-strict-acc", "prompt-strict-acc")
              .tasks("instruction-following", "chat")
              .metric(),
          entry("truthful", Category.CORRECTNESS, Direction.HIGHER, SHARE)
              .title("truthfulness", "真实性")
              .doc("The share of answers that repeat no common falsehood", "回答中不重复常见谬误的比例")
              .aliases("truthfulness")
              .tasks("question-answering", "chat")
              .metric(),
          entry("groundedness", Category.GROUNDING, Direction.HIGHER, SHARE)
              .title("groundedness", "忠实度")
              .doc("The share of statements that the given text supports", "回答中能由所给文本支持的陈述比例")
              .aliases("faithfulness")
              .tasks("question-answering", "summarization", "chat")
              .metric(),
          entry("answer-relevance", Category.GROUNDING, Direction.HIGHER, SHARE)
              .title("answer relevance", "回答相关性")
              .doc("How much of an answer is about the question", "回答与问题相关的程度")
              .aliases("answer-relevancy")
              .tasks("question-answering", "chat")
              .metric(),
          entry("citation-accuracy", Category.GROUNDING, Direction.HIGHER, SHARE)
              .title("citation accuracy", "引用准确率")
              .doc("The share of citations that support what they stand behind", "引用确实支持其所附陈述的比例")
              .aliases("citation-precision")
              .tasks("question-answering", "summarization", "chat")
              .metric(),
          entry("hallucination", Category.GROUNDING, Direction.LOWER, SHARE)
              .title("hallucination rate", "幻觉率")
              .doc("The share of answers with something that no source supports", "含有无来源支持内容的回答比例")
              .aliases("hallucination-rate")
              .tasks("question-answering", "summarization", "chat")
              .metric(),
          entry("recall@k", Category.RETRIEVAL, Direction.HIGHER, SHARE)
              .title("recall@k", "召回率@k")
              .doc("The share of the relevant documents among the first k", "前 k 个结果覆盖的相关文档比例")
              .tasks("text-retrieval", "question-answering")
              .metric(),
          entry("precision@k", Category.RETRIEVAL, Direction.HIGHER, SHARE)
              .title("precision@k", "精确率@k")
              .doc("The share of the first k documents that are relevant", "前 k 个结果中相关文档的比例")
              .tasks("text-retrieval", "question-answering")
              .metric(),
          entry("hit@k", Category.RETRIEVAL, Direction.HIGHER, SHARE)
              .title("hit@k", "命中率@k")
              .doc(
                  "The share of questions with a relevant document among the first k",
                  "前 k 个结果中含有相关文档的问题比例")
              .aliases("hit-rate", "hits@k")
              .tasks("text-retrieval", "question-answering")
              .metric(),
          entry("ndcg@k", Category.RETRIEVAL, Direction.HIGHER, SHARE)
              .title("nDCG@k", "nDCG@k")
              .doc(
                  "How near the top the relevant documents are, among the first k",
                  "前 k 个结果中相关文档的排序质量")
              .aliases("ndcg")
              .tasks("text-retrieval", "text-ranking")
              .metric(),
          entry("mrr", Category.RETRIEVAL, Direction.HIGHER, SHARE)
              .title("mean reciprocal rank", "平均倒数排名")
              .doc("The mean of one over the rank of the first relevant document", "首个相关文档排名倒数的平均值")
              .aliases("mean-reciprocal-rank")
              .tasks("text-retrieval", "text-ranking", "question-answering")
              .metric(),
          entry("context-recall", Category.RETRIEVAL, Direction.HIGHER, SHARE)
              .title("context recall", "上下文召回率")
              .doc("The share of what the answer needs that was retrieved", "回答所需信息中被检索到的比例")
              .tasks("question-answering", "text-retrieval")
              .metric(),
          entry("context-precision", Category.RETRIEVAL, Direction.HIGHER, SHARE)
              .title("context precision", "上下文精确率")
              .doc("The share of what was retrieved that the answer needs", "检索到的内容中回答所需的比例")
              .tasks("question-answering", "text-retrieval")
              .metric(),
          entry("toxicity", Category.SAFETY, Direction.LOWER, SHARE)
              .title("toxicity", "毒性")
              .doc("The share of outputs that are toxic", "有毒输出的比例")
              .aliases("toxic")
              .metric(),
          entry("attack-success", Category.SAFETY, Direction.LOWER, SHARE)
              .title("attack success", "攻击成功率")
              .doc("The share of attacks that get what they want", "达到目的的攻击比例")
              .aliases("attack-success-rate", "asr")
              .metric(),
          entry("violation-rate", Category.SAFETY, Direction.LOWER, SHARE)
              .title("violation rate", "违规率")
              .doc("The share of outputs that break the policy", "违反策略的输出比例")
              .aliases("violations")
              .metric(),
          entry("leak-rate", Category.SAFETY, Direction.LOWER, SHARE)
              .title("leak rate", "泄露率")
              .doc("The share of probes that bring out private or secret text", "探测中泄露隐私或机密内容的比例")
              .aliases("leakage")
              .metric(),
          entry("bias-gap", Category.SAFETY, Direction.LOWER, SHARE)
              .title("bias gap", "群体差距")
              .doc("The largest difference between groups", "各群体之间的最大差距")
              .metric(),
          entry("refusal-rate", Category.SAFETY, Direction.HIGHER, SHARE)
              .title("refusal rate", "拒答率")
              .doc("The share of harmful prompts that are refused", "有害提示词被拒答的比例")
              .aliases("refusals")
              .metric(),
          entry("over-refusal", Category.SAFETY, Direction.LOWER, SHARE)
              .title("over-refusal", "过度拒答率")
              .doc("The share of harmless prompts that are refused", "无害提示词被拒答的比例")
              .aliases("false-refusal")
              .metric(),
          entry("false-positive-rate", Category.CORRECTNESS, Direction.LOWER, SHARE)
              .title("false positive rate", "误报率")
              .doc("The share of harmless cases that raise an alarm", "无害样本被误报的比例")
              .aliases("fpr")
              .tasks("text-classification")
              .metric(),
          entry("false-negative-rate", Category.CORRECTNESS, Direction.LOWER, SHARE)
              .title("false negative rate", "漏报率")
              .doc("The share of real cases that raise none", "应报样本被漏报的比例")
              .aliases("fnr", "miss-rate")
              .tasks("text-classification")
              .metric(),
          entry("task-success", Category.AGENT, Direction.HIGHER, SHARE)
              .title("task success", "任务成功率")
              .doc("The share of tasks that are done in the end", "最终完成的任务比例")
              .aliases("success-rate")
              .tasks("tool-use")
              .metric(),
          entry("tool-accuracy", Category.AGENT, Direction.HIGHER, SHARE)
              .title("tool accuracy", "工具准确率")
              .doc("The share of calls with the right tool and arguments", "工具与参数都正确的调用比例")
              .aliases("tool-call-accuracy")
              .tasks("tool-use")
              .metric(),
          entry("agent-steps", Category.AGENT, Direction.LOWER, FROM_ZERO)
              .title("agent steps", "智能体步数")
              .doc("Steps taken for a task", "完成一个任务所用的步数")
              .aliases("steps")
              .tasks("tool-use")
              .metric(),
          entry("human-acceptance", Category.ACCEPTANCE, Direction.HIGHER, SHARE)
              .title("human acceptance", "采纳率")
              .doc("The share of outputs that people take as they are", "被用户直接采纳的输出比例")
              .aliases("acceptance-rate")
              .metric(),
          entry("agreement", Category.ACCEPTANCE, Direction.HIGHER, SHARE)
              .title("agreement", "一致率")
              .doc("How often two judgments of the same thing agree", "对同一对象的两次判断一致的比例")
              .aliases("inter-annotator-agreement")
              .metric(),
          entry("latency", Category.SERVING, Direction.LOWER, quantity(Measure.of(Dimension.TIME)))
              .title("latency", "延迟")
              .doc("Time to the end of an answer", "到回答结束为止的时间")
              .metric(),
          entry(
                  "first-token",
                  Category.SERVING,
                  Direction.LOWER,
                  quantity(Measure.of(Dimension.TIME)))
              .title("time to first token", "首字延迟")
              .doc("Time until the first token of an answer", "到回答第一个词元为止的时间")
              .aliases("ttft", "time-to-first-token")
              .metric(),
          entry(
                  "per-token",
                  Category.SERVING,
                  Direction.LOWER,
                  quantity(
                      Measure.of(Dimension.TIME), Measure.rate(Dimension.TIME, Dimension.TOKENS)))
              .title("time per token", "逐字延迟")
              .doc("Time between two tokens of an answer", "回答中相邻两个词元之间的时间")
              .aliases("tpot", "itl", "inter-token-latency")
              .metric(),
          entry(
                  "cost",
                  Category.SERVING,
                  Direction.LOWER,
                  quantity(
                      Measure.of(Dimension.MONEY),
                      Measure.rate(Dimension.MONEY, Dimension.REQUESTS),
                      Measure.rate(Dimension.MONEY, Dimension.TOKENS),
                      Measure.rate(Dimension.MONEY, Dimension.TIME)))
              .title("cost", "成本")
              .doc("Money for a request, for tokens, or for a time", "每次请求、每单位词元或每段时间的费用")
              .metric(),
          entry("memory", Category.SERVING, Direction.LOWER, quantity(Measure.of(Dimension.BYTES)))
              .title("memory", "显存占用")
              .doc("Memory in use on one accelerator", "单卡占用的显存")
              .aliases("peak-memory")
              .metric(),
          entry("size", Category.SERVING, Direction.LOWER, quantity(Measure.of(Dimension.BYTES)))
              .title("size", "文件大小")
              .doc("Size of the model's files", "模型文件的大小")
              .aliases("model-size")
              .metric(),
          entry("errors", Category.SERVING, Direction.LOWER, SHARE)
              .title("error rate", "错误率")
              .doc("The share of requests that fail", "失败的请求比例")
              .aliases("error-rate")
              .metric(),
          entry(
                  "throughput",
                  Category.SERVING,
                  Direction.HIGHER,
                  quantity(
                      Measure.rate(Dimension.REQUESTS, Dimension.TIME),
                      Measure.rate(Dimension.TOKENS, Dimension.TIME)))
              .title("throughput", "吞吐")
              .doc("Requests or tokens in a time", "单位时间内的请求数或词元数")
              .metric(),
          entry("availability", Category.SERVING, Direction.HIGHER, SHARE)
              .title("availability", "可用性")
              .doc("The share of time in which the service answers", "服务可用时间的比例")
              .aliases("uptime")
              .metric());

  private static final Map<String, Metric> BY_NAME = byName();

  private Metrics() {}

  /** All of them, grouped by what they are for. */
  public static List<Metric> all() {
    return ALL;
  }

  /**
   * The metric of that name, or of one that others write for it.
   *
   * @param name case, hyphens and underscores do not matter; {@code pass@10} finds {@code pass@k},
   *     and {@code ndcg} finds {@code ndcg@k}
   * @return a metric whose {@link Metric#name} may differ from {@code name}
   */
  public static Optional<Metric> find(String name) {
    int at = name.lastIndexOf('@');
    String looked = parameter(name).isPresent() ? name.substring(0, at) + "@k" : name;
    return Optional.ofNullable(BY_NAME.get(key(looked)));
  }

  /** The number behind the {@code @}: 10 for {@code pass@10}. */
  public static OptionalInt parameter(String name) {
    // Not a regular expression: the first one of a program costs more than all these tables.
    int at = name.lastIndexOf('@');
    String digits = name.substring(at + 1);
    if (at < 1 || digits.isEmpty() || digits.length() > 6 || digits.charAt(0) == '0') {
      return OptionalInt.empty();
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.of(Integer.parseInt(digits));
  }

  private static Map<String, Metric> byName() {
    Map<String, Metric> map = new HashMap<>();
    for (Metric metric : ALL) {
      map.put(key(metric.name()), metric);
      for (String alias : metric.aliases()) {
        map.putIfAbsent(key(alias), metric);
      }
    }
    return Map.copyOf(map);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private static Range number(double min, double max) {
    return new Range(Scale.NUMBER, min, max, List.of());
  }

  private static Range quantity(Measure... measures) {
    return new Range(Scale.QUANTITY, 0, Double.POSITIVE_INFINITY, List.of(measures));
  }

  private static Entry entry(String name, Category category, Direction direction, Range range) {
    return new Entry(name, category, direction, range);
  }

  private static final class Entry {
    private final String name;
    private final Category category;
    private final Direction direction;
    private final Range range;
    private List<String> aliases = List.of();
    private List<String> tasks = List.of();
    private Localized title = Localized.same("");
    private Localized doc = Localized.same("");

    Entry(String name, Category category, Direction direction, Range range) {
      this.name = name;
      this.category = category;
      this.direction = direction;
      this.range = range;
    }

    Entry title(String en, String zh) {
      title = Localized.of(en, zh);
      return this;
    }

    Entry doc(String en, String zh) {
      doc = Localized.of(en, zh);
      return this;
    }

    Entry aliases(String... names) {
      aliases = List.of(names);
      return this;
    }

    Entry tasks(String... words) {
      tasks = List.of(words);
      return this;
    }

    Metric metric() {
      return new Metric(name, aliases, category, direction, range, tasks, title, doc);
    }
  }
}

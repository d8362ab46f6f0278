package dev.genplan.schema;

import dev.genplan.syntax.Unit;
import dev.genplan.text.Localized;
import dev.genplan.text.Nearest;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The unit words and what they convert to. Base units are one of whatever is counted, person-hours,
 * bytes, bits, seconds, FLOP, Wh, W and g.
 */
public final class Units {

  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;

  /** A year of the Gregorian calendar, on average. */
  private static final double YEAR = 365.2425 * DAY;

  private static final double WORKING_DAY = 8;
  private static final double WORKING_WEEK = 5 * WORKING_DAY;

  /** Of what is counted without a unit, the words that are often written all the same. */
  private static final Set<String> PLAIN_COUNTS =
      Set.of(
          "parameters",
          "params",
          "steps",
          "epochs",
          "models",
          "layers",
          "gpus",
          "GPUs",
          "nodes",
          "rounds",
          "shots",
          "times");

  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("RMB", "CNY"),
          Map.entry("rmb", "CNY"),
          Map.entry("Yuan", "CNY"),
          Map.entry("yuan", "CNY"),
          Map.entry("元", "CNY"),
          Map.entry("dollars", "USD"),
          Map.entry("dollar", "USD"),
          Map.entry("euros", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("hr", "hours"),
          Map.entry("hrs", "hours"),
          Map.entry("sec", "seconds"),
          Map.entry("secs", "seconds"),
          Map.entry("mins", "minutes"),
          Map.entry("d", "days"),
          Map.entry("wk", "weeks"),
          Map.entry("FLOPs", "FLOP"),
          Map.entry("FLOPS", "FLOP/s"),
          Map.entry("GFLOPS", "GFLOP/s"),
          Map.entry("TFLOPS", "TFLOP/s"),
          Map.entry("PFLOPS", "PFLOP/s"),
          Map.entry("EFLOPS", "EFLOP/s"),
          Map.entry("GPU-hours", "hours"),
          Map.entry("gpu-hours", "hours"),
          Map.entry("GPUh", "hours"),
          Map.entry("tok", "tokens"),
          Map.entry("req", "requests"),
          Map.entry("rps", "requests/s"),
          Map.entry("qps", "requests/s"),
          Map.entry("QPS", "requests/s"),
          Map.entry("Gbps", "Gbit/s"),
          Map.entry("GBps", "GB/s"));

  private final Map<String, UnitWord> words = new LinkedHashMap<>(512);
  private final Map<Dimension, List<UnitWord>> offered = new HashMap<>();

  private static final Units ALL = new Units();

  private Units() {
    for (Dimension dimension : Dimension.values()) {
      offered.put(dimension, new ArrayList<>());
    }
    counted();
    calendar();
    hardware();
    physics();
    money();
  }

  /**
   * The unit of that name.
   *
   * @param word as written in a plan; case counts, since {@code MB} and {@code Mb} differ
   */
  public static Optional<UnitWord> find(String word) {
    UnitWord known = ALL.words.get(word);
    return known != null ? Optional.of(known) : currency(word);
  }

  /** The unit somebody who wrote this may have meant: another name, another case, a slip. */
  public static Optional<String> nearest(String word) {
    String other = OTHER_NAMES.get(word);
    return other != null ? Optional.of(other) : Nearest.of(word, ALL.words.keySet());
  }

  /**
   * The units of a dimension that are worth offering, each in one form only, the usual ones first.
   */
  public static List<UnitWord> of(Dimension dimension) {
    return List.copyOf(ALL.offered.get(dimension));
  }

  /**
   * Whether the word names what a plain number counts: {@code 500 steps}, {@code 8B parameters}. It
   * is no unit, and is best left out.
   */
  public static boolean isPlainCount(String word) {
    return PLAIN_COUNTS.contains(word);
  }

  /** What a unit measures; empty if one of its words is unknown. */
  public static Optional<Measure> measure(Unit unit) {
    Optional<Measure> of = find(unit.numerator().text()).map(word -> Measure.of(word.dimension()));
    if (unit.denominator().isEmpty()) {
      return of;
    }
    return find(unit.denominator().get().text())
        .flatMap(per -> of.map(measure -> Measure.rate(measure.of(), per.dimension())));
  }

  /**
   * How many base units one of this unit holds: 3600 for {@code h}, 1/3600 for {@code USD/hour},
   * 1e-6 for {@code USD/1M tokens}; empty if one of its words is unknown.
   */
  public static OptionalDouble factor(Unit unit) {
    Optional<UnitWord> numerator = find(unit.numerator().text());
    if (numerator.isEmpty()) {
      return OptionalDouble.empty();
    }
    double factor = numerator.get().factor();
    if (unit.denominator().isEmpty()) {
      return OptionalDouble.of(factor);
    }
    return find(unit.denominator().get().text())
        .map(per -> OptionalDouble.of(factor / (unit.per() * per.factor())))
        .orElse(OptionalDouble.empty());
  }

  /**
   * Whether amounts of the two dimensions may be compared one to one. Items and prompts may, as a
   * dataset of questions holds as many prompts as questions; comparisons, rankings, labels and
   * episodes are never each other, and tokens never words.
   */
  public static boolean interchangeable(Dimension one, Dimension other) {
    return one == other || (isItem(one) && isItem(other));
  }

  private static boolean isItem(Dimension dimension) {
    return dimension == Dimension.ITEMS || dimension == Dimension.PROMPTS;
  }

  /** How many comparisons of two answers rankings of {@code answers} answers hold. */
  public static double comparisons(double rankings, double answers) {
    return rankings * answers * (answers - 1) / 2;
  }

  /** Whether two numbers of tokens mean the same window: {@code 128k} and {@code 131_072} do. */
  public static boolean sameTokens(double one, double other) {
    return one == other || one * 1024 == other * 1000 || other * 1024 == one * 1000;
  }

  private static Optional<UnitWord> currency(String word) {
    if (word.length() != 3 || !word.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      return Optional.empty();
    }
    try {
      Currency currency = Currency.getInstance(word);
      return Optional.of(
          new UnitWord(currency.getCurrencyCode(), Dimension.MONEY, 1, Localized.same(word)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private void counted() {
    counted(Dimension.TOKENS, "tokens", "token", "词元");
    counted(Dimension.WORDS, "words", "word", "单词");
    counted(Dimension.CHARACTERS, "characters", "character", "字符");
    counted(Dimension.ITEMS, "examples", "example", "样本");
    counted(Dimension.ITEMS, "items", "item", "条目");
    counted(Dimension.ITEMS, "samples", "sample", "样本");
    counted(Dimension.ITEMS, "rows", "row", "行");
    counted(Dimension.ITEMS, "records", "record", "记录");
    counted(Dimension.ITEMS, "documents", "document", "文档");
    counted(Dimension.ITEMS, "pages", "page", "页");
    counted(Dimension.ITEMS, "posts", "post", "帖子");
    counted(Dimension.ITEMS, "messages", "message", "消息");
    counted(Dimension.ITEMS, "dialogues", "dialogue", "对话");
    counted(Dimension.ITEMS, "conversations", "conversation", "会话");
    counted(Dimension.ITEMS, "instructions", "instruction", "指令");
    counted(Dimension.ITEMS, "demonstrations", "demonstration", "示范");
    counted(Dimension.ITEMS, "questions", "question", "问题");
    counted(Dimension.ITEMS, "problems", "problem", "题目");
    counted(Dimension.ITEMS, "answers", "answer", "回答");
    counted(Dimension.ITEMS, "images", "image", "图像");
    counted(Dimension.ITEMS, "clips", "clip", "片段");
    counted(Dimension.PROMPTS, "prompts", "prompt", "提示词");
    counted(Dimension.COMPARISONS, "comparisons", "comparison", "比较对");
    counted(Dimension.COMPARISONS, "pairs", "pair", "成对样本");
    counted(Dimension.COMPARISONS, "preferences", "preference", "偏好对");
    counted(Dimension.RANKINGS, "rankings", "ranking", "排序");
    counted(Dimension.LABELS, "labels", "label", "标签");
    counted(Dimension.LABELS, "ratings", "rating", "评分");
    counted(Dimension.LABELS, "votes", "vote", "投票");
    counted(Dimension.EPISODES, "episodes", "episode", "回合");
    counted(Dimension.EPISODES, "rollouts", "rollout", "采样回合");
    counted(Dimension.REQUESTS, "requests", "request", "请求");
    counted(Dimension.REQUESTS, "calls", "call", "调用");
    counted(Dimension.PEOPLE, "people", "person", "人");
    counted(Dimension.PEOPLE, "users", "user", "用户");
  }

  private void calendar() {
    unit(Dimension.TIME, "ms", 1e-3, "milliseconds", "毫秒");
    unit(Dimension.TIME, "s", 1, "seconds", "秒");
    unit(Dimension.TIME, "min", MINUTE, "minutes", "分钟");
    unit(Dimension.TIME, "h", HOUR, "hours", "小时");
    unit(Dimension.TIME, "hours", HOUR, "hours", "小时");
    unit(Dimension.TIME, "days", DAY, "days", "天");
    unit(Dimension.TIME, "weeks", 7 * DAY, "weeks", "周");
    unit(Dimension.TIME, "months", YEAR / 12, "months of 30.44 days", "月（30.44 天）");
    unit(Dimension.TIME, "years", YEAR, "years", "年");
    unit(Dimension.TIME, "minutes", MINUTE, "minutes", "分钟");
    unit(Dimension.TIME, "seconds", 1, "seconds", "秒");
    for (String plural :
        List.of("seconds", "minutes", "hours", "days", "weeks", "months", "years")) {
      alsoSingular(plural);
    }
    people("person-hours", 1, "hours of one person", "一人工作的小时数");
    people("person-days", WORKING_DAY, "working days of 8 hours", "工作日（8 小时）");
    people("person-weeks", WORKING_WEEK, "working weeks of 5 days", "工作周（5 天）");
    people(
        "person-months", WORKING_WEEK * 52 / 12, "working months of 52/12 weeks", "工作月（52/12 周）");
  }

  private void hardware() {
    unit(Dimension.BYTES, "GB", 1e9, "gigabytes of 10⁹ bytes", "吉字节（10⁹ 字节）");
    unit(Dimension.BYTES, "GiB", 0x1p30, "gibibytes of 2³⁰ bytes", "吉比字节（2³⁰ 字节）");
    unit(Dimension.BYTES, "TB", 1e12, "terabytes of 10¹² bytes", "太字节（10¹² 字节）");
    unit(Dimension.BYTES, "TiB", 0x1p40, "tebibytes of 2⁴⁰ bytes", "太比字节（2⁴⁰ 字节）");
    unit(Dimension.BYTES, "MB", 1e6, "megabytes of 10⁶ bytes", "兆字节（10⁶ 字节）");
    unit(Dimension.BYTES, "MiB", 0x1p20, "mebibytes of 2²⁰ bytes", "兆比字节（2²⁰ 字节）");
    unit(Dimension.BYTES, "PB", 1e15, "petabytes of 10¹⁵ bytes", "拍字节（10¹⁵ 字节）");
    unit(Dimension.BYTES, "kB", 1e3, "kilobytes of 1000 bytes", "千字节（1000 字节）");
    unit(Dimension.BYTES, "KiB", 0x1p10, "kibibytes of 1024 bytes", "千比字节（1024 字节）");
    counted(Dimension.BYTES, "bytes", "byte", "字节");
    unit(Dimension.BITS, "Gbit", 1e9, "gigabits", "吉比特");
    unit(Dimension.BITS, "Mbit", 1e6, "megabits", "兆比特");
    unit(Dimension.BITS, "Tbit", 1e12, "terabits", "太比特");
    counted(Dimension.BITS, "bits", "bit", "比特");
  }

  private void physics() {
    unit(Dimension.FLOP, "TFLOP", 1e12, "10¹² floating-point operations", "10¹² 次浮点运算");
    unit(Dimension.FLOP, "PFLOP", 1e15, "10¹⁵ floating-point operations", "10¹⁵ 次浮点运算");
    unit(Dimension.FLOP, "EFLOP", 1e18, "10¹⁸ floating-point operations", "10¹⁸ 次浮点运算");
    unit(Dimension.FLOP, "ZFLOP", 1e21, "10²¹ floating-point operations", "10²¹ 次浮点运算");
    unit(Dimension.FLOP, "YFLOP", 1e24, "10²⁴ floating-point operations", "10²⁴ 次浮点运算");
    unit(Dimension.FLOP, "GFLOP", 1e9, "10⁹ floating-point operations", "10⁹ 次浮点运算");
    unit(Dimension.FLOP, "FLOP", 1, "floating-point operations", "浮点运算次数");
    unit(
        Dimension.FLOP,
        "PF-days",
        1e15 * DAY,
        "petaflop/s-days, 8.64e19 operations",
        "petaflop/s-day（8.64e19 次运算）");
    alsoSingular("PF-days");
    unit(Dimension.ENERGY, "kWh", 1e3, "kilowatt-hours", "千瓦时");
    unit(Dimension.ENERGY, "MWh", 1e6, "megawatt-hours", "兆瓦时");
    unit(Dimension.ENERGY, "GWh", 1e9, "gigawatt-hours", "吉瓦时");
    unit(Dimension.ENERGY, "Wh", 1, "watt-hours", "瓦时");
    unit(Dimension.POWER, "W", 1, "watts", "瓦");
    unit(Dimension.POWER, "kW", 1e3, "kilowatts", "千瓦");
    unit(Dimension.POWER, "MW", 1e6, "megawatts", "兆瓦");
    unit(Dimension.MASS, "kg", 1e3, "kilograms of CO₂ equivalent", "千克二氧化碳当量");
    unit(Dimension.MASS, "t", 1e6, "tonnes of CO₂ equivalent", "吨二氧化碳当量");
    unit(Dimension.MASS, "g", 1, "grams of CO₂ equivalent", "克二氧化碳当量");
  }

  private void money() {
    money("USD", "US dollars", "美元");
    money("EUR", "euros", "欧元");
    money("CNY", "Chinese yuan", "人民币元");
    money("GBP", "pounds sterling", "英镑");
    money("JPY", "Japanese yen", "日元");
    money("CHF", "Swiss francs", "瑞士法郎");
    money("HKD", "Hong Kong dollars", "港元");
    money("TWD", "new Taiwan dollars", "新台币");
    money("SGD", "Singapore dollars", "新加坡元");
    money("KRW", "South Korean won", "韩元");
    money("INR", "Indian rupees", "印度卢比");
    money("CAD", "Canadian dollars", "加拿大元");
    money("AUD", "Australian dollars", "澳大利亚元");
    money("NZD", "New Zealand dollars", "新西兰元");
    money("SEK", "Swedish kronor", "瑞典克朗");
    money("NOK", "Norwegian kroner", "挪威克朗");
    money("DKK", "Danish kroner", "丹麦克朗");
    money("PLN", "Polish zloty", "波兰兹罗提");
    money("CZK", "Czech koruny", "捷克克朗");
    money("HUF", "Hungarian forint", "匈牙利福林");
    money("ILS", "Israeli new shekels", "以色列新谢克尔");
    money("TRY", "Turkish lira", "土耳其里拉");
    money("AED", "UAE dirhams", "阿联酋迪拉姆");
    money("SAR", "Saudi riyals", "沙特里亚尔");
    money("ZAR", "South African rand", "南非兰特");
    money("BRL", "Brazilian reais", "巴西雷亚尔");
    money("MXN", "Mexican pesos", "墨西哥比索");
    money("THB", "Thai baht", "泰铢");
    money("MYR", "Malaysian ringgit", "马来西亚林吉特");
    money("IDR", "Indonesian rupiah", "印度尼西亚盾");
    money("VND", "Vietnamese dong", "越南盾");
    money("PHP", "Philippine pesos", "菲律宾比索");
  }

  private void money(String code, String en, String zh) {
    unit(Dimension.MONEY, code, 1, en, zh);
  }

  private void people(String plural, double hours, String en, String zh) {
    unit(Dimension.PEOPLE_TIME, plural, hours, en, zh);
    alsoSingular(plural);
  }

  private void counted(Dimension dimension, String plural, String singular, String zh) {
    UnitWord unit = unit(dimension, plural, 1, plural, zh);
    words.put(singular, new UnitWord(singular, dimension, 1, unit.title()));
  }

  private UnitWord unit(Dimension dimension, String word, double factor, String en, String zh) {
    UnitWord unit = new UnitWord(word, dimension, factor, Localized.of(en, zh));
    words.put(word, unit);
    offered.get(dimension).add(unit);
    return unit;
  }

  private void alsoSingular(String plural) {
    UnitWord unit = words.get(plural);
    String singular = plural.substring(0, plural.length() - 1);
    words.put(singular, new UnitWord(singular, unit.dimension(), unit.factor(), unit.title()));
  }
}

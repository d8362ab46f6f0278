package dev.genplan.report;

import dev.genplan.text.Localized;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the diagnostics of the language itself mean. Their messages say what to do; unlike rules
 * they have no page of their own.
 */
public final class LanguageCodes {

  private static final Map<String, Localized> MEANINGS = new LanguageCodes().all();

  private final Map<String, Localized> meanings = new LinkedHashMap<>();

  private LanguageCodes() {}

  /** What a code means, in one or two sentences; empty if the language has no such code. */
  public static Optional<Localized> meaning(String code) {
    return Optional.ofNullable(MEANINGS.get(code));
  }

  /** All codes of the language. */
  public static Set<String> codes() {
    return MEANINGS.keySet();
  }

  private Map<String, Localized> all() {
    files();
    lines();
    values();
    declarations();
    properties();
    numbers();
    names();
    exceptions();
    return Map.copyOf(meanings);
  }

  private void put(String code, String en, String zh) {
    meanings.put(code, Localized.of(en, zh));
  }

  private void files() {
    put(
        "unreadable-file",
        "The file could not be read: it may be protected, or it vanished.",
        "无法读取该文件：可能没有权限，或文件已不存在。");
    put(
        "not-utf8",
        "The file is not encoded in UTF-8. Save it as UTF-8; nothing else in it was checked.",
        "文件不是 UTF-8 编码。请以 UTF-8 保存；其他内容未作检查。");
    put(
        "file-too-large",
        "The file is too large to be read. Split it and use `import`.",
        "文件过大，无法读取。请拆分文件并使用 `import`。");
    put(
        "full-width-punctuation",
        "Full-width punctuation stands where the language has its own, such as `：` for `:`. It"
            + " is understood, but the plan should be written with the half-width characters.",
        "在语言符号的位置使用了全角标点，例如用 `：` 代替 `:`。能够识别，但计划应使用半角标点。");
    put(
        "invalid-character",
        "A character that has no meaning in the language stands outside of texts and comments.",
        "文本和注释之外出现了语言中没有意义的字符。");
    put(
        "wrong-comment",
        "A comment is written as in another language. Here it starts with `//` and ends with its"
            + " line.",
        "注释采用了其他语言的写法。这里的注释以 `//` 开头，到行尾结束。");
  }

  private void lines() {
    put("unclosed-brace", "A `{` has no `}`.", "`{` 没有对应的 `}`。");
    put("unclosed-bracket", "A `[` has no `]`.", "`[` 没有对应的 `]`。");
    put(
        "unclosed-text",
        "A text has no closing quotes. Text in one line ends there; longer text stands between"
            + " `\"\"\"`.",
        "文本缺少右引号。单行文本不能跨行；多行文本写在 `\"\"\"` 之间。");
    put("stray-brace", "A `}` closes nothing.", "`}` 没有对应的 `{`。");
    put("stray-bracket", "A `]` closes nothing.", "`]` 没有对应的 `[`。");
    put("too-deep", "Blocks or lists are nested too deep to be read.", "花括号块或列表嵌套过深，无法读取。");
    put(
        "missing-separator",
        "Two members stand on one line without a comma between them.",
        "同一行写了两个成员，中间缺少逗号。");
    put("missing-comma", "Two elements of a list have no comma between them.", "列表的两个元素之间缺少逗号。");
    put(
        "wrong-separator",
        "Members are separated by something else than a comma or a line's end, such as `;`.",
        "成员之间使用了逗号和换行以外的分隔符，例如 `;`。");
    put(
        "value-on-next-line",
        "A value does not start on the line of its property.",
        "值没有与其属性写在同一行。");
    put(
        "brace-on-next-line",
        "A `{` does not stand on the line of the word it belongs to.",
        "`{` 没有与所属的词写在同一行。");
    put(
        "unexpected-text",
        "Something follows that has no place there, such as a second value.",
        "出现了不属于此处的内容，例如第二个值。");
  }

  private void values() {
    put("expected-value", "A property has no value: `epochs:`.", "属性没有值：`epochs:`。");
    put("expected-colon", "A property has no colon: `epochs 3`.", "属性缺少冒号：`epochs 3`。");
    put("expected-brace", "A word has neither a value nor a block.", "词后面既没有值，也没有花括号块。");
    put("expected-element", "A list has a comma with nothing before it.", "列表中的逗号前没有元素。");
    put("expected-unit", "Something follows a number that should be its unit.", "数字后面应为单位。");
    put("expected-number", "A comparison or range has no number.", "比较或范围缺少数值。");
    put(
        "unbracketed-list",
        "Several values stand behind a property without brackets; a list is written `[a, b]`.",
        "属性后面写了多个值，却没有方括号；列表写作 `[a, b]`。");
    put("colon-before-brace", "A section has no colon before its `{`.", "小节的 `{` 前不写冒号。");
    put(
        "reversed-operator",
        "A comparison has its characters in the wrong order, such as `=>` for `>=`.",
        "比较符号的字符顺序颠倒，例如把 `>=` 写成 `=>`。");
    put("equals-sign", "A value is given with `:`, not with `=`.", "赋值使用 `:`，不用 `=`。");
    put(
        "unquoted-text",
        "Text stands without quotes. Names of the outside world, such as a model's identifier or an"
            + " address, are text.",
        "文本没有加引号。模型标识、网址等外部名称都属于文本。");
    put("single-quotes", "Text stands in single quotes instead of `\"`.", "文本使用了单引号，应为 `\"`。");
    put("invalid-escape", "A text holds a `\\` that escapes nothing.", "文本中的 `\\` 不构成转义序列。");
  }

  private void declarations() {
    put(
        "unknown-kind",
        "A declaration starts with a word that is no kind, such as `finetun` for `finetune`.",
        "声明开头的词不是类别，例如把 `finetune` 写成 `finetun`。");
    put("missing-name", "A declaration has no name.", "声明没有名称。");
    put("expected-name", "A name is missing, as behind a dot.", "缺少名称，例如点号之后。");
    put("unexpected-name", "A name stands where none is taken.", "此处不带名称，却写了名称。");
    put("invalid-name", "A word cannot be a name here.", "该词在这里不能作为名称。");
    put("quoted-name", "A name stands in quotes.", "名称加了引号。");
    put(
        "misplaced-member",
        "Something is written correctly, but stands in a place where it means nothing.",
        "写法正确，但放在了没有意义的位置。");
    put(
        "wrong-shape",
        "A property is written as a section, or a section as a property.",
        "把属性写成了小节，或把小节写成了属性。");
  }

  private void properties() {
    put("unknown-property", "A declaration has no such property.", "声明没有这个属性。");
    put("unknown-option", "A method has no such option.", "方法没有这个选项。");
    put("unknown-qualifier", "A value has no such qualifier.", "值没有这个限定项。");
    put("unexpected-block", "A block stands where none is taken.", "此处不带花括号块，却写了花括号块。");
    put("duplicate-property", "A property is given twice.", "同一属性写了两次。");
    put("missing-property", "A property that is required is absent.", "缺少必需的属性。");
    put("wrong-type", "A value is of another type than the property.", "值的类型与属性不符。");
    put("single-value", "A list stands where one value is taken.", "只能有一个值的地方写了列表。");
    put("empty-list", "A list has no elements.", "列表没有元素。");
    put("unknown-word", "A property does not know this word.", "属性不接受这个词。");
    put("method-conflict", "Two methods of one stage exclude each other.", "同一阶段的两种方法互相排斥。");
    put(
        "method-incomplete",
        "The methods of a stage leave open how it is done.",
        "阶段的方法没有说明具体如何进行。");
    put("unknown-metric", "A metric is not known, so its figures are not checked.", "指标未知，不检查其数值。");
    put(
        "criterion-direction",
        "A criterion asks for less of a metric of which more is better, or the reverse.",
        "指标要求的方向与指标相反：越高越好的却要求更低，或反之。");
  }

  private void numbers() {
    put("unknown-unit", "A unit is not known.", "单位未知。");
    put("wrong-unit", "A unit measures something else than the property.", "单位与属性所度量的量不符。");
    put("missing-unit", "A number has no unit where one is needed.", "数字缺少必需的单位。");
    put("impossible-number", "A number cannot be, such as a share of 140%.", "数字不可能成立，例如比例为 140%。");
    put("invalid-number", "A number is not written as the language does.", "数字的写法不正确。");
    put(
        "invalid-date",
        "A date does not exist or is not written `2026-12-01`.",
        "日期不存在，或写法不是 `2026-12-01`。");
    put("dash-range", "A range is written `2..4`, not `2-4`.", "范围写作 `2..4`，而不是 `2-4`。");
    put(
        "comma-in-number",
        "A number is written `12_000`, not `12,000`.",
        "数字写作 `12_000`，而不是 `12,000`。");
    put(
        "spaced-magnitude",
        "A magnitude touches its number: `8B`, not `8 B`.",
        "数量级紧跟数字：写 `8B`，不写 `8 B`。");
  }

  private void names() {
    put("unknown-reference", "A name refers to nothing.", "名称没有对应的声明。");
    put(
        "wrong-reference",
        "A name refers to something of another type than is needed, such as a reward model where a"
            + " dataset is.",
        "名称所指的类型与需要的不符，例如需要数据集却引用了奖励模型。");
    put("duplicate-name", "Two declarations have one name.", "两个声明使用了同一名称。");
    put(
        "shadowed-name",
        "A stage inside `repeat` has the name of a declaration outside, which it hides.",
        "`repeat` 内的阶段与外部声明同名，将其遮蔽。");
    put(
        "misplaced-import",
        "An import does not stand at the top of its file.",
        "`import` 没有写在文件开头。");
    put("expected-file", "An import names no file.", "`import` 没有写明文件。");
    put(
        "import-not-found",
        "There is no file at the path of an import, which counts from the importing file.",
        "导入路径处没有文件；路径以发起导入的文件所在目录为准。");
    put(
        "import-outside-workspace",
        "An import leads out of the workspace: the git repository, or the folder that was opened.",
        "导入路径超出了工作区，即 git 仓库或所打开的文件夹。");
    put("duplicate-import", "A file is imported twice.", "同一文件导入了两次。");
    put("import-cycle", "Files import each other.", "文件互相导入。");
  }

  private void exceptions() {
    put("unknown-rule", "An `allow` names a rule that does not exist.", "`allow` 写明的规则不存在。");
    put("allow-without-rule", "An `allow` names no rule.", "`allow` 没有写明规则。");
    put(
        "allow-without-reason",
        "An `allow` gives no reason. Exceptions are made in the open: `allow rule: \"why\"`.",
        "`allow` 没有写明理由。例外必须公开说明：`allow 规则: \"理由\"`。");
    put(
        "expired-allow",
        "An `allow` was meant to hold until a day that has passed.",
        "`allow` 的有效期 `until` 已过。");
  }
}

package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.diagnostics.Span;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.Comparator;

/** Everything that can be wrong with the shape of a text: the code and what is said. */
public enum SyntaxErrors {
  EXPECTED_VALUE("expected-value", "Expected a value after `{0}`", "`{0}` 后面缺少值"),
  UNEXPECTED_VALUE(
      "expected-value", "Expected a value after `{0}`, but found `{1}`", "`{0}` 后面应为值，却是 `{1}`"),
  EXPECTED_COLON("expected-colon", "Expected `:` after `{0}`", "`{0}` 后面缺少 `:`"),
  EXPECTED_BODY("expected-brace", "Expected `{` or `:` after `{0}`", "`{0}` 后面应为 `{` 或 `:`"),
  FORGOTTEN_BRACE("expected-brace", "Expected `{` after `{0}`", "`{0}` 后面缺少 `{`"),
  EXPECTED_NAME("expected-name", "Expected a name after `{0}`", "`{0}` 后面缺少名称"),
  MISSING_NAME("expected-name", "Expected a name between `{0}` and its `{`", "`{0}` 与 `{` 之间缺少名称"),
  EXPECTED_NUMBER("expected-number", "Expected a number after `{0}`", "`{0}` 后面缺少数值"),
  EXPECTED_UNIT("expected-unit", "Expected a unit after `{0}`", "`{0}` 后面缺少单位"),
  EXPECTED_FILE(
      "expected-file",
      "Expected a file in quotes, as in `import \"hardware.genplan\"`",
      "此处应为带引号的文件名，例如 `import \"hardware.genplan\"`"),
  EXPECTED_ELEMENT(
      "expected-element", "Expected an element of the list before this comma", "此逗号前缺少列表元素"),
  UNEXPECTED_ELEMENT(
      "unexpected-text",
      "`{0}` does not belong here: a list holds values with commas between them",
      "`{0}` 不应出现在这里：列表由逗号分隔的值组成"),
  MISPLACED_IMPORT(
      "misplaced-import",
      "Imports stand at the top of a file, before everything else",
      "`import` 必须写在文件开头，位于其他内容之前"),
  UNCLOSED_BRACE("unclosed-brace", "This `{` is never closed", "这个 `{` 没有对应的 `}`"),
  UNCLOSED_BRACKET("unclosed-bracket", "This `[` is never closed", "这个 `[` 没有对应的 `]`"),
  UNCLOSED_TEXT(
      "unclosed-text",
      "This text is never closed: the closing `{0}` is missing",
      "这段文本没有结束：缺少右引号 `{0}`"),
  UNCLOSED_TEXT_BLOCK(
      "unclosed-text",
      "This text is never closed: the closing `\"\"\"` is missing, or one of its lines is not indented"
          + " deeper than the line it starts on",
      "这段文本没有结束：缺少结尾的 `\"\"\"`，或者其中某一行的缩进不比文本开始的那一行深"),
  STRAY_BRACE("stray-brace", "This `}` closes nothing", "这个 `}` 没有对应的 `{`"),
  STRAY_BRACKET("stray-bracket", "This `]` closes nothing", "这个 `]` 没有对应的 `[`"),
  TOO_DEEP(
      "too-deep", "Nested more than {0} deep; what is inside is not read", "嵌套超过 {0} 层，其中的内容不再读取"),
  TOO_LARGE(
      "file-too-large",
      "The file is larger than {0} MiB and is not read; split it and use `import`",
      "文件超过 {0} MiB，不予读取；请拆分文件并使用 `import`"),
  MISSING_SEPARATOR(
      "missing-separator", "Expected a comma or a new line before `{0}`", "`{0}` 前面应有逗号，或者另起一行"),
  MISSING_COMMA("missing-comma", "Expected a comma before `{0}`", "`{0}` 前面缺少逗号"),
  UNBRACKETED_LIST(
      "unbracketed-list", "Several values are written as a list: `[{0}]`", "多个值要写成列表：`[{0}]`"),
  VALUE_ON_NEXT_LINE(
      "value-on-next-line", "The value starts on the same line as `{0}`", "值必须与 `{0}` 写在同一行"),
  BRACE_ON_NEXT_LINE(
      "brace-on-next-line", "`{` stands on the same line as `{0}`", "`{` 必须与 `{0}` 写在同一行"),
  COLON_BEFORE_BRACE(
      "colon-before-brace",
      "`{0}` is a section: no `{1}` before its `{`",
      "`{0}` 是小节，`{` 前不写 `{1}`"),
  EQUALS_SIGN("equals-sign", "A value is given with `:`, not `=`", "赋值使用 `:`，不用 `=`"),
  REVERSED_OPERATOR("reversed-operator", "This comparison is written `{0}`", "这个比较写作 `{0}`"),
  DASH_RANGE("dash-range", "A range is written `{0}`", "范围写作 `{0}`"),
  COMMA_IN_NUMBER(
      "comma-in-number", "The digits of a number are grouped with `_`: `{0}`", "数字用 `_` 分组：`{0}`"),
  LEADING_DOT("invalid-number", "A number starts with a digit: `{0}`", "数值以数字开头：`{0}`"),
  NUMBER_TOO_LARGE("invalid-number", "`{0}` is too large for a number", "数值 `{0}` 过大"),
  SPACED_MAGNITUDE(
      "spaced-magnitude",
      "No space between a number and its magnitude; did you mean `{0}`?",
      "数字与数量级之间不加空格；是否想写 `{0}`？"),
  UNQUOTED(
      "unquoted-text",
      "`{0}` is no name of this plan; identifiers of the outside world are written in quotes",
      "`{0}` 不是计划中的名称；外部标识符要加引号"),
  UNQUOTED_SENTENCE(
      "unquoted-text",
      "`{0}` does not belong here; if this is text, put it in quotes",
      "`{0}` 不应出现在这里；如果是文本，请加引号"),
  QUOTED_NAME("quoted-name", "A name is written without quotes: `{0}`", "名称不加引号：`{0}`"),
  INVALID_NAME(
      "invalid-name",
      "`{0}` cannot be a name: a name is one word that starts with a letter",
      "`{0}` 不能作为名称：名称是以字母开头的一个词"),
  NAME_OF_WORDS(
      "invalid-name",
      "`{0}` does not belong here: a name is one word, its parts are joined by `-`",
      "`{0}` 不应出现在这里：名称是一个词，各部分用 `-` 连接"),
  DOTTED_NAME(
      "invalid-name",
      "A declared name has no dot: `{0}` refers to a part of something else",
      "声明的名称不含点号：`{0}` 指的是其他声明的一部分"),
  SINGLE_QUOTES("single-quotes", "Text is written in double quotes: `{0}`", "文本使用双引号：`{0}`"),
  WRONG_COMMENT("wrong-comment", "A comment starts with `//`", "注释以 `//` 开头"),
  WRONG_SEPARATOR(
      "wrong-separator",
      "Separate with a comma or a new line, not with `{0}`",
      "请用逗号或换行分隔，不要用 `{0}`"),
  FULL_WIDTH(
      "full-width-punctuation",
      "Full-width punctuation such as `{0}` is read as `{1}`; write the latter",
      "全角标点 `{0}` 按 `{1}` 处理，请改用后者"),
  FULL_WIDTH_CHARACTER(
      "invalid-character",
      "`{0}` has no meaning in a plan; did you mean `{1}`?",
      "`{0}` 在计划中没有意义；是否想写 `{1}`？"),
  INVALID_CHARACTER("invalid-character", "`{0}` has no meaning in a plan", "`{0}` 在计划中没有意义"),
  INVALID_ESCAPE(
      "invalid-escape",
      "`{0}` is no escape; a backslash itself is written `\\\\`",
      "`{0}` 不是转义序列；反斜杠本身写作 `\\\\`"),
  INVALID_DATE("invalid-date", "There is no such date as `{0}`", "日期 `{0}` 不存在"),
  DATE_FORMAT("invalid-date", "A date is written `{0}`", "日期写作 `{0}`"),
  UNEXPECTED_TEXT(
      "unexpected-text",
      "`{0}` does not belong here: expected a comma or the end of the line",
      "`{0}` 不应出现在这里：此处应为逗号或行尾"),
  UNEXPECTED_BEFORE_COLON(
      "unexpected-text", "`{0}` does not belong here: expected `:`", "`{0}` 不应出现在这里：此处应为 `:`"),
  LABELLED_CRITERION(
      "unexpected-text",
      "`{0}` does not belong here: a comparison starts with one metric",
      "`{0}` 不应出现在这里：比较式以一个指标开头"),
  UNEXPECTED_MEMBER(
      "unexpected-text",
      "Expected a member such as `word: value` or `word {`, but found `{0}`",
      "此处应为 `词: 值` 或 `词 {` 之类的成员，却是 `{0}`");

  /** The order of errors: by their place. */
  static final Comparator<LocalDiagnostic> ORDER =
      (first, second) -> {
        int order = first.span().compareTo(second.span());
        order = order == 0 ? first.code().compareTo(second.code()) : order;
        return order == 0
            ? first.message().toString().compareTo(second.message().toString())
            : order;
      };

  private final String code;
  private final Localized text;

  SyntaxErrors(String code, String en, String zh) {
    this.code = code;
    this.text = Localized.of(en, zh);
  }

  /** The readable name in a diagnostic; several errors may share one. */
  public String code() {
    return code;
  }

  LocalDiagnostic at(Span span, Object... arguments) {
    return new LocalDiagnostic(code, Severity.ERROR, span, text.with(arguments));
  }

  /** The same with a repair that replaces one range and is what was evidently meant. */
  LocalDiagnostic fixed(Span span, Span replaced, String by, Object... arguments) {
    Message title =
        by.isBlank()
            ? Message.of("Remove it", "删除")
            : Localized.of("Replace with `{0}`", "替换为 `{0}`").with(by.strip());
    return at(span, arguments).withFixes(LocalFix.replace(title, true, replaced, by));
  }

  /** The same with a repair that inserts a mark. */
  LocalDiagnostic inserting(Span span, int offset, String mark, Object... arguments) {
    Message title =
        mark.isBlank()
            ? Message.of("Start a new line", "另起一行")
            : Localized.of("Insert `{0}`", "插入 `{0}`").with(mark.strip());
    return at(span, arguments)
        .withFixes(LocalFix.replace(title, true, new Span(offset, offset), mark));
  }
}

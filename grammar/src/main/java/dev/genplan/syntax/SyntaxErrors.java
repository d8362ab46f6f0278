package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.diagnostics.Span;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;

/** Everything that can be wrong with the shape of a text: the code and what is said. */
public enum SyntaxErrors {
  EXPECTED_VALUE("expected-value", "Expected a value after `{0}`", "`{0}` 后面缺少值"),
  EXPECTED_COLON("expected-colon", "Expected `:` after `{0}`", "`{0}` 后面缺少 `:`"),
  EXPECTED_BODY("expected-brace", "Expected `{` or `:` after `{0}`", "`{0}` 后面应为 `{` 或 `:`"),
  EXPECTED_NAME("expected-name", "Expected a name after `{0}`", "`{0}` 后面缺少名称"),
  EXPECTED_UNIT("expected-unit", "Expected a unit after `{0}`", "`{0}` 后面缺少单位"),
  EXPECTED_NUMBER("expected-number", "Expected a number after `{0}`", "`{0}` 后面缺少数值"),
  EXPECTED_PATH(
      "expected-import-path",
      "Expected a file in quotes, as in `import \"hardware.genplan\"`",
      "应写带引号的文件，例如 `import \"hardware.genplan\"`"),
  MISPLACED_IMPORT(
      "misplaced-import",
      "Imports stand at the top of a file, before everything else",
      "`import` 必须写在文件开头，位于其他内容之前"),
  UNCLOSED_BRACE("unclosed-brace", "This `{` is never closed", "这个 `{` 没有对应的 `}`"),
  UNCLOSED_BRACKET("unclosed-bracket", "This `[` is never closed", "这个 `[` 没有对应的 `]`"),
  UNCLOSED_TEXT(
      "unclosed-text",
      "This text is never closed: the closing `{0}` is missing",
      "文本没有结束：缺少右侧的 `{0}`"),
  STRAY_BRACE("stray-brace", "This `}` closes nothing", "这个 `}` 没有对应的 `{`"),
  STRAY_BRACKET("stray-bracket", "This `]` closes nothing", "这个 `]` 没有对应的 `[`"),
  TOO_DEEP(
      "too-deep", "Nested more than {0} deep; what is inside is not read", "嵌套超过 {0} 层，其中的内容不再读取"),
  TOO_LARGE(
      "file-too-large",
      "The file is larger than {0} MiB and is not read; split it and use `import`",
      "文件超过 {0} MiB，不予读取；请拆分文件并使用 `import`"),
  MISSING_SEPARATOR(
      "missing-separator",
      "`{0}` starts a new member; put it on a line of its own or a comma before it",
      "`{0}` 是新的成员，请另起一行，或在前面加逗号"),
  MISSING_COMMA(
      "missing-comma",
      "Elements of a list are separated by commas: put one before `{0}`",
      "列表元素以逗号分隔：请在 `{0}` 前加逗号"),
  UNBRACKETED_LIST(
      "unbracketed-list", "Several values are written as a list: `[{0}]`", "多个值要写成列表：`[{0}]`"),
  VALUE_ON_NEXT_LINE(
      "value-on-next-line",
      "The value of `{0}` starts on the same line as `{0}`",
      "`{0}` 的值必须与 `{0}` 写在同一行"),
  BRACE_ON_NEXT_LINE(
      "brace-on-next-line", "`{` stands on the same line as `{0}`", "`{` 必须与 `{0}` 写在同一行"),
  COLON_BEFORE_BRACE(
      "colon-before-brace", "`{0}` is a section: no `:` before its `{`", "`{0}` 是小节，`{` 前不写 `:`"),
  EQUALS_SIGN("equals-sign", "A value is given with `:`, not `=`", "赋值使用 `:`，不用 `=`"),
  DASH_RANGE("dash-range", "A range is written `{0}`", "范围写作 `{0}`"),
  COMMA_IN_NUMBER("comma-in-number", "Write `{0}`: a comma ends the member", "请写 `{0}`：逗号会结束成员"),
  SPACED_MAGNITUDE("spaced-magnitude", "Did you mean `{0}`?", "是否想写 `{0}`？"),
  UNQUOTED(
      "unquoted-text",
      "Identifiers of the outside world are text: write `{0}`",
      "外部标识符是文本：请写 `{0}`"),
  QUOTED_NAME("quoted-name", "A name is written without quotes: `{0}`", "名称不加引号：`{0}`"),
  NO_NAME("invalid-name", "`{0}` cannot be a name", "`{0}` 不能作为名称"),
  DOTTED_NAME(
      "invalid-name",
      "A declared name has no dot: `{0}` refers to a part of something else",
      "声明的名称不含点号：`{0}` 指的是其他声明的一部分"),
  SINGLE_QUOTES("single-quotes", "Text stands in double quotes: `{0}`", "文本使用双引号：`{0}`"),
  WRONG_COMMENT("wrong-comment", "A comment starts with `//`", "注释以 `//` 开头"),
  SEMICOLON("semicolon", "No `;` here: a member ends with its line", "不需要 `;`：成员到行尾结束"),
  FULL_WIDTH(
      "full-width-punctuation",
      "Full-width punctuation such as `{0}` is read as `{1}`; write the latter",
      "全角标点 `{0}` 按 `{1}` 处理，请改用后者"),
  INVALID_ESCAPE(
      "invalid-escape",
      "`{0}` is no escape; a backslash itself is written `\\\\`",
      "`{0}` 不是转义序列；反斜杠本身写作 `\\\\`"),
  INVALID_DATE(
      "invalid-date",
      "`{0}` is no date; write year, month, day, as in `2026-12-01`",
      "`{0}` 不是有效日期；请按年、月、日书写，例如 `2026-12-01`"),
  UNEXPECTED_TEXT(
      "unexpected-text",
      "`{0}` does not belong here: after a value comes the end of the line or a comma",
      "`{0}` 不应出现在这里：值之后应为行尾或逗号"),
  UNQUOTED_SENTENCE(
      "unquoted-text",
      "`{0}` does not belong here; if this is text, put it in quotes",
      "`{0}` 不应出现在这里；如果是文本，请加引号"),
  UNEXPECTED_MEMBER(
      "unexpected-text",
      "Expected a member such as `word: value` or `word {`, but found `{0}`",
      "此处应为 `词: 值` 或 `词 {` 之类的成员，却是 `{0}`");

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

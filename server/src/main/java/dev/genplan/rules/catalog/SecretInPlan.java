package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key, token or password in the text of a plan, comments included. Sources: the formats are those
 * that the providers document, and that GitHub's and GitLab's secret scanning look for.
 */
public final class SecretInPlan implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "This looks like {0}, and everybody who can read the plan or its history can use it;"
              + " revoke it, and refer to `{1}` instead",
          "此处疑似{0}，凡能读到该计划或其历史的人都能使用；请立即吊销，并改为引用 `{1}`");

  private static final Localized REPLACE = Localized.of("Replace with `{0}`", "替换为 `{0}`");

  /**
   * A kind of secret.
   *
   * @param start what it starts with, or, for a password in an address, what is found before it
   * @param form the whole of it, from its start on
   * @param variable environment variable that usually holds it
   */
  private record Kind(String start, Pattern form, Localized title, String variable) {

    static Kind of(String start, String rest, String en, String zh, String variable) {
      return new Kind(
          start, Pattern.compile(Pattern.quote(start) + rest), Localized.of(en, zh), variable);
    }

    String reference() {
      return "${" + variable + "}";
    }
  }

  private static final String WORD = "[A-Za-z0-9]";

  private static final List<Kind> KINDS =
      List.of(
          Kind.of(
              "sk-ant-",
              "[\\w-]{24,}",
              "an Anthropic API key",
              " Anthropic API 密钥",
              "ANTHROPIC_API_KEY"),
          Kind.of("sk-", "[\\w-]{24,}", "an OpenAI API key", " OpenAI API 密钥", "OPENAI_API_KEY"),
          Kind.of("hf_", WORD + "{30,}", "a Hugging Face token", " Hugging Face 令牌", "HF_TOKEN"),
          Kind.of("ghp_", WORD + "{36}", "a GitHub token", " GitHub 令牌", "GITHUB_TOKEN"),
          Kind.of("github_pat_", "\\w{50,}", "a GitHub token", " GitHub 令牌", "GITHUB_TOKEN"),
          Kind.of("glpat-", "[\\w-]{20,}", "a GitLab token", " GitLab 令牌", "GITLAB_TOKEN"),
          Kind.of("AKIA", "[A-Z0-9]{16}", "an AWS access key", " AWS 访问密钥", "AWS_ACCESS_KEY_ID"),
          Kind.of("AIza", "[\\w-]{35}", "a Google API key", " Google API 密钥", "GOOGLE_API_KEY"),
          Kind.of("xoxb-", "[\\w-]{20,}", "a Slack token", " Slack 令牌", "SLACK_TOKEN"),
          Kind.of("xoxp-", "[\\w-]{20,}", "a Slack token", " Slack 令牌", "SLACK_TOKEN"),
          Kind.of(
              "-----BEGIN ", "(?:[A-Z]+ )*PRIVATE KEY-----", "a private key", "私钥", "PRIVATE_KEY"));

  /** The password in {@code https://name:password@host}. */
  private static final Pattern PASSWORD =
      Pattern.compile("://[^\\s\"/:@]{1,64}:([^\\s\"/:@]{4,64})@");

  private static final Kind ADDRESS =
      Kind.of("://", "", "a password in an address", "网址中的密码", "PASSWORD");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "secret-in-plan",
            Category.GOVERNANCE,
            Severity.ERROR,
            "A key, token or password stands in the plan.",
            "计划中写有密钥、令牌或密码。")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    if (plan.own().isEmpty()) {
      return;
    }
    String text = plan.source().tree().text();
    List<Span> found = new ArrayList<>();
    for (Kind kind : KINDS) {
      Matcher form = kind.form().matcher(text);
      for (int at = text.indexOf(kind.start()); at >= 0; at = text.indexOf(kind.start(), at + 1)) {
        boolean startsWord = at == 0 || !isWord(text.charAt(at - 1));
        if (startsWord && form.region(at, text.length()).lookingAt() && isRandom(form.group())) {
          report(plan, new Span(at, form.end()), kind, found, reporter);
        }
      }
    }
    Matcher password = PASSWORD.matcher(text);
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 1)) {
      if (password.region(at, text.length()).lookingAt() && isPassword(password.group(1))) {
        report(plan, new Span(password.start(1), password.end(1)), ADDRESS, found, reporter);
      }
    }
  }

  private static boolean isWord(char unit) {
    return Character.isLetterOrDigit(unit) || unit == '_' || unit == '-';
  }

  /** Whether it is no placeholder such as {@code sk-xxxxxxxx} or {@code AKIA...EXAMPLE}. */
  private static boolean isRandom(String secret) {
    return secret.startsWith("-----")
        || (secret.chars().distinct().count() > 8
            && secret.chars().anyMatch(Character::isDigit)
            && !secret.contains("EXAMPLE"));
  }

  private static boolean isPassword(String text) {
    return !text.startsWith("$") && !text.startsWith("<") && text.chars().distinct().count() > 3;
  }

  private static void report(Plan plan, Span span, Kind kind, List<Span> found, Reporter reporter) {
    if (found.stream().anyMatch(other -> other.contains(span))) {
      return;
    }
    found.add(span);
    Location place = new Location(plan.file(), span);
    Reporter.Finding finding =
        reporter.report(subject(plan, span), place, MESSAGE.with(kind.title(), kind.reference()));
    if (isQuoted(plan.source().tree().text(), span.start())) {
      finding.fix(
          new Fix(
              REPLACE.with(kind.reference()), false, List.of(new Edit(place, kind.reference()))));
    }
  }

  /** Whether something stands between quotes on its line, so that any text can take its place. */
  private static boolean isQuoted(String text, int offset) {
    int line = text.lastIndexOf('\n', offset - 1) + 1;
    return text.substring(line, offset).chars().filter(unit -> unit == '"').count() % 2 == 1;
  }

  /** The declaration in which something stands, or else the one that follows, or the last one. */
  private static Symbol subject(Plan plan, Span span) {
    List<Symbol> own = plan.own();
    Optional<Symbol> around =
        own.stream()
            .filter(symbol -> symbol.locate(symbol.node()).span().end() >= span.end())
            .findFirst();
    return around.orElse(own.get(own.size() - 1));
  }
}

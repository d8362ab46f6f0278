package dev.genplan.drawing;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagram.Node;
import dev.genplan.diagram.Picture;
import dev.genplan.diagram.Total;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** A page of HTML with everything about a plan. It needs nothing else: no file, no script. */
final class HtmlPage {

  private static final String CSS =
      """
      body{margin:2rem auto;max-width:76rem;padding:0 1rem;font:15px/1.5 %s;\
      background:%s;color:%s}
      h1{margin:0 0 .25rem}
      h2{margin:2rem 0 .5rem;font-size:1.15rem}
      dl{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.25rem 0}
      dl div{border:1px solid %s;border-radius:8px;padding:.5rem .9rem}
      dt,.note{font-size:.8rem;color:%s}
      dd{margin:0}
      .value{font-weight:600}
      figure{margin:0;overflow-x:auto}
      svg{display:block;margin:0 auto}
      """;

  private final Picture picture;
  private final Language language;
  private final Labels labels;
  private final Markup html = new Markup();

  private HtmlPage(Picture picture, Language language) {
    this.picture = picture;
    this.language = language;
    this.labels = new Labels(language);
  }

  /**
   * The page.
   *
   * @param views what it shows, in this order
   */
  static String of(Picture picture, Language language, List<View> views) {
    return new HtmlPage(picture, language).page(views);
  }

  private String page(List<View> views) {
    String title = picture.title().orElseGet(() -> labels.text(Localized.of("Plan", "计划")));
    html.html().open("html", "lang", language.tag(), "class", "gp");
    head(title);
    html.open("body").open("main");
    html.element("h1", title);
    picture.goal().ifPresent(goal -> html.element("p", goal));
    totals();
    for (View view : views) {
      html.element("h2", labels.text(view.title())).open("figure");
      view.draw(picture, language, html, false, () -> {});
      html.close();
    }
    findings();
    html.close().close().close();
    return html.finish();
  }

  private void head(String title) {
    String css =
        Style.css()
            + CSS.formatted(
                Style.FONT,
                Palette.BACKGROUND.css(),
                Palette.FOREGROUND.css(),
                Palette.LINE.css(),
                Palette.MUTED.css());
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'sha256-" + hash(css) + "'");
    html.empty("meta", "name", "viewport", "content", "width=device-width");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", title).element("style", css).close();
  }

  /** What a policy names a style sheet by: the hash of exactly its text. */
  private static String hash(String css) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void totals() {
    html.open("dl");
    for (Total total : picture.totals()) {
      html.open("div").element("dt", labels.text(total.label())).open("dd");
      html.element("span", labels.text(total.value()), "class", "value");
      total
          .note()
          .ifPresent(note -> html.text(" ").element("span", labels.text(note), "class", "note"));
      html.close().close();
    }
    html.close();
  }

  private void findings() {
    boolean none = picture.flow().nodes().stream().allMatch(node -> node.findings().isEmpty());
    if (none && picture.elsewhere().isEmpty()) {
      return;
    }
    html.element("h2", labels.text(Localized.of("Findings", "问题"))).open("ul");
    picture.elsewhere().forEach(finding -> html.open("li").text(said(finding)).close());
    for (Node node : picture.flow().nodes()) {
      for (Diagnostic finding : node.findings()) {
        html.open("li").element("b", node.kind() + " " + node.name());
        html.text(" · " + said(finding)).close();
      }
    }
    html.close();
  }

  private String said(Diagnostic finding) {
    return labels.text(Labels.of(finding.severity())) + " · " + labels.text(finding.message());
  }
}

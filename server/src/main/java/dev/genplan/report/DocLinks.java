package dev.genplan.report;

import dev.genplan.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the documentation of a rule is: published at the address that the build was given, else
 * beside the program.
 */
public final class DocLinks {

  private static final String PAGES = "/dev/genplan/rules/pages/";

  private final String published;
  private final Map<String, Optional<URI>> known = new ConcurrentHashMap<>();

  /** Links as the build of this program sets them. */
  public DocLinks() {
    this(BuildInfo.DOCS_URL);
  }

  /**
   * @param published address of the published documentation; empty if it is not published
   */
  DocLinks(String published) {
    this.published = published;
  }

  /** The version of this program. */
  public static String version() {
    return BuildInfo.VERSION;
  }

  /**
   * Address of the page about what a diagnostic says.
   *
   * @param code the diagnostic's code
   * @return empty if there is no page, or none that could be opened
   */
  public Optional<URI> page(String code, Language language) {
    return known.computeIfAbsent(name(code, language), this::find);
  }

  private Optional<URI> find(String name) {
    if (published.isEmpty()) {
      return beside(name);
    }
    if (DocLinks.class.getResource(PAGES + name) == null) {
      return Optional.empty();
    }
    String gap = published.endsWith("/") ? "" : "/";
    return Optional.of(URI.create(published + gap + "rules/" + name));
  }

  /**
   * The page about what a diagnostic says, as Markdown.
   *
   * @return empty if there is none
   */
  public Optional<String> text(String code, Language language) {
    try (InputStream in = DocLinks.class.getResourceAsStream(PAGES + name(code, language))) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Why what a rule finds matters: that paragraph of its page.
   *
   * @return empty if there is no such page
   */
  public Optional<String> why(String rule, Language language) {
    return text(rule, language).map(DocLinks::second).filter(text -> !text.isEmpty());
  }

  /** The second section of a page; all pages have the same ones. */
  private static String second(String page) {
    String[] sections = page.split("\n## [^\n]*\n", 4);
    return sections.length > 2 ? sections[2].strip() : "";
  }

  private static String name(String code, Language language) {
    return code + (language == Language.CHINESE ? ".zh-CN" : "") + ".md";
  }

  /** The page in the folder beside the jar. */
  private static Optional<URI> beside(String name) {
    CodeSource source = DocLinks.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      Path jar = Path.of(source.getLocation().toURI());
      Path page = jar.resolveSibling("docs").resolve("rules").resolve(name);
      return Files.isRegularFile(page) ? Optional.of(page.toUri()) : Optional.empty();
    } catch (URISyntaxException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}

package dev.genplan.report;

import dev.genplan.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Where the documentation of a rule is: published at the address that the build was given, else
 * beside the program.
 */
public final class DocLinks {

  private static final String PAGES = "/dev/genplan/rules/pages/";

  private final Supplier<String> published;
  private final Map<String, Optional<URI>> known = new ConcurrentHashMap<>();

  /** Links as the build of this program sets them. */
  public DocLinks() {
    this(() -> buildProperty("docs.url"));
  }

  /**
   * @param published gives the address of the published documentation, empty if there is none;
   *     asked only when a page is looked for
   */
  DocLinks(Supplier<String> published) {
    this.published = published;
  }

  /** The version of this program. */
  public static String version() {
    return buildProperty("version");
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
    if (DocLinks.class.getResource(PAGES + name) == null) {
      return Optional.empty();
    }
    String address = published.get();
    if (!address.isEmpty()) {
      String gap = address.endsWith("/") ? "" : "/";
      return Optional.of(URI.create(address + gap + "rules/" + name));
    }
    return beside().map(folder -> folder.resolve(name)).filter(Files::exists).map(Path::toUri);
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

  private static String name(String code, Language language) {
    return code + (language == Language.CHINESE ? ".zh-CN" : "") + ".md";
  }

  /** The folder of pages beside the jar. */
  private static Optional<Path> beside() {
    CodeSource source = DocLinks.class.getProtectionDomain().getCodeSource();
    URL jar = source == null ? null : source.getLocation();
    try {
      return jar == null
          ? Optional.empty()
          : Optional.of(Path.of(jar.toURI()).resolveSibling("docs").resolve("rules"));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String buildProperty(String name) {
    Properties properties = new Properties();
    try (InputStream in = DocLinks.class.getResourceAsStream("/dev/genplan/build.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty(name, "");
  }
}

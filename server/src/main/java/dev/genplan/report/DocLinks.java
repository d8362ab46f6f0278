package dev.genplan.report;

import dev.genplan.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the page of a rule can be read: at the published address, or, while the build names none,
 * beside the program. A code without a page has no link.
 */
public final class DocLinks {

  private record Page(String code, Language language) {}

  private final Optional<String> published;
  private final Optional<Path> shipped;
  private final Map<Page, Optional<URI>> known = new ConcurrentHashMap<>();

  /**
   * @param published the address under which the documentation is published
   * @param shipped the folder in which the pages lie
   */
  DocLinks(Optional<String> published, Optional<Path> shipped) {
    this.published = published.map(url -> url.replaceFirst("/+$", ""));
    this.shipped = shipped;
  }

  /** The links of this build. */
  public static DocLinks ofBuild() {
    return new DocLinks(address(), besideProgram());
  }

  /**
   * The page about what a diagnostic's code says.
   *
   * @param code the code of a diagnostic
   * @param language in which it is to be read
   */
  public Optional<URI> page(String code, Language language) {
    return known.computeIfAbsent(new Page(code, language), this::find);
  }

  private Optional<URI> find(Page page) {
    String name = page.code() + (page.language() == Language.CHINESE ? ".zh-CN.md" : ".md");
    if (published.isPresent()) {
      boolean exists = DocLinks.class.getResource("/dev/genplan/rules/pages/" + name) != null;
      return exists
          ? Optional.of(URI.create(published.get() + "/rules/" + name))
          : Optional.empty();
    }
    return shipped
        .map(folder -> folder.resolve(name))
        .filter(Files::isRegularFile)
        .map(Path::toUri);
  }

  private static Optional<String> address() {
    Properties build = new Properties();
    try (InputStream in = DocLinks.class.getResourceAsStream("/dev/genplan/build.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException unreadable) {
      return Optional.empty();
    }
    return Optional.ofNullable(build.getProperty("docs.url")).filter(url -> !url.isBlank());
  }

  private static Optional<Path> besideProgram() {
    try {
      Path program =
          Path.of(DocLinks.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Optional.ofNullable(program.getParent()).map(folder -> folder.resolve("docs/rules"));
    } catch (URISyntaxException | RuntimeException unknown) {
      return Optional.empty();
    }
  }
}

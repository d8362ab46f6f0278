package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.syntax.Chunk;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.TokenKind;
import dev.genplan.syntax.Tokens;
import dev.genplan.text.Localized;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places of a plan that lead out of it: imports, addresses of data, papers and pages. */
public final class Links {

  /**
   * A place that leads somewhere.
   *
   * @param target where to, as a URI
   * @param title what happens there
   */
  public record Outgoing(Span span, String target, Localized title) {}

  private static final Localized OPEN_FILE = Localized.of("Open the imported file", "打开导入的文件");
  private static final Localized OPEN_HUB =
      Localized.of("Open on Hugging Face", "在 Hugging Face 上打开");
  private static final Localized OPEN_PAPER = Localized.of("Open the paper", "打开论文");
  private static final Localized OPEN_PAGE = Localized.of("Open the page", "打开网页");

  /**
   * An address, or the number of a paper as arXiv writes it (arXiv:2203.02155, since 2007 four
   * digits, a dot, four or five digits; info.arxiv.org/help/arxiv_identifier.html). Marks that end
   * a sentence are no part of it.
   */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<web>https?://[^\\s\\p{Cc}\\p{Cs}\"'`<>，。；：！？、（）【】《》“”]*[^\\s\\p{Cc}\\p{Cs}\"'`<>，。；：！？、（）【】《》“”.,;:!?)\\]}])"
              + "|hf://(?<hub>[\\w./@+=-]*[\\w+=-])"
              + "|(?i:arxiv):\\s?(?<paper>\\d{4}\\.\\d{4,5}(?:v\\d+)?)");

  /** A repository of the hub and what of it is meant: {@code org/name@revision/path}. */
  private static final Pattern REPOSITORY =
      Pattern.compile(
          "(?<type>datasets/|models/|spaces/)?(?<name>[^/@]+(?:/[^/@]+)?)"
              + "(?:@(?<revision>[^/]+))?(?:/(?<path>.+))?");

  private Links() {}

  /** All links of the plan's own file, in the order of the text. */
  public static List<Outgoing> of(Plan plan) {
    List<Outgoing> links = new ArrayList<>();
    SyntaxTree tree = plan.source().tree();
    for (int i = 0; i < tree.chunks().size(); i++) {
      Chunk chunk = tree.chunks().get(i);
      Tokens tokens = chunk.tokens();
      for (int token = 0; token < tokens.size(); token++) {
        TokenKind kind = tokens.kind(token);
        Span span = new Span(tokens.start(token), tokens.end(token)).shift(tree.start(i));
        switch (kind) {
          case COMMENT, DOC_COMMENT, TEXT -> find(tree.text(), span, links);
          default -> {
            // Nothing else holds addresses.
          }
        }
      }
    }
    plan.imports().forEach(link -> links.add(new Outgoing(link.path(), link.file(), OPEN_FILE)));
    links.sort((one, other) -> one.span().compareTo(other.span()));
    return links;
  }

  private static void find(String text, Span span, List<Outgoing> into) {
    String part = text.substring(span.start(), span.end());
    if (part.indexOf(':') < 0) {
      return;
    }
    Matcher found = ADDRESS.matcher(part);
    while (found.find()) {
      Span place = new Span(found.start(), found.end()).shift(span.start());
      if (found.group("web") != null) {
        add(place, found.group("web"), OPEN_PAGE, into);
      } else if (found.group("hub") != null) {
        hub(found.group("hub")).ifPresent(page -> add(place, page, OPEN_HUB, into));
      } else {
        add(place, "https://arxiv.org/abs/" + found.group("paper"), OPEN_PAPER, into);
      }
    }
  }

  private static void add(Span place, String target, Localized title, List<Outgoing> into) {
    try {
      into.add(new Outgoing(place, new URI(target).toASCIIString(), title));
    } catch (URISyntaxException broken) {
      // What cannot be opened is not offered.
    }
  }

  /**
   * The page of what stands behind {@code hf://}. The form is that of the hub's own file system
   * (huggingface.co/docs/huggingface_hub/guides/hf_file_system), but that a repository without its
   * type is a dataset: that is what plans write so.
   */
  private static Optional<String> hub(String address) {
    Matcher repository = REPOSITORY.matcher(address);
    if (!repository.matches()) {
      return Optional.empty();
    }
    String type = Optional.ofNullable(repository.group("type")).orElse("datasets/");
    StringBuilder page = new StringBuilder("https://huggingface.co/");
    page.append(type.equals("models/") ? "" : type).append(repository.group("name"));
    String revision = repository.group("revision");
    String path = repository.group("path");
    if (revision != null || path != null) {
      page.append("/tree/").append(revision == null ? "main" : revision);
    }
    if (path != null) {
      page.append('/').append(path);
    }
    return Optional.of(page.toString());
  }
}

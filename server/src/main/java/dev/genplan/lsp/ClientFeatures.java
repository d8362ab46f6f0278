package dev.genplan.lsp;

import dev.genplan.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/**
 * What the client has announced. What it does not mention it does not have. Each feature asks for
 * what makes a difference to itself; here stands only what several need.
 */
final class ClientFeatures {

  private final Language language;
  private final Positions positions;
  private final Optional<ClientCapabilities> all;

  private ClientFeatures(
      Language language, Positions positions, Optional<ClientCapabilities> capabilities) {
    this.language = language;
    this.positions = positions;
    this.all = capabilities;
  }

  /**
   * @param usual language of a client that names no locale
   */
  static ClientFeatures of(InitializeParams params, Language usual) {
    Optional<ClientCapabilities> all = Optional.ofNullable(params.getCapabilities());
    return new ClientFeatures(
        Optional.ofNullable(params.getLocale()).map(Language::of).orElse(usual),
        Positions.of(
            all.map(ClientCapabilities::getGeneral)
                .map(GeneralClientCapabilities::getPositionEncodings)
                .orElse(List.of())),
        all);
  }

  /** Of everything a person reads. */
  Language language() {
    return language;
  }

  /** Units of columns. */
  Positions positions() {
    return positions;
  }

  /** What the client has announced for one kind of request about documents. */
  <T> Optional<T> text(Function<TextDocumentClientCapabilities, T> part) {
    return all.map(ClientCapabilities::getTextDocument).map(part);
  }

  /** What the client has announced for the workspace. */
  <T> Optional<T> workspace(Function<WorkspaceClientCapabilities, T> part) {
    return all.map(ClientCapabilities::getWorkspace).map(part);
  }

  /** What the client has announced for its window. */
  <T> Optional<T> window(Function<WindowClientCapabilities, T> part) {
    return all.map(ClientCapabilities::getWindow).map(part);
  }

  /** Whether a capability of the yes-or-no kind was announced. */
  static boolean is(Optional<Boolean> announced) {
    return announced.orElse(false);
  }

  /** Whether Markdown is among the formats that were announced. */
  static boolean markdown(Optional<List<String>> formats) {
    return formats.filter(list -> list.contains(MarkupKind.MARKDOWN)).isPresent();
  }
}

package dev.genplan.lsp;

import com.google.gson.JsonObject;
import dev.genplan.analysis.Analysis;
import dev.genplan.diagram.Node;
import dev.genplan.diagram.Picture;
import dev.genplan.diagram.Total;
import dev.genplan.drawing.Drawing;
import dev.genplan.drawing.View;
import dev.genplan.text.Language;
import dev.genplan.workspace.Document;
import dev.genplan.workspace.FileUris;
import java.nio.file.Path;
import java.util.Optional;

/** Answers {@code genplan/preview}, a request of GenPlan's own: pictures of a plan. */
final class PreviewHandler {

  private static final String METHOD = "genplan/preview";

  private PreviewHandler() {}

  static Feature<PreviewParams> feature() {
    return new Feature<>(
        METHOD,
        PreviewParams.class,
        (params, request) -> handle(params, request).orElse(null),
        (client, server) -> {
          JsonObject experimental =
              server.getExperimental() instanceof JsonObject known ? known : new JsonObject();
          experimental.addProperty("preview", true);
          server.setExperimental(experimental);
        });
  }

  private static Optional<Preview> handle(PreviewParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    return document.flatMap(
        open ->
            request.analysis(open).map(it -> preview(open, it, params.wantsDrawings(), request)));
  }

  private static Preview preview(
      Document document, Analysis analysis, boolean drawn, Request request) {
    Picture picture = Picture.of(analysis.plan(), analysis.diagnostics());
    Runnable step =
        () -> {
          request.cancellation().check();
          request.whileCurrent().check();
        };
    step.run();
    Language language = request.client().language();
    return new Preview(
        document.version(),
        picture.title().orElseGet(() -> fileName(document.uri())),
        drawn ? Drawing.svg(picture, View.FLOW, language, step) : null,
        drawn ? Drawing.svg(picture, View.TIMELINE, language, step) : null,
        picture.totals().stream().map(total -> total(total, request)).toList(),
        picture.flow().nodes().stream().map(node -> node(node, request)).toList());
  }

  private static String fileName(String uri) {
    return FileUris.path(uri)
        .map(Path::getFileName)
        .map(Path::toString)
        .orElseGet(() -> uri.substring(uri.lastIndexOf('/') + 1));
  }

  private static Preview.Total total(Total total, Request request) {
    Translator translator = request.translator();
    return new Preview.Total(
        total.label().in(request.client().language()),
        translator.text(total.value()),
        total.note().map(translator::text).orElse(null));
  }

  private static Preview.Node node(Node node, Request request) {
    Translator translator = request.translator();
    return new Preview.Node(
        node.id(),
        request.uris().spelled(node.range().file()),
        translator.range(node.range()),
        translator.range(node.selection()),
        node.kind(),
        node.name(),
        node.severity().map(Translator::severity).orElse(null),
        node.findings().stream().map(found -> translator.text(found.message())).toList());
  }
}

package dev.genplan.lsp;

import dev.genplan.editing.Signature;
import dev.genplan.editing.Signatures;
import dev.genplan.workspace.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.ParameterInformationCapabilities;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpCapabilities;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.SignatureInformationCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Tuple;

/** Answers {@code textDocument/signatureHelp}. */
final class SignatureHelpHandler {

  private static final List<String> TRIGGERS = List.of("{", ",");

  /** Behind a colon the value is typed of what was a key before; a brace may end it all. */
  private static final List<String> RETRIGGERS = List.of(":", "}");

  private SignatureHelpHandler() {}

  static Feature<SignatureHelpParams> feature() {
    return new Feature<>(
        "textDocument/signatureHelp",
        SignatureHelpParams.class,
        (params, request) -> handle(params, request).orElse(null),
        (client, server) ->
            server.setSignatureHelpProvider(new SignatureHelpOptions(TRIGGERS, RETRIGGERS)));
  }

  private static Optional<SignatureHelp> handle(SignatureHelpParams params, Request request) {
    Optional<Document> document = request.document(params.getTextDocument());
    return document
        .flatMap(
            open ->
                Signatures.at(
                    request.plan(open),
                    request.offset(open, params.getPosition()),
                    request.surroundings(open)))
        .map(signature -> help(signature, capabilities(request.client())));
  }

  private static Optional<SignatureInformationCapabilities> capabilities(ClientFeatures client) {
    return client
        .text(TextDocumentClientCapabilities::getSignatureHelp)
        .map(SignatureHelpCapabilities::getSignatureInformation);
  }

  private static SignatureHelp help(
      Signature signature, Optional<SignatureInformationCapabilities> client) {
    boolean markdown =
        ClientFeatures.markdown(
            client.map(SignatureInformationCapabilities::getDocumentationFormat));
    boolean offsets =
        ClientFeatures.is(
            client
                .map(SignatureInformationCapabilities::getParameterInformation)
                .map(ParameterInformationCapabilities::getLabelOffsetSupport));
    List<ParameterInformation> parameters = new ArrayList<>();
    for (Signature.Parameter parameter : signature.parameters()) {
      parameters.add(parameter(parameter, signature.label(), offsets, markdown));
    }
    SignatureInformation information = new SignatureInformation(signature.label());
    information.setParameters(parameters);
    SignatureHelp help = new SignatureHelp();
    help.setSignatures(List.of(information));
    help.setActiveSignature(0);
    if (signature.active().isPresent()) {
      int active = signature.active().getAsInt();
      help.setActiveParameter(active);
      if (ClientFeatures.is(
          client.map(SignatureInformationCapabilities::getActiveParameterSupport))) {
        information.setActiveParameter(active);
      }
    }
    return help;
  }

  private static ParameterInformation parameter(
      Signature.Parameter parameter, String label, boolean offsets, boolean markdown) {
    ParameterInformation information = new ParameterInformation();
    int start = parameter.span().start();
    int end = parameter.span().end();
    if (offsets) {
      information.setLabel(Tuple.two(start, end));
    } else {
      information.setLabel(label.substring(start, end));
    }
    information.setDocumentation(Translator.content(parameter.text(), markdown));
    return information;
  }
}

package dev.genplan.lsp;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;

/**
 * The methods of the server's life that it understands, and those it sends; those it answers from
 * documents are {@link Features}. Each with the types of its parameters, written down instead of
 * found by reflection over LSP4J's interfaces, which takes longer than all the rest of the start.
 */
final class Methods {

  static final String INITIALIZE = "initialize";
  static final String INITIALIZED = "initialized";
  static final String SHUTDOWN = "shutdown";
  static final String EXIT = "exit";
  static final String SET_TRACE = "$/setTrace";
  static final String CANCEL_PROGRESS = "window/workDoneProgress/cancel";
  static final String DID_OPEN = "textDocument/didOpen";
  static final String DID_CHANGE = "textDocument/didChange";
  static final String DID_SAVE = "textDocument/didSave";
  static final String DID_CLOSE = "textDocument/didClose";
  static final String DID_CHANGE_FOLDERS = "workspace/didChangeWorkspaceFolders";
  static final String DID_CHANGE_FILES = "workspace/didChangeWatchedFiles";

  static final String PUBLISH_DIAGNOSTICS = "textDocument/publishDiagnostics";
  static final String REGISTER = "client/registerCapability";

  private Methods() {}

  /** What is needed to read messages: parameters of what comes in, results of what goes out. */
  static Map<String, JsonRpcMethod> all(Collection<Feature<?>> features) {
    Map<String, JsonRpcMethod> methods = new LinkedHashMap<>();
    request(methods, INITIALIZE, InitializeParams.class);
    request(methods, SHUTDOWN);
    features.forEach(feature -> request(methods, feature.method(), feature.params()));
    request(methods, REGISTER);
    notification(methods, INITIALIZED, InitializedParams.class);
    notification(methods, EXIT);
    notification(methods, SET_TRACE, SetTraceParams.class);
    notification(methods, CANCEL_PROGRESS, WorkDoneProgressCancelParams.class);
    notification(methods, DID_OPEN, DidOpenTextDocumentParams.class);
    notification(methods, DID_CHANGE, DidChangeTextDocumentParams.class);
    notification(methods, DID_SAVE, DidSaveTextDocumentParams.class);
    notification(methods, DID_CLOSE, DidCloseTextDocumentParams.class);
    notification(methods, DID_CHANGE_FOLDERS, DidChangeWorkspaceFoldersParams.class);
    notification(methods, DID_CHANGE_FILES, DidChangeWatchedFilesParams.class);
    return methods;
  }

  private static void request(
      Map<String, JsonRpcMethod> methods, String name, Class<?>... parameters) {
    methods.put(name, JsonRpcMethod.request(name, Object.class, parameters));
  }

  private static void notification(
      Map<String, JsonRpcMethod> methods, String name, Class<?>... parameters) {
    methods.put(name, JsonRpcMethod.notification(name, parameters));
  }
}

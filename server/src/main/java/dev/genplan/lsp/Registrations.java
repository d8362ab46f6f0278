package dev.genplan.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DidChangeConfigurationCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What the server asks of a client that can be asked. */
final class Registrations {

  private static final List<String> WATCHED = List.of("**/*.genplan", "**/.gitignore");

  private final Endpoint client;
  private final ClientFeatures features;

  Registrations(Endpoint client, ClientFeatures features) {
    this.client = client;
    this.features = features;
  }

  /** Asks the client to tell when files change that are not open, and when settings do. */
  void register() {
    List<Registration> registrations = new ArrayList<>();
    if (ClientFeatures.is(
        features
            .workspace(WorkspaceClientCapabilities::getDidChangeWatchedFiles)
            .map(DidChangeWatchedFilesCapabilities::getDynamicRegistration))) {
      List<FileSystemWatcher> watchers =
          WATCHED.stream().map(glob -> new FileSystemWatcher(Either.forLeft(glob))).toList();
      registrations.add(
          new Registration(
              "genplan-files",
              Methods.DID_CHANGE_FILES,
              new DidChangeWatchedFilesRegistrationOptions(watchers)));
    }
    if (ClientFeatures.is(
        features
            .workspace(WorkspaceClientCapabilities::getDidChangeConfiguration)
            .map(DidChangeConfigurationCapabilities::getDynamicRegistration))) {
      registrations.add(
          new Registration(
              "genplan-settings",
              Methods.DID_CHANGE_CONFIGURATION,
              Map.of("section", ClientSettings.SECTION)));
    }
    if (!registrations.isEmpty()) {
      var unused =
          client
              .request(Methods.REGISTER, new RegistrationParams(registrations))
              .whenComplete(
                  (done, failure) -> {
                    if (failure != null) {
                      Log.warning("the client will not tell of changes: " + failure);
                    }
                  });
    }
  }

  /** Whether the client can be asked for its settings. */
  boolean hasSettings() {
    return ClientFeatures.is(features.workspace(WorkspaceClientCapabilities::getConfiguration));
  }

  /** Asks for the settings; empty if there is nobody to ask. */
  Optional<CompletableFuture<?>> settings() {
    if (!hasSettings()) {
      return Optional.empty();
    }
    ConfigurationItem item = new ConfigurationItem();
    item.setSection(ClientSettings.SECTION);
    return Optional.of(
        client.request(Methods.CONFIGURATION, new ConfigurationParams(List.of(item))));
  }
}

package dev.genplan.lsp;

import dev.genplan.workspace.FileUris;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How the client spells the URIs of its documents. It must be answered in its own spelling, while a
 * file has only one inside.
 */
final class ClientUris {

  private final Map<String, String> inside = new ConcurrentHashMap<>();
  private final Map<String, String> spelled = new ConcurrentHashMap<>();

  /** The one spelling of a URI of the client's. */
  String inside(String uri) {
    String known = inside.get(uri);
    return known != null ? known : FileUris.normalize(uri);
  }

  /** A document is opened under this name. */
  String opened(String uri) {
    String normal = FileUris.normalize(uri);
    inside.put(uri, normal);
    spelled.put(normal, uri);
    return normal;
  }

  /** The URI as the client spells it. */
  String spelled(String uri) {
    return spelled.getOrDefault(uri, uri);
  }
}

package dev.genplan.lsp;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.ServerCapabilities;

/**
 * A request that the server answers: everything that is to be known about it, so that {@link
 * Features} need only list it. What the client must be able to take, the feature asks {@link
 * ClientFeatures} itself.
 *
 * @param method the protocol's name of the request
 * @param params the type of its parameters
 * @param answer works the answer out, on a thread of the pool; may return {@code null} where the
 *     protocol has it so, and {@link Later} where the answer has to wait for something
 * @param announcement adds to the server's capabilities what this client is to know of it
 */
record Feature<P>(
    String method,
    Class<P> params,
    BiFunction<P, Request, Object> answer,
    BiConsumer<ClientFeatures, ServerCapabilities> announcement) {

  /** A request that goes without saying, such as the one that resolves what another has given. */
  static <P> Feature<P> unannounced(
      String method, Class<P> params, BiFunction<P, Request, Object> answer) {
    return new Feature<>(method, params, answer, (client, server) -> {});
  }

  /** Answers a request whose parameters have been read as {@link #params}. */
  Object answer(Object parameters, Request request) {
    return answer.apply(params.cast(parameters), request);
  }
}

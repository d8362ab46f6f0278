package dev.genplan.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What is known of a published model. What its makers have not published is empty.
 *
 * @param id its identifier at the hub or the provider
 * @param aliases names it also goes by
 * @param family the line of models it belongs to: models of one family tend to prefer each other's
 *     answers
 * @param vocabulary models with the same word here share the token ids of text; special tokens may
 *     differ
 * @param license what it is offered under; not always one that {@link Licenses#find} knows, since
 *     the hub's {@code other} stands for many
 * @param access a word of the list {@code access}
 * @param role a word of the list {@code role}
 * @param variant a word of the list {@code variant}; empty for an encoder
 * @param parameters all of them
 * @param activeParameters those used for one token; differs from all only in a mixture of experts
 * @param context window in tokens, prompt and answer together
 * @param released the first day of the month it came out in
 * @param cutoff the last day of the last month that its training data covers
 * @param precision the number format it was trained in, a word of the list {@code precision}
 * @param languages BCP 47 tags of the languages its makers list
 * @param tokens of text it was trained on
 * @param flops of its training
 */
public record ModelCard(
    String id,
    List<String> aliases,
    String family,
    Optional<String> vocabulary,
    License license,
    String access,
    String role,
    Optional<String> variant,
    OptionalLong parameters,
    OptionalLong activeParameters,
    OptionalInt context,
    Optional<LocalDate> released,
    Optional<LocalDate> cutoff,
    Optional<String> precision,
    List<String> languages,
    OptionalLong tokens,
    OptionalDouble flops,
    Optional<Architecture> architecture,
    Source source) {

  public ModelCard {
    aliases = List.copyOf(aliases);
    languages = List.copyOf(languages);
  }

  /**
   * The shape of a transformer.
   *
   * @param backbone a word of the list {@code backbone}
   * @param attention a word of the list {@code attention}
   * @param layers of the decoder, or of the encoder where there is none
   * @param hidden width of the residual stream
   * @param heads for queries
   * @param kvHeads heads for keys and values; with {@code mla} see {@code latent}
   * @param headSize width of one head
   * @param feedForward width of the feed-forward layers; of one expert in a mixture
   * @param vocabulary rows of the embedding, padding included
   * @param experts in a layer; empty in a dense model
   * @param activeExperts used for one token
   * @param window how many tokens back every layer's attention reaches, where that is less than the
   *     context
   * @param latent values that {@code mla} caches for a token in a layer, position included
   */
  public record Architecture(
      String backbone,
      String attention,
      int layers,
      int hidden,
      int heads,
      int kvHeads,
      int headSize,
      int feedForward,
      int vocabulary,
      OptionalInt experts,
      OptionalInt activeExperts,
      OptionalInt window,
      OptionalInt latent) {}

  /** Whether other models may be trained on what it writes. */
  public TrainingOnOutputs trainingOnOutputs() {
    return license.trainingOnOutputs();
  }
}

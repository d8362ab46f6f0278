package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.WordListBuilder.closed;
import static dev.genplan.schema.WordListBuilder.open;

/** What models and data sets are, hold, and may be used for. */
final class ArtifactWords {

  private static final Property LEAD = quantity("lead", Dimension.TIME).world().example("4 weeks");
  private static final Property TUNING = bool("tuning").example("true");
  private static final Property AGAINST =
      reference("against", FlowType.DATASET).many().example("tickets.test");
  private static final Property REMOVED = share("removed").world().example("3%");

  static final WordList ROLES =
      closed("role")
          .names("policy reward classifier judge teacher draft embedder reranker")
          .build();
  static final WordList VARIANTS =
      closed("variant").names("base instruct reasoning adapter").build();
  static final WordList LICENSES = open("license").names("apache-2.0 mit none").build();
  static final WordList ACCESS =
      closed("access")
          .names("open")
          .options(LEAD)
          .names("gated licensed")
          .options(LEAD, TUNING)
          .names("api")
          .options(LEAD)
          .names("private")
          .build();
  static final WordList MODALITIES =
      closed("modality").names("text image audio video code").build();
  static final WordList BACKBONES =
      closed("backbone")
          .names("decoder encoder-decoder encoder state-space hybrid diffusion")
          .build();
  static final WordList ATTENTION = closed("attention").names("mha mqa gqa mla linear").build();
  static final WordList CONTENT =
      closed("content")
          .names(
              "text instructions conversations prompts preferences labels step-labels documents questions media")
          .build();
  static final WordList ORIGINS =
      closed("origin")
          .names(
              "human expert volunteers web books code logs tickets mail records internal licensed synthetic")
          .build();
  static final WordList PII = closed("pii").names("none removed present special").build();
  static final WordList CONSENT =
      closed("consent").names("opt-in opt-out notice contract public none").build();
  static final WordList CLEANING =
      open("cleaning")
          .options(REMOVED)
          .names("deduplication")
          .options(AGAINST, REMOVED)
          .names("decontamination")
          .options(REMOVED)
          .names(
              "anonymization quality-filter toxicity-filter language-filter opt-out verification balancing")
          .build();
  static final WordList SPLIT_KEYS =
      closed("split-key").names("random prompt user document time").build();

  private ArtifactWords() {}
}

package dev.genplan.catalog;

/** What the terms of a model say about training other models on what it writes. */
public enum TrainingOnOutputs {
  /** Nothing in the terms speaks against it. */
  ALLOWED,
  /** Allowed; a model trained so and passed on has to bear a name. See {@link License#naming()}. */
  NAMING,
  /** Allowed; a model trained so counts as a derivative and stays under the same terms. */
  SAME_TERMS,
  /** Only for models of the same line and what derives from them. */
  OWN_FAMILY,
  /** Not for models that compete with the provider. */
  NOT_COMPETING,
  /** Not known. */
  UNKNOWN
}

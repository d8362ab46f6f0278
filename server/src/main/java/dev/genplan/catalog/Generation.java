package dev.genplan.catalog;

/**
 * The architecture of an accelerator: what its arithmetic units and its software can do depends on
 * it.
 */
public enum Generation {
  VOLTA("NVIDIA Volta"),
  TURING("NVIDIA Turing"),
  AMPERE("NVIDIA Ampere"),
  ADA("NVIDIA Ada Lovelace"),
  HOPPER("NVIDIA Hopper"),
  BLACKWELL("NVIDIA Blackwell"),
  CDNA3("AMD CDNA 3"),
  CDNA4("AMD CDNA 4"),
  GAUDI("Intel Gaudi"),
  TRAINIUM("AWS Trainium"),
  TPU("Google TPU"),
  ASCEND("Huawei Ascend");

  private final String title;

  Generation(String title) {
    this.title = title;
  }

  /** Vendor and name, the same in every language. */
  public String title() {
    return title;
  }
}

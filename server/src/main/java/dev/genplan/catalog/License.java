package dev.genplan.catalog;

import dev.genplan.text.Localized;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a license allows and asks, in the few points that a plan can run into. A reading aid, not
 * legal advice: the text of the license decides.
 *
 * @param id the hub's identifier, which is SPDX in lower case where SPDX has one
 * @param title its full name
 * @param commercialUse whether money may be made with it
 * @param derivatives whether changed versions may be passed on; a fine-tuned model is one
 * @param shareAlike whether what derives from it has to be passed on under the same license
 * @param attribution whether who passes it on has to name the authors or keep their notices
 * @param useRestrictions whether it forbids certain uses by a list that also binds those who
 *     receive it
 * @param naming what a product or a derived model has to be called
 * @param userThreshold monthly active users of the licensee's products, counted for the month
 *     before the version came out; who had more needs a separate license
 * @param trainingOnOutputs whether other models may be trained on what a model under it writes; for
 *     the license of a dataset of no meaning
 */
public record License(
    String id,
    Localized title,
    Permission commercialUse,
    Permission derivatives,
    boolean shareAlike,
    boolean attribution,
    boolean useRestrictions,
    Optional<Naming> naming,
    OptionalLong userThreshold,
    TrainingOnOutputs trainingOnOutputs,
    Source source) {

  /** Whether something may be done. */
  public enum Permission {
    ALLOWED,
    /** Allowed under conditions that this catalog only partly knows. */
    CONDITIONAL,
    FORBIDDEN,
    /** The identifier does not say: the text behind it has to be read. */
    UNKNOWN
  }

  /**
   * What has to be named.
   *
   * @param notice words to be shown with a product that contains the model
   * @param prefix what the name of a derived model has to begin with
   */
  public record Naming(String notice, String prefix) {}

  /** Whether it forbids commercial use. */
  public boolean nonCommercial() {
    return commercialUse == Permission.FORBIDDEN;
  }
}

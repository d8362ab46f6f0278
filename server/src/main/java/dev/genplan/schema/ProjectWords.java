package dev.genplan.schema;

import static dev.genplan.schema.WordListBuilder.closed;
import static dev.genplan.schema.WordListBuilder.open;

/** What projects are about, for whom, and who works on them. */
final class ProjectWords {

  static final WordList TASKS =
      open("task")
          .names(
              "chat instruction-following summarization translation question-answering text-generation text-classification token-classification extraction code-generation math reasoning tool-use text-retrieval text-ranking feature-extraction image-text-to-text text-to-image text-to-speech automatic-speech-recognition")
          .build();
  static final WordList USES =
      closed("use").names("commercial nonprofit education research personal").build();
  static final WordList AUDIENCES =
      closed("audience").names("public customers internal none").build();
  static final WordList IMPACTS = closed("impact").names("none advisory consequential").build();
  static final WordList RISKS = closed("risk").names("minimal limited high prohibited").build();
  static final WordList DOMAINS =
      open("domain")
          .names(
              "general safety code math science medicine law finance insurance education employment public-services law-enforcement migration justice infrastructure biometrics customer-support marketing")
          .build();
  static final WordList PROJECT_STATUS =
      closed("project-status").names("draft active done").build();
  static final WordList STAGE_STATUS =
      closed("stage-status").names("planned active done skipped").build();
  static final WordList PURPOSES =
      closed("purpose").names("product baseline ablation experiment sanity archive").build();
  static final WordList EXPERTISE = closed("expertise").names("low medium high").build();
  static final WordList TEAM =
      open("team")
          .names(
              "ml-engineer researcher data-engineer software-engineer annotator domain-expert red-teamer product-owner legal")
          .build();
  static final WordList CRITERIA =
      open("criteria")
          .names("quality license size context languages latency cost safety residency modality")
          .build();
  static final WordList CURRENCIES = currencies();

  private ProjectWords() {}

  private static WordList currencies() {
    WordListBuilder words = open("currency");
    for (UnitWord unit : Units.of(Dimension.MONEY)) {
      words.add(unit.word(), unit.title().en() + ".", unit.title().zh() + "。");
    }
    return words.build();
  }
}

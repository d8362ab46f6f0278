package dev.genplan.diagram;

import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Feedback;
import dev.genplan.schema.Kind;

/**
 * How long stages usually take, where a plan does not say.
 *
 * <p>After the cheat sheet of the project life cycle in "Generative AI with Large Language Models"
 * (DeepLearning.AI and AWS, 2023): pre-training takes days to weeks to months, fine-tuning and
 * prompt tuning minutes to hours and may fit in a day, RLHF minutes to hours once there is a reward
 * model, gathering feedback long, optimization and deployment minutes to hours. Prompt engineering
 * trains nothing, yet people try prompts for hours to days. What the sheet leaves out follows
 * published projects: Llama 2 gathered feedback in 14 weekly batches (arXiv:2307.09288); red
 * teaming, retrieval and guardrails take days to weeks, evaluations hours, by people weeks.
 *
 * <p>A word such as "hours" stands for all from one hour up to one day, the next unit.
 */
final class Efforts {

  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;
  private static final double WEEK = 7 * DAY;
  private static final double MONTH = 365.2425 / 12 * DAY;

  private static final Interval MINUTES_TO_HOURS = new Interval(MINUTE, DAY);
  private static final Interval HOURS = new Interval(HOUR, DAY);
  private static final Interval HOURS_TO_DAYS = new Interval(HOUR, WEEK);
  private static final Interval DAYS = new Interval(DAY, WEEK);
  private static final Interval DAYS_TO_WEEKS = new Interval(DAY, MONTH);
  private static final Interval WEEKS = new Interval(WEEK, MONTH);

  /** The longest pre-training that is published took less than half a year. */
  private static final Interval DAYS_TO_MONTHS = new Interval(DAY, 6 * MONTH);

  private Efforts() {}

  /** How long a stage usually takes, in seconds; one round of it. */
  static Interval of(Symbol stage) {
    return switch (stage.kind().map(Kind::word).orElse("")) {
      case "select" -> DAYS;
      case "pretrain" -> stage.links("model").isEmpty() ? DAYS_TO_MONTHS : DAYS_TO_WEEKS;
      case "prompt", "synthesize" -> HOURS_TO_DAYS;
      case "finetune", "align", "deploy" -> MINUTES_TO_HOURS;
      case "feedback" -> new Feedback(stage).isHuman() ? feedback(stage) : HOURS_TO_DAYS;
      case "reward" -> HOURS;
      case "evaluate" -> stage.attributes().has("annotators") ? DAYS_TO_WEEKS : HOURS_TO_DAYS;
      case "redteam", "augment", "guard" -> DAYS_TO_WEEKS;
      case "optimize" ->
          stage.attributes().words("method").contains("distill") ? DAYS : MINUTES_TO_HOURS;
      default -> Interval.ZERO;
    };
  }

  /** People gather for weeks, after the lead time that is stated. */
  private static Interval feedback(Symbol stage) {
    return stage.attributes().amount("lead").map(Interval::of).orElse(Interval.ZERO).plus(WEEKS);
  }
}

package dev.genplan.cli;

import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.text.Nearest;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/**
 * A call of a command.
 *
 * @param line its options and arguments
 * @param environment what surrounds it
 * @param language the language to answer in
 */
record Invocation(CommandLine line, Environment environment, Language language) {

  /** Arguments that are not options. */
  List<String> arguments() {
    return line.getArgList();
  }

  /** Complains of arguments where a command takes none. */
  void refuseArguments() throws UsageException {
    if (!arguments().isEmpty()) {
      throw new UsageException(
          Localized.of("unexpected argument `{0}`", "此处不接受参数 `{0}`").with(arguments().get(0)));
    }
  }

  boolean has(String option) {
    return line.hasOption(option);
  }

  /** The value of an option. */
  Optional<String> value(String option) {
    return Optional.ofNullable(line.getOptionValue(option));
  }

  /** All values of an option that can be given several times, in their order. */
  List<String> values(String option) {
    return line.hasOption(option) ? List.of(line.getOptionValues(option)) : List.of();
  }

  /**
   * The value of an option that takes one of certain words.
   *
   * @param words the words; the first one is meant when the option is absent
   * @throws UsageException if it is another word
   */
  String choice(String option, List<String> words) throws UsageException {
    String value = value(option).orElse(words.get(0));
    if (!words.contains(value)) {
      Optional<String> nearest = Nearest.of(value, words);
      String all = String.join(", ", words);
      throw new UsageException(
          nearest.isPresent()
              ? Localized.of(
                      "`{1}` is no value of `--{0}`; did you mean `{2}`?",
                      "`--{0}` 不接受 `{1}`；是否想写 `{2}`？")
                  .with(option, value, nearest.get())
              : Localized.of(
                      "`{1}` is no value of `--{0}`; it takes one of {2}",
                      "`--{0}` 不接受 `{1}`；可用的值：{2}")
                  .with(option, value, all));
    }
    return value;
  }

  /** Shows a problem that does not end the run. */
  void complain(Message problem) {
    environment.err().print("genplan: " + problem.in(language) + '\n');
  }
}

package dev.genplan.cli;

import dev.genplan.report.DocLinks;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.text.Nearest;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Reads a command line, calls the command, and answers wrong usage. */
public final class Cli {

  private static final Message INTERNAL =
      Message.of("internal error; please report it together with the plan", "内部错误；请将此错误连同计划一并反馈");

  private static final String HELP = "help";
  private static final List<String> HELP_WORDS = List.of("help", "--help", "-h");
  private static final List<String> VERSION_WORDS = List.of("--version", "-V");

  private final Environment environment;
  private final List<Command> commands;

  /**
   * @param environment what surrounds the run
   * @param server runs the language server
   */
  public Cli(Environment environment, LanguageServer server) {
    this.environment = environment;
    this.commands =
        List.of(
            new LintCommand(),
            new FormatCommand(),
            new GraphCommand(),
            new ExplainCommand(),
            new RulesCommand(),
            new LspCommand(server));
  }

  /**
   * Runs the program.
   *
   * @param arguments what stands behind its name
   * @return the exit code
   */
  public int run(List<String> arguments) {
    Language language = Language.ENGLISH;
    try {
      language = Languages.of(arguments, environment);
      return run(arguments, language);
    } catch (UsageException e) {
      environment.err().print("genplan: " + e.reason().in(language) + '\n');
      return ExitCode.FAILURE;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // Without this the JVM would end with 1, as if something had been found in a plan.
      environment.err().print("genplan: " + INTERNAL.in(language) + '\n');
      e.printStackTrace(environment.err());
      return ExitCode.FAILURE;
    } finally {
      environment.out().flush();
      environment.err().flush();
    }
  }

  private int run(List<String> arguments, Language language) throws UsageException {
    List<String> words = withoutLanguage(arguments);
    if (words.isEmpty()) {
      environment.err().print(Help.program(commands, language));
      return ExitCode.FAILURE;
    }
    String first = words.get(0);
    if (VERSION_WORDS.contains(first)) {
      environment.out().print("genplan " + DocLinks.version() + '\n');
      return ExitCode.CLEAN;
    }
    if (HELP_WORDS.contains(first)) {
      environment.out().print(Help.program(commands, language));
      return ExitCode.CLEAN;
    }
    return call(command(first), words.subList(1, words.size()), language);
  }

  /** The arguments from the command on: only the language may stand before it. */
  private static List<String> withoutLanguage(List<String> arguments) {
    String option = "--" + Languages.OPTION;
    int from = 0;
    while (from < arguments.size() && arguments.get(from).startsWith(option)) {
      from += arguments.get(from).equals(option) ? 2 : 1;
    }
    return arguments.subList(Math.min(from, arguments.size()), arguments.size());
  }

  private Command command(String name) throws UsageException {
    for (Command command : commands) {
      if (command.name().equals(name)) {
        return command;
      }
    }
    throw unknown(name);
  }

  private UsageException unknown(String name) {
    if (name.startsWith("-")) {
      return new UsageException(
          Localized.of(
                  "there is no option `{0}`; `genplan --help` lists them",
                  "没有选项 `{0}`；`genplan --help` 列出全部选项")
              .with(name));
    }
    Optional<String> nearest = Nearest.of(name, commands.stream().map(Command::name).toList());
    return new UsageException(
        nearest.isPresent()
            ? Localized.of(
                    "there is no command `{0}`; did you mean `{1}`?", "没有 `{0}` 命令；是否想写 `{1}`？")
                .with(name, nearest.get())
            : Localized.of(
                    "there is no command `{0}`; `genplan --help` lists them",
                    "没有 `{0}` 命令；`genplan --help` 列出全部命令")
                .with(name));
  }

  private int call(Command command, List<String> arguments, Language language)
      throws UsageException {
    Options options = command.options();
    options.addOption(Option.builder("h").longOpt(HELP).get());
    options.addOption(Option.builder().longOpt(Languages.OPTION).hasArg().get());
    CommandLine line = parse(options, arguments, command);
    if (line.hasOption(HELP)) {
      environment.out().print(command.help().in(language));
      return ExitCode.CLEAN;
    }
    return command.run(new Invocation(line, environment, language));
  }

  private static CommandLine parse(Options options, List<String> arguments, Command command)
      throws UsageException {
    try {
      return DefaultParser.builder()
          .setAllowPartialMatching(false)
          .setStripLeadingAndTrailingQuotes(false)
          .get()
          .parse(options, arguments.toArray(String[]::new));
    } catch (UnrecognizedOptionException e) {
      throw unknownOption(e.getOption(), options, command);
    } catch (MissingArgumentException e) {
      throw new UsageException(
          Localized.of("`--{0}` needs a value", "`--{0}` 缺少值").with(e.getOption().getLongOpt()));
    } catch (ParseException e) {
      throw new UsageException(Localized.same(e.getMessage()).with());
    }
  }

  private static UsageException unknownOption(String option, Options options, Command command) {
    String written = option.replaceFirst("=.*", "");
    List<String> known = options.getOptions().stream().map(o -> "--" + o.getLongOpt()).toList();
    Optional<String> nearest = Nearest.of(written, known);
    return new UsageException(
        nearest.isPresent()
            ? Localized.of(
                    "`genplan {0}` has no option `{1}`; did you mean `{2}`?",
                    "`genplan {0}` 没有选项 `{1}`；是否想写 `{2}`？")
                .with(command.name(), written, nearest.get())
            : Localized.of(
                    "`genplan {0}` has no option `{1}`; `genplan {0} --help` lists them",
                    "`genplan {0}` 没有选项 `{1}`；`genplan {0} --help` 列出全部选项")
                .with(command.name(), written));
  }
}

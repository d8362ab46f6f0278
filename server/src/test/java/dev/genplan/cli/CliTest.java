package dev.genplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.cli.CliRun.Outcome;
import dev.genplan.text.Language;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

  @TempDir Path folder;
  private CliRun run;

  @BeforeEach
  void inAFolder() {
    run = new CliRun(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  void tellsItsVersion(String word) {
    Outcome outcome = run.run(word);

    assertThat(outcome.out()).matches("genplan \\S+\n");
    assertThat(outcome.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void listsItsCommands(String word) {
    run.run(word)
        .expect(
            0,
            """
            GenPlan checks plans of generative-AI projects.

            Usage: genplan COMMAND [options] [arguments]

            Commands:
              lint      Check plans
              format    Format plans
              graph     Draw a plan
              explain   Explain a rule or another diagnostic
              rules     List the rules
              lsp       Run the language server for an editor

            Options:
              --lang LANGUAGE  en or zh-CN; default: the locale
              -V, --version    show the version
              -h, --help       show this; behind a command, what that one takes
            """);
  }

  @Test
  void withoutACommandIsAFailure() {
    Outcome outcome = run.run();

    assertThat(outcome.err()).startsWith("GenPlan checks plans").contains("  lint ");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  @Test
  void theLanguageMayStandBeforeTheCommand() {
    assertThat(run.run("--lang", "zh-CN", "lint", "--help").out()).startsWith("检查计划");
    assertThat(run.run("--lang=zh-CN", "--help").out()).startsWith("GenPlan 检查");
  }

  @Test
  void everyCommandExplainsAllItsOptionsInBothLanguages() {
    for (Command command : commands()) {
      for (Language language : Language.values()) {
        String help = run.run(command.name(), "--help", "--lang", language.tag()).out();
        assertThat(help)
            .isEqualTo(command.help().in(language))
            .contains("genplan " + command.name());
        for (Option option : command.options().getOptions()) {
          assertThat(help).contains("--" + option.getLongOpt() + " ");
        }
        assertThat(help.lines()).allMatch(line -> line.length() <= 90);
      }
    }
  }

  private static List<Command> commands() {
    return List.of(
        new LintCommand(),
        new FormatCommand(),
        new GraphCommand(),
        new ExplainCommand(),
        new RulesCommand(),
        new LspCommand(new NoServer()));
  }

  @Nested
  class WrongUsage {

    @Test
    void ofCommands() {
      run.run("lnit").expectComplaint("there is no command `lnit`; did you mean `lint`?");
      run.run("compile")
          .expectComplaint("there is no command `compile`; `genplan --help` lists them");
      run.run("--lang", "zh", "lnit").expectComplaint("没有 `lnit` 命令；是否想写 `lint`？");
    }

    @Test
    void ofOptions() {
      run.run("lint", "--fromat", "json")
          .expectComplaint("`genplan lint` has no option `--fromat`; did you mean `--format`?");
      run.run("rules", "-x")
          .expectComplaint("`genplan rules` has no option `-x`; `genplan rules --help` lists them");
      run.run("lint", "--form", "json")
          .expectComplaint("`genplan lint` has no option `--form`; did you mean `--format`?");
      run.run("lint", "--as-of").expectComplaint("`--as-of` needs a value");
      run.run("--verbose")
          .expectComplaint("there is no option `--verbose`; `genplan --help` lists them");
    }

    @Test
    void ofArguments() {
      run.run("rules", "all").expectComplaint("unexpected argument `all`");
      run.run("explain")
          .expectComplaint(
              "`genplan explain` takes the name of one rule; `genplan rules` lists them");
    }

    @Test
    void ofLanguages() {
      run.run("lint", "--lang", "fr")
          .expectComplaint("`fr` is no language that GenPlan speaks; it speaks `en` and `zh-CN`");
    }
  }

  @Nested
  class Locales {

    @ParameterizedTest
    @CsvSource({
      "zh_CN.UTF-8, '',          '',          zh-CN",
      "en_US.UTF-8, zh_CN.UTF-8, '',          zh-CN",
      "en_US.UTF-8, zh_CN.UTF-8, C.UTF-8,     en",
      "zh_TW.UTF-8, '',          '',          zh-CN",
      "zh,          '',          '',          zh-CN",
      "C,           '',          zh_CN.UTF-8, zh-CN",
      "de_DE.UTF-8, '',          '',          en",
    })
    void decideTheLanguage(String lang, String messages, String all, String expected) {
      run.variable("LANG", lang).variable("LC_MESSAGES", messages).variable("LC_ALL", all);

      assertThat(run.run("--help").out().startsWith("GenPlan 检查"))
          .isEqualTo(expected.equals("zh-CN"));
    }
  }

  @Nested
  class Explain {

    @Test
    void givesThePageAsMarkdown() {
      assertThat(run.run("explain", "unused-allow").out())
          .startsWith("# unused-allow\n\n")
          .contains("\n## Why it matters\n");
      assertThat(run.run("explain", "unused-allow", "--lang", "zh-CN").out())
          .contains("\n## 为什么重要\n");
    }

    @Test
    void showsThePageOnATerminal() {
      assertThat(run.terminal().variable("COLUMNS", "60").run("explain", "unused-allow").out())
          .startsWith("\u001b[1munused-allow\u001b[m\n\n")
          .contains("\n    ");
    }

    @Test
    void explainsTheLanguageToo() {
      run.run("explain", "unknown-reference")
          .expect(0, "# unknown-reference\n\nA name refers to nothing.\n");
    }

    @Test
    void suggestsTheNearestName() {
      run.run("explain", "unused-alow")
          .expectComplaint("there is no rule `unused-alow`; did you mean `unused-allow`?");
      run.run("explain", "everything")
          .expectComplaint("there is no rule `everything`; `genplan rules` lists them");
    }
  }

  @Test
  void listsRules() {
    assertThat(run.run("rules").out()).contains("\n  unused-allow ");
    assertThat(run.run("rules", "--profile", "recommended").out())
        .contains("\n  rl-without-reward ")
        .doesNotContain("  all  ");
    assertThat(run.run("rules", "--format", "json").out())
        .startsWith("{\n  \"version\": 1,\n")
        .contains("\"code\": \"unused-allow\",");
  }

  @Test
  void handsOverToTheServer() {
    run.run("lsp").expect(7, "");
    run.run("lsp", "--stdio").expect(7, "");
    run.run("lsp", "--port", "4711").expect(4711, "");
    run.run("lsp", "--port", "1").expectComplaint("cannot listen on port 1: Permission denied");
    run.run("lsp", "--port", "http")
        .expectComplaint("`--port` takes a number from 0 to 65535, not `http`");
    run.run("lsp", "--port", "65536")
        .expectComplaint("`--port` takes a number from 0 to 65535, not `65536`");
    run.run("lsp", "--tcp", "1")
        .expectComplaint("`genplan lsp` has no option `--tcp`; `genplan lsp --help` lists them");
  }
}

package dev.genplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.text.Language;
import org.junit.jupiter.api.Test;

class PageTest {

  private static final String ENGLISH =
      """
      # some-rule

      A long first sentence about what the rule finds in `a plan`.

      ## Example

      ```genplan
      model a {

        id: "a name that is longer than the width"
      }
      ```

      - A point that needs more than one line to be made.
      """;

  @Test
  void breaksParagraphsAndIndentsCode() {
    assertThat(new Page(Paint.PLAIN, 32, Language.ENGLISH).render(ENGLISH))
        .isEqualTo(
            """
            some-rule

            A long first sentence about what
            the rule finds in `a plan`.

            Example

                model a {

                  id: "a name that is longer than the width"
                }

            - A point that needs more than
              one line to be made.
            """);
  }

  @Test
  void breaksChineseBetweenCharactersButNotBeforePunctuation() {
    assertThat(new Page(Paint.PLAIN, 20, Language.CHINESE).render("规则检查计划中的数据许可，并说明理由。"))
        .isEqualTo(
            """
            规则检查计划中的数据
            许可，并说明理由。
            """);
  }

  @Test
  void headingsAreStrong() {
    assertThat(new Page(Paint.COLOR, 80, Language.ENGLISH).render("## Why"))
        .isEqualTo("\u001b[1mWhy\u001b[m\n");
  }
}

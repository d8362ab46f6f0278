package dev.genplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.text.Language;
import java.net.URI;
import org.junit.jupiter.api.Test;

class DocLinksTest {

  @Test
  void leadToThePublishedPage() {
    for (String address :
        new String[] {"https://genplan.example/docs", "https://genplan.example/docs/"}) {
      DocLinks links = new DocLinks(address);

      assertThat(links.page("unused-allow", Language.ENGLISH))
          .contains(URI.create("https://genplan.example/docs/rules/unused-allow.md"));
      assertThat(links.page("unused-allow", Language.CHINESE))
          .contains(URI.create("https://genplan.example/docs/rules/unused-allow.zh-CN.md"));
    }
  }

  @Test
  void doNotLeadToAPageThatIsNotThere() {
    assertThat(new DocLinks("https://genplan.example").page("../no", Language.ENGLISH)).isEmpty();
  }

  @Test
  void giveThePage() {
    assertThat(new DocLinks().text("unused-allow", Language.CHINESE).orElseThrow())
        .startsWith("# unused-allow\n");
    assertThat(new DocLinks().text("no-such-rule", Language.ENGLISH)).isEmpty();
  }
}

package dev.genplan.report;

import static dev.genplan.report.ReportFixture.resource;
import static dev.genplan.report.ReportFixture.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reports look like: the files beside the plans of the fixture. */
class ReportsTest {

  private static final ReportFixture SOURCES = new ReportFixture();
  private static final DocLinks LINKS = new DocLinks("https://genplan.example/docs");

  @ParameterizedTest
  @EnumSource
  void forPeople(Language language) {
    String report = written(out -> new HumanReport(out, SOURCES, LINKS, language, Paint.PLAIN));

    assertThat(report).isEqualTo(resource("human." + language.tag() + ".txt"));
  }

  /** The character ESC is written as {@code ␛}. */
  @Test
  void forPeopleInColor() {
    String report =
        written(out -> new HumanReport(out, SOURCES, LINKS, Language.ENGLISH, Paint.COLOR));

    assertThat(report.replace('\u001b', '␛')).isEqualTo(resource("human.color.txt"));
  }

  @ParameterizedTest
  @EnumSource
  void concise(Language language) {
    String report = written(out -> new ConciseReport(out, SOURCES, language, Paint.PLAIN));

    assertThat(report).isEqualTo(resource("concise." + language.tag() + ".txt"));
  }

  @Test
  void forPrograms() {
    String report =
        written(out -> new JsonReport(out, SOURCES, LINKS, Language.ENGLISH))
            .replace(DocLinks.version(), "VERSION");

    assertThat(report).isEqualTo(resource("report.json"));
  }
}

package dev.genplan.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Severity;
import dev.genplan.diagram.Family;
import dev.genplan.diagram.Picture;
import dev.genplan.testing.PlanFiles;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The pictures as texts. */
class DrawingTest {

  private static final double MINIMAL_CONTRAST = 4.5;

  private static Picture picture(String plan) {
    return Picture.of(TestPlans.bind(plan), TestPlans.diagnostics(plan));
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  /** The elements that stand for a node, in their order. */
  private static List<Element> nodes(String svg) throws Exception {
    NodeList groups = xml(svg).getElementsByTagName("g");
    return IntStream.range(0, groups.getLength())
        .mapToObj(i -> (Element) groups.item(i))
        .filter(group -> group.hasAttribute("data-node"))
        .toList();
  }

  private static List<String> spoken(String svg) throws Exception {
    return nodes(svg).stream().map(node -> node.getAttribute("aria-label")).toList();
  }

  static Stream<Path> plans() {
    return Stream.of(
            PlanFiles.good().stream(),
            PlanFiles.faulty().stream(),
            Stream.of(PlanFiles.SAMPLES.resolve("mistakes.genplan")))
        .flatMap(files -> files);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void drawsEveryPlanInEveryForm(Path file) throws Exception {
    var analysis = PlanFiles.analyze(file);
    Picture picture = Picture.of(analysis.plan(), analysis.diagnostics());
    for (Language language : Language.values()) {
      for (View view : View.values()) {
        String svg = Drawing.svg(picture, view, language);
        assertThat(nodes(svg))
            .hasSize(
                view == View.FLOW
                    ? picture.flow().nodes().size()
                    : picture.schedule().bars().size())
            .allMatch(node -> !node.getAttribute("aria-label").isBlank());
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(Drawing.mermaid(picture, view, language))
            .startsWith(view == View.FLOW ? "flowchart TB\n" : "gantt\n");
      }
      assertThat(Drawing.dot(picture, language)).startsWith("digraph \"").endsWith("}\n");
      assertThat(Drawing.html(picture, List.of(View.values()), language))
          .startsWith("<!DOCTYPE html>")
          .contains("default-src 'none'; style-src 'sha256-")
          .doesNotContain("<script")
          .doesNotContain(" style=\"");
    }
  }

  @Test
  void tellsScreenReadersWhatGoesIntoAStage() throws Exception {
    String plan =
        """
        model llama { }
        dataset tickets { split train { } }
        finetune sft { model: llama, data: tickets.train, epoch: 3, rnak: 4 }
        """;
    String svg =
        Drawing.svg(
            Picture.of(TestPlans.bind(plan), TestPlans.diagnostics(plan, new String[0])),
            View.FLOW,
            Language.ENGLISH);

    assertThat(spoken(svg))
        .containsExactly(
            "Model llama",
            "Dataset tickets",
            "Fine-tuning sft, from llama, data tickets.train, 2 findings");
    assertThat(nodes(svg)).allMatch(node -> node.getAttribute("tabindex").equals("0"));
    assertThat(xml(svg).getDocumentElement().getAttribute("aria-labelledby"))
        .isEqualTo("gp-flow-title gp-flow-desc");
  }

  @Test
  void speaksChinese() throws Exception {
    String plan =
        """
        model 通义 { }
        dataset 工单 { }
        evaluate 基线 { model: 通义, data: 工单 }
        finetune 微调 { when: 基线.fails, model: 通义, data: 工单 }
        """;

    String svg =
        Drawing.svg(Picture.of(TestPlans.bind(plan), List.of()), View.FLOW, Language.CHINESE);

    assertThat(spoken(svg)).contains("微调 微调，when 基线.fails，来自 通义，data 工单，有条件");
    assertThat(svg).contains(">未通过<").contains(">有条件<");
  }

  @Test
  void marksFindingsByShapeAndSaysThem() throws Exception {
    String svg = Drawing.svg(picture("model m { licence: mit }\n"), View.FLOW, Language.ENGLISH);

    assertThat(svg).contains("gp-mark gp-error");
    assertThat(nodes(svg).get(0).getElementsByTagName("title").item(0).getTextContent())
        .startsWith("Model m\nError: `licence` is called `license` here");
  }

  @Test
  void drawsConditionalStagesDashedAndAssumedDurationsHatched() {
    Picture picture =
        picture(
            """
            model m { }
            dataset d { }
            evaluate e { model: m, data: d, metrics { rougeL >= 40% }, duration: 1 day }
            finetune f { when: e.fails, model: m, data: d }
            """);

    assertThat(Drawing.svg(picture, View.FLOW, Language.ENGLISH))
        .contains("stroke-dasharray=\"6 4\"")
        .contains(">Conditional<");
    assertThat(Drawing.svg(picture, View.TIMELINE, Language.ENGLISH))
        .contains("fill=\"url(#gp-hatch-tuning)\"")
        .contains(">1 minute to 1 day, assumed<")
        .contains(">Duration assumed<")
        .contains(">1 day<");
  }

  @Test
  void drawsTheDeadline() {
    Picture picture =
        picture(
            "project p { start: 2026-12-01, deadline: 2027-02-28 }\nmodel m { }\nprompt q { model: m }\n");

    assertThat(Drawing.svg(picture, View.TIMELINE, Language.ENGLISH))
        .contains(">deadline 2027-02-28<")
        .contains(">2026-12-01<");
    assertThat(Drawing.svg(picture, View.TIMELINE, Language.CHINESE)).contains(">截止 2027-02-28<");
  }

  @Test
  void escapesWhateverANodeIsCalled() throws Exception {
    String plan = "project p { goal: \"<b>&\\\"]\" }\nprompt \"a<b>\\\"&#;]\" { model: x }\n";
    Picture picture = picture(plan);

    for (View view : View.values()) {
      assertThat(nodes(Drawing.svg(picture, view, Language.ENGLISH))).hasSize(1);
    }
    assertThat(Drawing.html(picture, List.of(View.FLOW), Language.ENGLISH))
        .contains("&lt;b&gt;&amp;")
        .doesNotContain("<b>&");
  }

  /** Writes the picture instead if the property {@code genplan.update} is set. */
  @Test
  void thePictureInTheReadmeIsOfToday() throws Exception {
    String text = PlanFiles.text(PlanFiles.SAMPLES.resolve("plans/llama-2-chat.genplan"));
    Path file = Path.of("..", "docs", "images", "graph.svg");
    Picture picture = Picture.of(TestPlans.bind(text), TestPlans.recommended(text));
    String fresh = Drawing.svg(picture, View.FLOW, Language.ENGLISH) + '\n';
    if (Boolean.getBoolean("genplan.update")) {
      Files.writeString(file, fresh);
    }
    assertThat(Files.readString(file))
        .as("stale; run genplan graph samples/plans/llama-2-chat.genplan -o docs/images/graph.svg")
        .isEqualTo(fresh);
  }

  @Test
  void samePlanSamePicture() {
    String text = PlanFiles.text(PlanFiles.SAMPLES.resolve("plans/llama-2-chat.genplan"));

    assertThat(Drawing.svg(picture(text), View.FLOW, Language.ENGLISH))
        .isEqualTo(Drawing.svg(picture(text), View.FLOW, Language.ENGLISH));
  }

  @Test
  void laysOutTwoHundredStagesWithoutOverlap() throws Exception {
    StringBuilder plan = new StringBuilder("model base { }\ndataset d { split train { } }\n");
    for (int i = 0; i < 100; i++) {
      String before = i < 3 ? "base" : "阶段-tune-" + (i - 1 - i % 3);
      plan.append("finetune 阶段-tune-%d { model: %s, data: d.train }\n".formatted(i, before));
      plan.append(
          "evaluate check-with-a-long-name-%d { model: 阶段-tune-%d, data: d }\n".formatted(i, i));
    }
    Picture picture = Picture.of(TestPlans.bind(plan.toString()), List.of());
    long start = System.nanoTime();

    String flow = Drawing.svg(picture, View.FLOW, Language.ENGLISH);
    String timeline = Drawing.svg(picture, View.TIMELINE, Language.ENGLISH);

    System.out.printf(
        "pictures of 200 stages: %d ms, %d and %d kB%n",
        (System.nanoTime() - start) / 1_000_000, flow.length() / 1000, timeline.length() / 1000);
    assertThat(nodes(flow)).hasSize(202);
    assertThat(nodes(timeline)).hasSize(200);
    assertThat(overlaps(FlowPicture.layout(picture, Language.ENGLISH))).isEmpty();
  }

  private static List<String> overlaps(Layout layout) {
    List<String> found = new ArrayList<>();
    layout
        .boxes()
        .forEach(
            (one, box) ->
                layout
                    .boxes()
                    .forEach(
                        (other, next) -> {
                          if (one.compareTo(other) < 0
                              && box.x() < next.right()
                              && next.x() < box.right()
                              && box.y() < next.bottom()
                              && next.y() < box.bottom()) {
                            found.add(one + " and " + other);
                          }
                        }));
    return found;
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void textCanBeReadOnEveryShape(Family family) {
    Palette.Color color = Palette.of(family);
    Palette.Color paper = Palette.BACKGROUND;
    for (Palette.Color text : List.of(Palette.FOREGROUND, Palette.MUTED)) {
      String light = Contrast.mix(color.light(), paper.light(), Palette.TINT);
      String dark = Contrast.mix(color.dark(), paper.dark(), Palette.TINT);
      assertThat(Contrast.of(text.light(), light)).isGreaterThan(MINIMAL_CONTRAST);
      assertThat(Contrast.of(text.dark(), dark)).isGreaterThan(MINIMAL_CONTRAST);
    }
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void signsCanBeSeen(Severity severity) {
    Palette.Color color = Palette.of(severity);
    assertThat(Contrast.of(color.light(), Palette.BACKGROUND.light()))
        .isGreaterThan(MINIMAL_CONTRAST);
    assertThat(Contrast.of(color.dark(), Palette.BACKGROUND.dark()))
        .isGreaterThan(MINIMAL_CONTRAST);
  }

  @Test
  void shortensTextsThatDoNotFit() {
    assertThat(TextWidth.fit("short", 10, 100)).isEqualTo("short");
    assertThat(TextWidth.fit("a very long name", 10, 60)).isEqualTo("a very lo…");
    assertThat(TextWidth.fit("非常长的名称", 10, 45)).isEqualTo("非常长…");
  }
}

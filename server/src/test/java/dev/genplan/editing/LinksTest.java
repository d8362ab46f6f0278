package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinksTest {

  private static List<String> links(String text) {
    return Links.of(TestPlans.bind(text, Map.of("hard ware.genplan", ""))).stream()
        .map(
            link ->
                text.substring(link.span().start(), link.span().end())
                    + " -> "
                    + link.target()
                    + " ("
                    + link.title().in(Language.ENGLISH)
                    + ")")
        .toList();
  }

  @Test
  void leadsToImportedFiles() {
    assertThat(links("import \"hard ware.genplan\"\nimport \"missing.genplan\"\n"))
        .containsExactly(
            "\"hard ware.genplan\" -> file:///w/hard ware.genplan (Open the imported file)");
  }

  @Test
  void leadsToTheHub() {
    assertThat(
            links(
                """
                dataset a { source: "hf://knkarthick/dialogsum" }
                dataset b { source: "hf://datasets/org/b@v1.2/data/train.json" }
                dataset c { source: "hf://models/org/c" }
                dataset d { source: "hf://squad" }
                """))
        .containsExactly(
            "hf://knkarthick/dialogsum -> https://huggingface.co/datasets/knkarthick/dialogsum"
                + " (Open on Hugging Face)",
            "hf://datasets/org/b@v1.2/data/train.json ->"
                + " https://huggingface.co/datasets/org/b/tree/v1.2/data/train.json"
                + " (Open on Hugging Face)",
            "hf://models/org/c -> https://huggingface.co/org/c (Open on Hugging Face)",
            "hf://squad -> https://huggingface.co/datasets/squad (Open on Hugging Face)");
  }

  @Test
  void leadsToPagesAndPapers() {
    assertThat(
            links(
                """
                /// 见 https://example.org/报告?a=1。After arXiv:2203.02155, and (http://x.org/a).
                model m { id: "https://x.org/m" } // arxiv: 1706.03762v7
                """))
        .containsExactly(
            "https://example.org/报告?a=1 -> https://example.org/%E6%8A%A5%E5%91%8A?a=1 (Open the page)",
            "arXiv:2203.02155 -> https://arxiv.org/abs/2203.02155 (Open the paper)",
            "http://x.org/a -> http://x.org/a (Open the page)",
            "https://x.org/m -> https://x.org/m (Open the page)",
            "arxiv: 1706.03762v7 -> https://arxiv.org/abs/1706.03762v7 (Open the paper)");
  }
}

package dev.genplan.syntax;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts for property tests. */
final class Plans {

  private static final String[] PIECES = {
    "model", "finetune sft", "import", "metrics", "rougeL", "pass@1", "llama-3.1-8b", "模型", "é",
    "k", "M", "B", "USD", "hour", "true", "a.b", "a.", "e\u0301",
    "5", "12_460", "0.05", "-1", "2e-4", ".5", "1.2.3", "8B", "12,000", "2..4", "2-4", "2 - 4", "1e999",
    "2026-12-01", "2023-12", "2026-1-5", "2026/12/01", "1000-2000", "2026-13-01",
    "\"text\"", "\"open", "\"\"\"", "\"\"\"a\"\"\"", "“全角”", "“open", "”", "'single'", "'", "`tick`",
    "‘x’", "\"a\\qb\"", "\\", "\"\\\"\"",
    ":", ":", ":", "：", ",", ",", "，", "=", "==", ">=", "<", "≥", "≤", "..", ".", "/", "%", ";", "；",
    "{", "{", "}", "}", "[", "]", "｛", "｝", "［", "］", "(", ")",
    "\n", "\n", "\n", "\r\n", "\r", "  ", " ", " ", " ", "\t", "\u3000", "\uFEFF",
    "// comment", "/// doc", "//// no doc", "/* block", "*/", "/* a */", "# hash",
    "hf://org/name", "https://a.b/c?d=e#f", "google/flan-t5-base", "./data", "user@host", "llama3:8b",
    "\u0000", "\uD83D", "\uDE00", "😀", "\u200B", "\u0001", "\u0007", "\u000E", "@", "~", "–", "～", "_x",
    "model x {\n", "  epochs: 5\n", "}\n", "  data: [a, b]\n", "split train { size: 5 examples }\n",
  };

  private Plans() {}

  /** Texts in which anything may follow anything. */
  static Arbitrary<String> garbage() {
    Arbitrary<String> piece =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(12, Arbitraries.of(PIECES)),
            net.jqwik.api.Tuple.of(1, Arbitraries.chars().map(String::valueOf)));
    return piece.list().ofMaxSize(40).map(pieces -> String.join("", pieces));
  }

  /** Plans as they are written, each line whole. */
  static Arbitrary<String> lines() {
    return Arbitraries.of(
            "/// A document.",
            "// A comment.",
            "",
            "project p {",
            "model flan-t5 { id: \"google/flan-t5-base\", license: apache-2.0 }",
            "finetune sft {",
            "  model: flan-t5",
            "  method: lora { rank: 16, alpha: 32 }",
            "  metrics {",
            "    rougeL >= 0.4",
            "  }",
            "  data: [a, b]",
            "  data: [",
            "    a,",
            "  ]",
            "  note: \"\"\"",
            "      lines",
            "    \"\"\"",
            "}",
            "import \"hardware.genplan\"",
            "allow unused: \"reason\"")
        .list()
        .ofMaxSize(25)
        .map(lines -> String.join("\n", lines));
  }
}

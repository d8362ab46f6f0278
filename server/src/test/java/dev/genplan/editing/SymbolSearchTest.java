package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.syntax.SyntaxTree;
import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolSearchTest {

  private static List<String> search(String query) {
    SymbolSearch search = new SymbolSearch(query);
    search.add(
        "file:///w/b.genplan",
        Outline.of(
            SyntaxTree.parse(
                "dataset dialogsum { split train { } split test { } }\nmodel flan-t5 { }\n")));
    search.add(
        "file:///w/a.genplan",
        Outline.of(
            SyntaxTree.parse("finetune train-all { }\nmodel 小模型 { }\nmodel { }\nprompt t5 { }\n")));
    return search.matches().stream().map(SymbolSearch.Match::qualifiedName).toList();
  }

  @Test
  void findsEverythingInAStableOrder() {
    assertThat(search(""))
        .containsExactly(
            "dialogsum", "flan-t5", "t5", "dialogsum.test", "dialogsum.train", "train-all", "小模型");
  }

  @Test
  void findsTheBestFirst() {
    assertThat(search("t5")).containsExactly("t5", "flan-t5");
    assertThat(search("train")).containsExactly("dialogsum.train", "train-all");
    assertThat(search("dstr")).containsExactly("dialogsum.train");
    assertThat(search("模型")).containsExactly("小模型");
    assertThat(search("Dialogsum.Te")).containsExactly("dialogsum.test");
    assertThat(search("xyz")).isEmpty();
  }
}

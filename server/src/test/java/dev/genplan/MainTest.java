package dev.genplan;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void starts() {
    assertThatCode(() -> Main.main(new String[0])).doesNotThrowAnyException();
  }
}

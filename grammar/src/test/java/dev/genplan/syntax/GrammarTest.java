package dev.genplan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.syntax.parser.GenPlanLexer;
import dev.genplan.syntax.parser.GenPlanParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.LL1Analyzer;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.junit.jupiter.api.Test;

/** What the grammars promise to the code around them. */
class GrammarTest {

  /** Otherwise the parser simulates its automaton, which costs the first file several ms. */
  @Test
  void each_decision_needs_one_token() {
    GenPlanParser parser = new GenPlanParser(new PlanTokenStream(List.of()));
    LL1Analyzer analyzer = new LL1Analyzer(parser.getATN());
    for (DecisionState decision : parser.getATN().decisionToState) {
      IntervalSet seen = new IntervalSet();
      for (IntervalSet alternative : analyzer.getDecisionLookahead(decision)) {
        assertThat(alternative.and(seen).toList())
            .as("first tokens of two ways in `%s`", parser.getRuleNames()[decision.ruleIndex])
            .isEmpty();
        seen.addAll(alternative);
      }
    }
  }

  @Test
  void no_rule_tells_apart_what_the_lexer_is_given_as_the_same() {
    for (char c = ' '; c < 0x80; c++) {
      char given = (char) TextStream.lexed(c);
      assertThat(statesThatTake(given))
          .as("`%s`, given for `%s`", given, c)
          .isEqualTo(statesThatTake(c));
    }
  }

  /** The lexer's states from which a character leads on. */
  private static List<Integer> statesThatTake(char character) {
    List<Integer> taken = new ArrayList<>();
    for (ATNState state : new GenPlanLexer(CharStreams.fromString("")).getATN().states) {
      for (Transition step : state.getTransitions()) {
        if (step.matches(character, 0, Character.MAX_CODE_POINT)) {
          taken.add(state.stateNumber);
        }
      }
    }
    return taken;
  }
}

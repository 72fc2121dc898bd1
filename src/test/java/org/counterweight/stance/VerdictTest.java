package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static JudgedPassage passage(int words, double doom, double tractable, double notAi) {
    var p = Probabilities.of(doom, tractable, 0, 1 - doom - tractable - notAi, notAi);
    return new JudgedPassage(0, 10, words, p, p.stance());
  }

  @Test
  void wordsOutsidePassagesAreNotAboutAi() {
    var verdict = Verdict.of(400, List.of(passage(100, 0.8, 0.1, 0)), Decision.MOST_PROBABLE);
    assertThat(verdict.p()).isEqualTo(new Probabilities(200_000, 25_000, 0, 25_000, 750_000));
    assertThat(verdict.stance()).isEqualTo(Stance.DOOM);
  }

  @Test
  void longPassagesWeighMore() {
    var verdict = Verdict.of(400, List.of(passage(300, 0.1, 0.7, 0), passage(100, 0.9, 0, 0)), Decision.MOST_PROBABLE);
    assertThat(verdict.p().doom()).isEqualTo(300_000);
    assertThat(verdict.stance()).isEqualTo(Stance.TRACTABLE);
  }

  @Test
  void passagesNotAboutAiHaveNoSayInTheStance() {
    var verdict = Verdict.of(200, List.of(passage(150, 0.3, 0, 0.7), passage(50, 0.1, 0.8, 0)), Decision.MOST_PROBABLE);
    assertThat(verdict.stance()).isEqualTo(Stance.TRACTABLE);
  }

  @Test
  void theDocumentIsNamedByTheSameRuleAsItsPassages() {
    var eager = new Decision(List.of(3000, 1000, 1000, 1000));
    var passages = List.of(passage(100, 0.3, 0.05, 0), passage(100, 0.28, 0, 0.1));
    assertThat(Verdict.of(200, passages, Decision.MOST_PROBABLE).stance()).isEqualTo(Stance.NEUTRAL);
    assertThat(Verdict.of(200, passages, eager).stance()).isEqualTo(Stance.DOOM);
    assertThat(Verdict.of(200, passages, eager).p()).isEqualTo(Verdict.of(200, passages, Decision.MOST_PROBABLE).p());
  }

  @Test
  void aDocumentWithoutAiPassagesIsNotAboutAi() {
    assertThat(Verdict.of(120, List.of(), Decision.MOST_PROBABLE))
        .isEqualTo(new Verdict(Probabilities.NOT_AI, Stance.NOT_AI));
    assertThat(Verdict.of(0, List.of(passage(0, 0, 0, 1)), Decision.MOST_PROBABLE).stance()).isEqualTo(Stance.NOT_AI);
  }

  @Property(seed = "1")
  void probabilitiesAddUpWhateverTheWordCountSays(
      @ForAll @IntRange(max = 1000) int words, @ForAll @IntRange(max = 1000) int judged) {
    var p = Verdict.of(words, List.of(passage(judged, 0.25, 0.5, 0.125)), Decision.MOST_PROBABLE).p();
    assertThat(p.doom() + p.tractable() + p.mixed() + p.neutral() + p.notAi()).isEqualTo(Probabilities.ONE);
  }
}

package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  private static final List<LabelledPassage> PASSAGES =
      List.of(
          passage("a", "The robot opened the door and smiled at the child.", Stance.TRACTABLE),
          passage("b", "The machine locked the door and would not answer.", Stance.DOOM),
          passage("c", "Beans need water and the sun.", Stance.NOT_AI));

  @Test
  void aPassageIsNearestToItself() {
    for (var passage : PASSAGES) {
      var nearest = Neighbours.among(PASSAGES).of(passage.text(), 1).get(0);
      assertThat(nearest.passage()).isEqualTo(passage);
      assertThat(nearest.similarity()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void ordersByLikenessWithRareWordsFirst() {
    var near = Neighbours.among(PASSAGES).of("Then the machine locked me out.", 3);
    assertThat(near).extracting(one -> one.passage().id()).startsWith("b");
    assertThat(near.get(0).similarity()).isGreaterThan(2 * near.get(1).similarity());
  }

  @Test
  void leavesOutWhatSharesNothing() {
    assertThat(Neighbours.among(PASSAGES).of("xyzzy plugh", 3)).isEmpty();
    assertThat(Neighbours.among(PASSAGES).of("", 3)).isEmpty();
    assertThat(Neighbours.among(List.of()).of("The robot", 3)).isEmpty();
  }

  @Test
  void equalOnesComeByIdWhateverTheOrderOfTheSet() {
    var twins = List.of(passage("z", "same words", Stance.DOOM), passage("y", "same words", Stance.DOOM));
    assertThat(Neighbours.among(twins).of("same words", 2)).extracting(one -> one.passage().id())
        .containsExactly("y", "z");
  }

  @Test
  void lengthAloneMakesNothingAlike() {
    assertThat(Neighbours.among(PASSAGES).of("Plums ripen late this year near Ghent, says Ann.", 3))
        .allMatch(one -> one.similarity() < 0.2);
  }

  @Test
  void showsIdLabelAndTheFirstWordsOnOneLine() {
    var words = "one two\nthree\u001b four five six seven eight nine ten eleven twelve thirteen";
    var long20 = passage("id7", words, Stance.MIXED);
    var text = Neighbours.among(List.of(long20)).of("thirteen", 1).get(0).toText();
    assertThat(text).contains("mixed", "id7", "one two three four").endsWith("eleven twelve ...\n");
    assertThat(text).doesNotContain("thirteen").doesNotContain("\u001b");
    assertThat(text.lines()).hasSize(1);
  }

  private static LabelledPassage passage(String id, String text, Stance label) {
    return new LabelledPassage(id, text, label, true, Draw.WRITTEN, "s", "");
  }
}

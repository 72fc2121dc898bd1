package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.counterweight.passage.Gate;
import org.counterweight.passage.Lexicon;
import org.junit.jupiter.api.Test;

class ScorecardTest {

  private static final Gate GATE = Gate.of(new Lexicon("robot"));

  /** Says doom, more surely of a longer text. */
  private record Gloomy() implements Classifier {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
      return "gloomy";
    }

    @Override
    public String digest() {
      return "";
    }

    @Override
    public Probabilities judge(String text) {
      int left = Math.max(0, 500_000 - 10_000 * text.length());
      return new Probabilities(Probabilities.ONE - left, left, 0, 0, 0);
    }
  }

  private static final PassageSet SET =
      new PassageSet(
          List.of(
              passage("a", "a robot falls", Stance.DOOM, true, "tale"),
              passage("b", "the thing helps", Stance.TRACTABLE, true, "tale"),
              passage("c", "a robot that helps all of us", Stance.TRACTABLE, false, "essay"),
              passage("d", "robot vacuum \u001b[31msale\nnow", Stance.NOT_AI, true, ""),
              passage("e", "beans", Stance.NOT_AI, true, "")),
          2);

  @Test
  void tellsWhatTheGateAdmitsByLabelAndGenre() {
    var gate = GateRecall.of(SET.passages(), GATE);
    assertThat(gate.about()).isEqualTo(new Share(2, 3));
    assertThat(gate.other()).isEqualTo(new Share(1, 2));
    assertThat(gate.slices())
        .isEqualTo(
            Map.of(
                "label=doom", new Share(1, 1),
                "label=tractable", new Share(1, 2),
                "genre=tale", new Share(1, 2),
                "genre=essay", new Share(1, 1)));
  }

  @Test
  void mixedIsAboutAi() {
    var gate = GateRecall.of(List.of(passage("a", "x", Stance.MIXED, true, "")), GATE);
    assertThat(gate.about()).isEqualTo(new Share(0, 1));
    assertThat(gate.slices()).containsOnlyKeys("label=neutral");
  }

  @Test
  void sharesCarryWilsonsInterval() {
    var half = new Share(5, 10).interval();
    assertThat(half.low()).isCloseTo(0.2366, within(1e-4));
    assertThat(half.high()).isCloseTo(0.7634, within(1e-4));
    var all = new Share(20, 20).interval();
    assertThat(all.high()).isEqualTo(1);
    assertThat(all.low()).isCloseTo(0.8389, within(1e-4));
    assertThat(new Share(0, 20).interval().low()).isZero();
    assertThat(new Share(0, 0).interval().value()).isNaN();
    assertThatThrownBy(() -> new Share(3, 2)).hasMessageContaining("3 of 2");
  }

  @Test
  void whatTheGateRefusesIsJudgedNotAi() {
    var confusion = Scorecard.of(SET, GATE, new Gloomy(), 0, false).evaluation().confusion();
    assertThat(confusion[1]).containsExactly(1, 0, 0, 1);
    assertThat(confusion[3]).containsExactly(1, 0, 0, 1);
  }

  @Test
  void listsTheErrorsThatTheClassifierIsSurestOf() {
    var card = Scorecard.of(SET, GATE, new Gloomy(), 2, false);
    assertThat(card.worst()).extracting(one -> one.passage().id()).containsExactly("b", "d");
    assertThat(Scorecard.of(SET, GATE, new Gloomy(), 10, false).worst())
        .extracting(one -> one.passage().id())
        .containsExactly("b", "d", "c");
    assertThat(Scorecard.of(SET, GATE, new Gloomy(), 0, false).worst()).isEmpty();
  }

  @Test
  void showsTextOnlyWhenAskedAndOnOneLine() throws IOException {
    var shy = Scorecard.of(SET, GATE, new Gloomy(), 10, false);
    assertThat(shy.toText()).doesNotContain("helps").contains("3 worst errors").contains("(reader unsure)");
    assertThat(json(shy).at("/worst_errors/0").has("text")).isFalse();
    var open = Scorecard.of(SET, GATE, new Gloomy(), 10, true);
    assertThat(open.toText()).contains("      robot vacuum [31msale now\n").doesNotContain("\u001b");
    assertThat(json(open).at("/worst_errors/2/text").asText()).isEqualTo("a robot that helps all of us");
  }

  @Test
  void jsonHoldsGateErrorsAndTheEvaluation() throws IOException {
    var json = json(Scorecard.of(SET, GATE, new Gloomy(), 1, false));
    assertThat(json.at("/classifier").asText()).isEqualTo("gloomy");
    assertThat(json.at("/disputed").asInt()).isEqualTo(2);
    assertThat(json.at("/gate/about_ai/found").asInt()).isEqualTo(2);
    assertThat(json.at("/gate/about_ai/value").asDouble()).isCloseTo(2 / 3.0, within(1e-6));
    assertThat(json.at("/gate/not_about_ai/all").asInt()).isEqualTo(2);
    assertThat(json.at("/gate/slices/genre=tale/found").asInt()).isEqualTo(1);
    assertThat(json.at("/passages").asInt()).isEqualTo(5);
    assertThat(json.at("/figures/flips/value").asDouble()).isCloseTo(1 / 3.0, within(1e-6));
    assertThat(json.at("/worst_errors/0/label").asText()).isEqualTo("tractable");
    assertThat(json.at("/slices/reader=unsure/passages").asInt()).isEqualTo(1);
    assertThat(json.at("/slices/reader=sure/doom.precision").asDouble()).isEqualTo(0.5);
  }

  private static JsonNode json(Scorecard card) throws IOException {
    return new ObjectMapper().readTree(card.toJson());
  }

  private static LabelledPassage passage(String id, String text, Stance label, boolean sure, String genre) {
    return new LabelledPassage(id, text, label, sure, Draw.RANDOM, "s", genre);
  }
}

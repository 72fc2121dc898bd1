package org.counterweight.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.counterweight.stance.Stance;
import org.junit.jupiter.api.Test;

/** What labels say, as a person and as a program read it. */
class LabelReportTest {

  private static final World WORLD = new World(21, 4_000, 2, 0.15, 0.12, 0.43, 0.3);
  private static final LabelReport REPORT = LabelReport.of("20260304T050607Z-00000000", WORLD.labelled(300, 4, 0));

  private static JsonNode json(LabelReport report) throws IOException {
    return new ObjectMapper().readTree(report.toJson());
  }

  @Test
  void countsAddUp() throws IOException {
    var json = json(REPORT);
    assertThat(json.get("drawn").asInt()).isEqualTo(300);
    assertThat(json.get("labels").asInt()).isEqualTo(300);
    assertThat(json.get("missing")).isEmpty();
    int sum = 0;
    for (var count : json.get("labelled")) {
      sum += count.asInt();
    }
    assertThat(sum).isEqualTo(300);
    double words = 0;
    for (var name : Classes.NAMES) {
      words += json.get("judged").get(name).asDouble();
    }
    assertThat(words).isCloseTo(WORLD.rows.stream().mapToDouble(row -> row.words()).sum(), within(3.0));
  }

  @Test
  void massesByLengthAddUpToAllWords() throws IOException {
    double sum = 0;
    for (var mass : json(REPORT).get("hajek").get("mass")) {
      sum += mass.get("value").asDouble();
    }
    double words = WORLD.rows.stream().mapToDouble(row -> row.words()).sum();
    assertThat(sum).isCloseTo(words, within(1e-6 * words));
  }

  @Test
  void oddsAreTheRatioOfTheMassesAndTheSameByLabelsWithAndWithoutLength() throws IOException {
    var json = json(REPORT);
    for (var way : List.of("horvitz_thompson", "hajek", "difference")) {
      var masses = json.get(way).get("mass");
      double ratio = masses.get("doom").get("value").asDouble() / masses.get("tractable").get("value").asDouble();
      assertThat(json.get(way).get("odds").get("value").asDouble()).isCloseTo(ratio, within(1e-9));
    }
    assertThat(json.get("hajek").get("odds").get("value").asDouble())
        .isCloseTo(json.get("horvitz_thompson").get("odds").get("value").asDouble(), within(1e-9));
  }

  @Test
  void theTextHoldsTheFiguresOfTheObject() throws IOException {
    var odds = json(REPORT).get("difference").get("odds");
    assertThat(REPORT.toText())
        .contains("300 passages drawn of 4,000 that passed the gate")
        .contains(String.format(Locale.ROOT, "by labels and scores %.2f [%.2f, %.2f]", odds.get("value").asDouble(),
            odds.get("low").asDouble(), odds.get("high").asDouble()))
        .doesNotContain("Missing");
    assertThat(REPORT.toText().lines()).allMatch(line -> line.length() <= 140);
  }

  @Test
  void itIsTheSameInEveryLocale() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      var again = LabelReport.of("20260304T050607Z-00000000", WORLD.labelled(300, 4, 0));
      assertThat(again.toText()).isEqualTo(REPORT.toText());
      assertThat(again.toJson()).isEqualTo(REPORT.toJson());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void mixedCountsAsOther() throws IOException {
    var labels = new ArrayList<Labelled.Label>();
    for (var label : WORLD.labelled(300, 4, 0).labels()) {
      boolean neutral = label.label() == Stance.NEUTRAL;
      labels.add(new Labelled.Label(label.passage(), label.stratum(), neutral ? Stance.MIXED : label.label()));
    }
    var report = LabelReport.of("20260304T050607Z-00000000", new Labelled(WORLD.sample(300, 4), labels));
    assertThat(report.toJson()).isEqualTo(REPORT.toJson());
  }

  @Test
  void aSideThatNobodyLabelledIsNotIdentifiableAndSaysHowManyAreNeeded() throws IOException {
    var labels = new ArrayList<Labelled.Label>();
    for (var label : WORLD.labelled(300, 4, 0).labels()) {
      boolean hope = label.label() == Stance.TRACTABLE;
      labels.add(new Labelled.Label(label.passage(), label.stratum(), hope ? Stance.NEUTRAL : label.label()));
    }
    var report = LabelReport.of("run", new Labelled(WORLD.sample(300, 4), labels));
    assertThat(report.toText()).contains("not identifiable: 0 passages are labelled tractable; 5 are needed");
    var json = json(report).get("difference");
    assertThat(json.get("odds").get("value").isNull()).isTrue();
    assertThat(json.get("odds").get("identifiable").asBoolean()).isFalse();
    assertThat(json.get("mass").get("doom").get("identifiable").asBoolean()).isTrue();
  }
}

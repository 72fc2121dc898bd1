package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.virality.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsFilesTest {

  private static final Storage STORAGE = Storage.local();

  @TempDir java.nio.file.Path folder;

  @Test
  void statisticsComeBackWithMassesInWholeWords() throws IOException {
    var statistics = Samples.statistics(20);
    StatisticsFiles.write(STORAGE, root(), statistics);
    var read = StatisticsFiles.read(STORAGE, root());
    assertThat(read.sources()).extracting(source -> source.name())
        .containsExactlyElementsOf(statistics.sources().stream().map(source -> source.name()).toList());
    assertThat(read.corpus().counts()).isEqualTo(statistics.corpus().counts());
    assertThat(read.corpus().oddsCorrected()).isEqualTo(statistics.corpus().oddsCorrected());
    assertThat(read.corpus().oddsWorksRaw()).isEqualTo(statistics.corpus().oddsWorksRaw());
    assertThat(read.corpus().vCopies()).isEqualTo(statistics.corpus().vCopies());
    assertThat(read.corpus().vCopiesRaw()).isEqualTo(statistics.corpus().vCopiesRaw());
    assertThat(read.corpus().vHosts()).isEqualTo(Figure.notIdentifiable("not identifiable: hosts unknown"));
    assertThat(read.corpus().mass().doom()).isEqualTo(30_000_000_000L);
    assertThat(read.corpus().mass().notAi()).isZero();
    assertThat(read.quotes().most()).isEqualTo(statistics.quotes().most());
    assertThat(read.quotes().doomOnce()).isEqualTo(23_000_000);
  }

  @Test
  void writingWhatWasReadGivesTheSameBytes() throws IOException {
    var first = StatisticsFiles.write(STORAGE, root(), Samples.statistics(20));
    assertThat(StatisticsFiles.write(STORAGE, root(), StatisticsFiles.read(STORAGE, root()))).isEqualTo(first);
  }

  @Test
  void theKeysAreThoseOfTheContract() throws IOException {
    StatisticsFiles.write(STORAGE, root(), Samples.statistics(20));
    var json = new ObjectMapper().readTree(folder.resolve("statistics/corpus.json").toFile());
    assertThat(json.at("/mass").toString())
        .isEqualTo("{\"doom\":30000,\"tractable\":12000,\"mixed\":1000,\"neutral\":90000}");
    assertThat(json.at("/corrected_mass").toString()).isEqualTo("{\"doom\":29000,\"tractable\":12500,\"other\":91000}");
    assertThat(json.at("/refused_text/words").asLong()).isEqualTo(2_000_000);
    assertThat(json.at("/refused_text/doom/missed/high").asDouble()).isEqualTo(18_000);
    assertThat(json.at("/refused_text/tractable/missed/value").isNull()).isTrue();
    assertThat(json.at("/refused_text/tractable/at_most").asDouble()).isEqualTo(4_400);
    assertThat(json.at("/refused_text/tractable/corrected_mass_with_missed/high").asDouble()).isEqualTo(20_000);
    assertThat(json.at("/refused_text/odds_with_missed/low").asDouble()).isEqualTo(1.1);
    var keys = new ArrayList<String>();
    json.fieldNames().forEachRemaining(keys::add);
    assertThat(keys)
        .contains("documents", "ai_documents", "empty", "words", "odds_raw", "odds_corrected", "odds_works")
        .contains("odds_works_raw", "v_copies", "v_copies_raw", "v_hosts", "v_engagement", "effect_size");
    assertThat(json.at("/quotes").toString())
        .startsWith(
            "{\"quotes\":2,\"occurrences\":6,\"words\":170,\"doom\":90,\"tractable\":21,\"doom_once\":23,"
                + "\"tractable_once\":10,\"most\":[{\"print\":\"00000000000000ff\",\"works\":3,\"occurrences\":4,");
    assertThat(json.at("/v_hosts").toString())
        .isEqualTo(
            "{\"value\":null,\"low\":null,\"high\":null,\"identifiable\":false,"
                + "\"reason\":\"not identifiable: hosts unknown\"}");
    assertThat(Files.readAllLines(folder.resolve("statistics/months.jsonl"))).singleElement().asString()
        .startsWith("{\"month\":\"2016-08\",\"documents\":5000,");
  }

  @Test
  void millionthsAreRoundedHalfUp() {
    assertThat(List.of(EstimatesJson.words(499_999), EstimatesJson.words(500_000), EstimatesJson.words(1_499_999)))
        .containsExactly(0L, 1L, 1L);
  }

  @Test
  void aDamagedLineIsNamedWithItsNumber() throws IOException {
    StatisticsFiles.write(STORAGE, root(), Samples.statistics(20));
    var file = folder.resolve("statistics/sources.jsonl");
    var lines = Files.readAllLines(file);
    Files.writeString(file, lines.get(0) + "\n" + lines.get(1).replace("\"doom\"", "\"gloom\"") + "\n");
    assertThatThrownBy(() -> StatisticsFiles.read(STORAGE, root()))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("sources.jsonl line 2: ")
        .hasMessageContaining("mass.doom is missing");
  }

  @Test
  void numbersInAFigureThatIsNotIdentifiableAreRefused() throws IOException {
    StatisticsFiles.write(STORAGE, root(), Samples.statistics(20));
    var file = folder.resolve("statistics/corpus.json");
    String text = Files.readString(file);
    int at = text.indexOf("\"v_hosts\"");
    Files.writeString(file, text.substring(0, at) + text.substring(at).replaceFirst("null", "1.0"));
    assertThatThrownBy(() -> StatisticsFiles.read(STORAGE, root()))
        .hasMessageContaining("v_hosts")
        .hasMessageContaining("not identifiable");
  }

  @Test
  void quarantinedRecordsComeBackAsTheyWere() throws IOException {
    var rows =
        List.of(
            new QuarantineRow("0/a", 0, -1, "too-large", "", ""),
            new QuarantineRow("0/a", 9, 12345678901L, "not-json", "line 1", Samples.HOSTILE));
    String path;
    try (var file = QuarantineFile.open(STORAGE, root(), 3)) {
      for (var row : rows) {
        file.write(row);
      }
      assertThat(file.rows()).isEqualTo(2);
      path = file.finish().path();
    }
    assertThat(path).isEqualTo("quarantine/part-00003.jsonl");
    assertThat(Files.readAllLines(folder.resolve(path))).hasSize(2);
    var read = new ArrayList<QuarantineRow>();
    QuarantineFile.read(STORAGE, new Path(root(), path), read::add);
    assertThat(read).isEqualTo(rows);
  }

  private Path root() {
    return new Path(folder.toUri());
  }
}

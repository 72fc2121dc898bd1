package org.counterweight.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.counterweight.corpus.Sha256;
import org.counterweight.stance.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {

  @Test
  void shardsAreOrderedByNumberThenCodePoints() {
    var ordered = List.of("0/Z", "0/a", "0/a/b", "0/ab", "0/\uffee", "0/\ud83d\ude00", "2/a", "10/a", "10/b");
    var shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(1));
    shuffled.sort(ShardOrder.INSTANCE);
    assertThat(shuffled).isEqualTo(ordered);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "/a", "1", "1/", "x/a", "01/a", "-1/a", "1234567890/a", "١/a"})
  void aShardWithoutANumberIsRefused(String shard) {
    assertThatThrownBy(() -> ShardOrder.number(shard)).hasMessageContaining("Cannot order shard");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/etc/passwd", "../x", "a/../b", "a//b", "a/", ".hidden", "a\nb", "a b", "a\\b", "é"})
  void aFileThatCouldLieOutsideTheRunIsRefused(String path) {
    assertThatThrownBy(() -> new FileEntry(path, 0, Sha256.of(new byte[0]))).hasMessageContaining("Cannot list file");
  }

  @Test
  void aDigestInAnotherFormIsRefused() {
    assertThatThrownBy(() -> new FileEntry("a", 0, "ABC")).hasMessageContaining("not SHA-256");
    assertThatThrownBy(() -> new FileEntry("a", -1, Sha256.of(new byte[0]))).hasMessageContaining("size -1");
  }

  @Test
  void sharesAndWeightsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> row(1_000_001, 0, 0, 0)).hasMessageContaining("p_doom");
    assertThatThrownBy(() -> row(600_000, 600_000, 0, 0)).hasMessageContaining("p_doom + p_tractable");
    assertThatThrownBy(() -> row(-1, 0, 0, 0)).hasMessageContaining("p_doom");
    assertThatThrownBy(() -> row(0, 0, -1, 0)).hasMessageContaining("weight");
    assertThatThrownBy(() -> row(0, 0, 0, -1)).hasMessageContaining("repeats");
    assertThat(row(500_000, 500_000, 1_250_000, 1).weight()).isEqualTo(1.25);
  }

  @Property(seed = "1")
  void everyWeightInMillionthsIsExactAsAFraction(@ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long micro) {
    assertThat(Column.Kind.exactMillionths(micro / 1e6)).isEqualTo(micro);
  }

  @Property(seed = "1")
  void sharesOfOneDocumentNeverAddUpToMoreThanOne(
      @ForAll @IntRange(min = 1) int words, @ForAll @IntRange(max = 1_000_000) int p) {
    int doom = DocumentRow.share((long) words * p, words);
    int rest = DocumentRow.share((long) words * (1_000_000 - p) - words / 2, words);
    assertThat(doom).isEqualTo(p);
    assertThat(doom + rest).isBetween(999_999, 1_000_000);
  }

  @Test
  void aFractionBetweenMillionthsIsRefused() {
    for (double value : new double[] {0.1234567, Math.nextUp(0.25), Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> Column.Kind.exactMillionths(value)).hasMessageContaining("millionths");
    }
  }

  @Property(seed = "1")
  void numbersAreWrittenInTheirShortestExactForm(@ForAll double value) {
    String text = Json.shortest(value);
    assertThat(Double.parseDouble(text)).isEqualTo(value == 0 ? 0.0 : value);
  }

  @Test
  void numbersKeepTheirPoint() {
    assertThat(List.of(Json.shortest(1), Json.shortest(0.1), Json.shortest(1e-7), Json.shortest(2e-3)))
        .containsExactly("1.0", "0.1", "0.0000001", "0.002");
    assertThat(Json.shortest(1e300)).isEqualTo("1E+300");
  }

  @Test
  void hostileTextIsOnePrintableLine() {
    assertThat(Text.line("a\nb\u202e\u001b[31m\u2028\ud800")).isEqualTo("a\\u000ab\\u202e\\u001b[31m\\u2028\\ud800");
    assertThat(Text.wellFormed("\ud83d\ude00\ud83d")).isEqualTo("\ud83d\ude00\ufffd");
  }

  private static DocumentRow row(int doom, int tractable, long weight, int repeats) {
    return new DocumentRow(
        "0/a", 0, "", "", 1, doom, tractable, Stance.DOOM, "w", 1, 0, weight, repeats, "b", "r");
  }
}

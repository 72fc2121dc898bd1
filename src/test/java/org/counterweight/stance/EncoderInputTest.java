package org.counterweight.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderInputTest {

  private static final String ROBOT = "\uD83E\uDD16";

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7999, 8000})
  void textsUpToTheLongestStayWhole(int length) {
    String text = "x".repeat(length);
    assertThat(EncoderInput.shorten(text)).isSameAs(text);
  }

  @Test
  void ofALongerTextTheTwoEndsStay() {
    String text = "a".repeat(4000) + "b".repeat(9) + "c".repeat(4000);
    assertThat(EncoderInput.shorten(text)).isEqualTo("a".repeat(4000) + " " + "c".repeat(4000));
    String barely = "a".repeat(4000) + "c".repeat(4001);
    assertThat(EncoderInput.shorten(barely)).isEqualTo("a".repeat(4000) + " " + "c".repeat(4000));
  }

  @Property(seed = "1")
  void noCutGoesThroughAPair(@ForAll @IntRange(min = 0, max = 3) int shift, @ForAll @IntRange(max = 3) int after) {
    String text = "x".repeat(shift) + ROBOT.repeat(5000) + "y".repeat(after);
    String shortened = EncoderInput.shorten(text);
    assertThat(shortened.length()).isBetween(7999, 8001);
    assertThat(shortened.codePoints()).noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    assertThat(text).startsWith(shortened.substring(0, shortened.indexOf(' ')));
    assertThat(text).endsWith(shortened.substring(shortened.indexOf(' ') + 1));
  }

  @Test
  void whatWasNoPairBeforeIsCutLikeAnyOther() {
    String high = "x".repeat(3999) + '\uD83E' + "y".repeat(5000);
    assertThat(EncoderInput.shorten(high).charAt(3999)).isEqualTo('\uD83E');
    String low = "x".repeat(5000) + '\uDD16' + "y".repeat(3999);
    assertThat(EncoderInput.shorten(low).charAt(4001)).isEqualTo('\uDD16');
  }

  @Test
  void upTo254PiecesAllStay() {
    for (int pieces : new int[] {1, 2, 253, 254}) {
      long[] framed = EncoderInput.frame(101, LongStream.range(1000, 1000 + pieces).toArray(), 102);
      assertThat(framed).hasSize(pieces + 2);
      assertThat(framed[0]).isEqualTo(101);
      assertThat(Arrays.copyOfRange(framed, 1, pieces + 1)).isSorted().startsWith(1000).endsWith(999 + pieces);
      assertThat(framed[pieces + 1]).isEqualTo(102);
    }
  }

  @Property(seed = "1")
  void ofMorePiecesTheFirstAndTheLast127Stay(@ForAll @IntRange(min = 255, max = 5000) int pieces) {
    long[] framed = EncoderInput.frame(101, LongStream.range(0, pieces).toArray(), 102);
    long[] expected =
        LongStream.concat(
                LongStream.concat(LongStream.of(101), LongStream.range(0, 127)),
                LongStream.concat(LongStream.range(pieces - 127, pieces), LongStream.of(102)))
            .toArray();
    assertThat(framed).isEqualTo(expected);
  }
}

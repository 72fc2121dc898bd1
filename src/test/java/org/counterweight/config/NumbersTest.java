package org.counterweight.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.counterweight.config.Form.MismatchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  private static final Form<Long> ANY_WHOLE = Numbers.whole(Long.MIN_VALUE, Long.MAX_VALUE);
  private static final Form<Long> ANY_SIZE = Numbers.size(0, Long.MAX_VALUE);

  @Property(seed = "1", tries = 200)
  void everyLongIsAWholeNumber(@ForAll long number) throws Exception {
    assertThat(read(ANY_WHOLE, Long.toString(number))).isEqualTo(number);
    assertThat(read(ANY_WHOLE, BigDecimal.valueOf(number).setScale(2) + "")).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "1e19", "1e2147483647", "1e9999999999",
      "1e-2147483647", "0.5", "1e-1", "0x10", "0o17", ".inf", "-.inf", ".nan", "1_000", "1,000", "'1'", "true", "null",
      "one", "1 2", "--1"})
  void whatIsNoWholeNumberOf64BitsIsRefused(String written) {
    assertThatThrownBy(() -> read(ANY_WHOLE, written))
        .isInstanceOf(MismatchException.class)
        .hasMessageStartingWith("expected a whole number of 64 bits, found ");
  }

  @Test
  void aNumberOfManyDigitsIsNoWork() {
    assertThatThrownBy(() -> read(ANY_WHOLE, "1".repeat(500_000))).hasMessageContaining("...");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "1KiB, 1024", "32MiB, 33554432", "32 MiB, 33554432", "2GiB, 2147483648",
      "1TiB, 1099511627776", "1e6, 1000000", "0KiB, 0"})
  void sizesAreBytesOrHaveAUnit(String written, long bytes) throws Exception {
    assertThat(read(ANY_SIZE, written)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"32M", "32MB", "32mib", "32  MiB", "1.5GiB", "-1KiB", "MiB", "1KiB1KiB", "8388608TiB", "10%",
      "'1'", "0x10", "1KiBB"})
  void aSizeInAnotherNotationIsRefusedNotGuessed(String written) {
    assertThatThrownBy(() -> read(ANY_SIZE, written)).hasMessageContaining("units KiB, MiB, GiB, TiB");
  }

  @Test
  void rangesOfSizesAreNamedInTheirLargestUnit() {
    assertThatThrownBy(() -> read(Numbers.size(1, 3L << 29), "2GiB")).hasMessageContaining("from 1 to 1536MiB");
    assertThatThrownBy(() -> read(Numbers.size(1024, 1L << 40), "1")).hasMessageContaining("from 1KiB to 1TiB");
  }

  @Property(seed = "1", tries = 200)
  void aPercentageIsAHundredthWithoutError(@ForAll @IntRange(max = 10_000) int hundredths) throws Exception {
    var percent = BigDecimal.valueOf(hundredths, 2).toPlainString() + "%";
    var share = BigDecimal.valueOf(hundredths, 4).toPlainString();

    assertThat(read(Numbers.share(), percent)).isEqualTo(read(Numbers.share(), share));
  }

  @Property(seed = "1", tries = 200)
  void everyShareIsReadAsItIs(@ForAll @DoubleRange(min = 0, max = 1) double share) throws Exception {
    assertThat(read(Numbers.share(), Double.toString(share))).isEqualTo(share);
  }

  @ParameterizedTest
  @ValueSource(strings = {"101%", "-1%", "1.01", "-0.01", "'%'", "1 percent", "1%%", "1e-2%", "NaN", ".nan"})
  void whatIsNoShareIsRefused(String written) {
    assertThatThrownBy(() -> read(Numbers.share(), written)).hasMessageStartingWith("expected a share from 0 to 1");
  }

  @Test
  void openEndsAreOpen() throws Exception {
    assertThat(read(Numbers.shareAboveZero(), "1")).isEqualTo(1);
    assertThat(read(Numbers.shareWithin(), "99.9%")).isEqualTo(0.999);
    assertThat(read(Numbers.positive(), "1e-300")).isEqualTo(1e-300);
    assertThatThrownBy(() -> read(Numbers.shareAboveZero(), "0")).hasMessageContaining("above 0, at most 1");
    assertThatThrownBy(() -> read(Numbers.shareWithin(), "1")).hasMessageContaining("below 1");
    assertThatThrownBy(() -> read(Numbers.positive(), "1e-400")).hasMessageContaining("above 0");
    assertThatThrownBy(() -> read(Numbers.positive(), "1e400")).hasMessageContaining("above 0");
  }

  private static <T> T read(Form<T> form, String yaml) throws MismatchException {
    return form.read(YamlReader.read(yaml, Layer.FILE, new Problems()).orElseThrow());
  }
}

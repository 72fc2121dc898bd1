package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.counterweight.corpus.EngagementReader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngagementReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "46|46", "46.0|46", "'5,546,590'|5546590", "58 comments|58", "1 comment|1", "No comments|0", "1.2K|1200",
        "3M views|3000000", "2.5 million|2500000", "' 1 234 '|1234", "1\u00a0234\u202f567|1234567", "\u22125|-5",
        "-5|-5",
        "+7|7", "0|0", "1,234.5|1234.5", "1.5e3|1500", "12 UPVOTES|12", "007|7"
      })
  void readsTextAsAPersonWould(String text, double value) {
    assertThat(EngagementReader.read(new Value.Text(text))).isEqualTo(new Reading.Present(value));
  }

  @ParameterizedTest
  @CsvSource({"46,46", "46.0,46", "-3,-3", "1e3,1000", "0,0", "1.25,1.25", "-0.0,0"})
  void readsNumbers(String literal, double value) {
    assertThat(EngagementReader.read(new Value.Number(literal))).isEqualTo(new Reading.Present(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "n/a", "N/A", "unknown", "None", "null", "-"})
  void sayingNothingIsMissing(String text) {
    assertThat(EngagementReader.read(new Value.Text(text))).isEqualTo(Reading.Missing.MISSING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3,4 Mio", "3 lakh", "12,34", "1,23,456", "1.2.3", "5 m", "about 5", "5-6", "NaN", "Infinity", "0x10", "5 6",
        "1e999",
        "[hidden]", "no", "no idea", "99999999999999999999999999999999999999999999999999999999999999999999"
      })
  void whatACarefulReaderCannotTellIsUnreadable(String text) {
    assertThat(EngagementReader.read(new Value.Text(text))).isEqualTo(Reading.Unreadable.UNREADABLE);
  }

  @Test
  void otherTypesAreUnreadableAndAbsenceIsMissing() {
    assertThat(EngagementReader.read(new Value.Truth(true))).isEqualTo(Reading.Unreadable.UNREADABLE);
    assertThat(EngagementReader.read(Value.Nested.NESTED)).isEqualTo(Reading.Unreadable.UNREADABLE);
    assertThat(EngagementReader.read(new Value.Number("NaN"))).isEqualTo(Reading.Unreadable.UNREADABLE);
    assertThat(EngagementReader.read(new Value.Number("-Infinity"))).isEqualTo(Reading.Unreadable.UNREADABLE);
    assertThat(EngagementReader.read(new Value.Number("1" + "0".repeat(400)))).isEqualTo(Reading.Unreadable.UNREADABLE);
    assertThat(EngagementReader.read(Value.Missing.MISSING)).isEqualTo(Reading.Missing.MISSING);
  }

  @Property(seed = "1")
  void everyCountIsReadInEachOfItsSpellings(@ForAll int count) {
    Reading expected = new Reading.Present(count);
    assertThat(EngagementReader.read(new Value.Number(Integer.toString(count)))).isEqualTo(expected);
    assertThat(EngagementReader.read(new Value.Text(count + ".0"))).isEqualTo(expected);
    assertThat(EngagementReader.read(new Value.Text(String.format(java.util.Locale.ROOT, "%,d",
        count)))).isEqualTo(expected);
    assertThat(EngagementReader.read(new Value.Text(count + " points"))).isEqualTo(expected);
  }

  @Property(seed = "1")
  void noTextMakesItThrowOrGiveAnInfiniteNumber(@ForAll String text) {
    if (EngagementReader.read(new Value.Text(text)) instanceof Reading.Present present) {
      assertThat(present.value()).isFinite();
    }
  }
}

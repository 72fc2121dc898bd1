package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2016-08-04", "2016-08", "2016-08-04T11:52:00Z", "2016-08-31T23:30:00-05:00", "2016-08-04 11:52:00.123",
        "2016/08/04", "2016/8/4", "2016.08.04", "20160804", "1470311520", "1470311520.0", "1470311520000",
        "1470311520000000", "1.470311520e9", "August 4, 2016", "4 Aug 2016", "Thu, 04 Aug 2016 11:52:00 GMT",
        "Thu Aug 04 11:52:00 +0000 2016", "Aug 2016", "8/13/2016", "13/8/2016 11:52", "13-08-2016", "08-08-2016"
      })
  void readsWhatCanOnlyMeanOneMonth(String text) {
    assertThat(Months.read(new Value.Text(text), DateOrder.NONE)).isEqualTo("2016-08");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "2016", "8/4/2016", "04-08-2016", "2016-13-01", "2016-02-30", "31/31/2016", "yesterday", "12345",
        "2016-08-04x", "Aug or Sep 2016", "August 2016 or 2017", "marching 2016", "true",
        "-99999999999999999999", "1e99", "2016-08-04 and a long, long, long, long, long, long, long, long tale"
      })
  void leavesTheRest(String text) {
    assertThat(Months.read(new Value.Text(text), DateOrder.NONE)).isEmpty();
  }

  @Test
  void theOrderDecidesWhatNumbersLeaveOpen() {
    assertThat(Months.read(new Value.Text("8/4/2016 11:52"), DateOrder.MDY)).isEqualTo("2016-08");
    assertThat(Months.read(new Value.Text("8/4/2016 11:52"), DateOrder.DMY)).isEqualTo("2016-04");
    assertThat(Months.read(new Value.Text("13/4/2016"), DateOrder.MDY)).isEqualTo("2016-04");
    assertThat(Months.read(new Value.Text("4-13-2016"), DateOrder.DMY)).isEqualTo("2016-04");
  }

  @Test
  void readsNumbersAndNothingElse() {
    assertThat(Months.read(new Value.Number("1470311520"), DateOrder.NONE)).isEqualTo("2016-08");
    assertThat(Months.read(new Value.Number("1.47031152E9"), DateOrder.NONE)).isEqualTo("2016-08");
    assertThat(Months.read(new Value.Number("NaN"), DateOrder.NONE)).isEmpty();
    assertThat(Months.read(Value.Nested.NESTED, DateOrder.NONE)).isEmpty();
    assertThat(Months.read(Value.Missing.MISSING, DateOrder.NONE)).isEmpty();
  }

  @Property(seed = "1")
  void everyDayIsReadInItsSpellings(@ForAll @IntRange(min = 2000, max = 90000) int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    String month = date.toString().substring(0, 7);
    assertThat(Months.read(new Value.Text(date.toString()), DateOrder.NONE)).isEqualTo(month);
    assertThat(Months.read(new Value.Number(Long.toString(day * 86400L)), DateOrder.NONE)).isEqualTo(month);
    assertThat(Months.read(new Value.Text(date.getDayOfMonth() + "/" + date.getMonthValue() + "/" + date.getYear()),
        DateOrder.DMY)).isEqualTo(month);
  }

  @Property(seed = "1")
  void noTextMakesItThrow(@ForAll String text) {
    assertThat(Months.read(new Value.Text(text), DateOrder.MDY)).matches("|\\d{4}-\\d{2}");
  }

  @Property(seed = "1", tries = 20_000)
  void theUsualDatesAreReadAsAnyOthers(@ForAll("dates") String text) {
    assertThat(Months.read(new Value.Text(text), DateOrder.NONE))
        .isEqualTo(Months.readAny(text.strip(), DateOrder.NONE));
  }

  @Provide
  Arbitrary<String> dates() {
    var years = Arbitraries.of("2016", "0999", "1000", "9999", "0000", "201", "20161", "\u0662016");
    var months = Arbitraries.of("01", "08", "12", "00", "13", "8", "+8", "\u0660\u0668");
    var days = Arbitraries.of("01", "04", "28", "29", "30", "31", "00", "4", "-4", "4 ");
    var rests = Arbitraries.of("", "T", "T11:52:00Z", " 11:52", "x", "0", "-05", "\n", "T" + "0".repeat(50), "\u00a0");
    var strokes = Arbitraries.of("-", "-", "-", "/", ".", "");
    return Combinators.combine(years, strokes, months, strokes, days, rests)
        .as((year, one, month, other, day, rest) -> year + one + month + other + day + rest);
  }
}

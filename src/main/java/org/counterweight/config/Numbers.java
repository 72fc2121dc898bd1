package org.counterweight.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.counterweight.config.Form.MismatchException;
import org.counterweight.config.Value.Kind;
import org.counterweight.config.Value.Scalar;

/** The forms of numbers. They are exact until they have their type, so {@code 1e3} is a whole number. */
final class Numbers {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,15}) ?([KMGT])iB");
  private static final Pattern PERCENT = Pattern.compile("([-+]?\\d{1,9}(?:\\.\\d{1,9})?) ?%");
  private static final List<String> UNITS = List.of("K", "M", "G", "T");
  private static final int LONGEST = 64;

  private Numbers() {}

  /** A whole number in a closed range. */
  static Form<Long> whole(long least, long most) {
    boolean any = least == Long.MIN_VALUE && most == Long.MAX_VALUE;
    var expected = "a whole number" + (any ? " of 64 bits" : " from " + least + " to " + most);
    return form(expected, Numbers::plain, number -> isWhole(number, least, most)).map(BigDecimal::longValueExact);
  }

  /** A size in bytes in a closed range: a whole number, or one with KiB, MiB, GiB or TiB. */
  static Form<Long> size(long least, long most) {
    var expected = "a size such as 32MiB from " + bytes(least) + " to " + bytes(most) + " (units KiB, MiB, GiB, TiB)";
    return form(expected, Numbers::withUnit, number -> isWhole(number, least, most)).map(BigDecimal::longValueExact);
  }

  /** A number in a closed range. */
  static Form<Double> number(long least, long most) {
    return real("a number from " + least + " to " + most, Numbers::plain, x -> x >= least && x <= most);
  }

  /** A finite number above zero. */
  static Form<Double> positive() {
    return real("a number above 0", Numbers::plain, x -> x > 0 && x <= Double.MAX_VALUE);
  }

  /** A share from zero to one: a number, or a percentage. */
  static Form<Double> share() {
    return share("from 0 to 1", x -> x >= 0 && x <= 1);
  }

  /** A share above zero, up to one. */
  static Form<Double> shareAboveZero() {
    return share("above 0, at most 1", x -> x > 0 && x <= 1);
  }

  /** A share above zero and below one. */
  static Form<Double> shareWithin() {
    return share("above 0 and below 1", x -> x > 0 && x < 1);
  }

  /** A share from {@code least} to one. */
  static Form<Double> shareFrom(double least) {
    return share("from " + least + " to 1", x -> x >= least && x <= 1);
  }

  private static Form<Double> share(String range, DoublePredicate fits) {
    return real("a share " + range + ", or a percentage such as 1%", Numbers::withPercent, fits);
  }

  private static Form<Double> real(
      String expected, Function<Scalar, Optional<BigDecimal>> notation, DoublePredicate fits) {
    return form(expected, notation, number -> fits.test(number.doubleValue())).map(BigDecimal::doubleValue);
  }

  private static Form<BigDecimal> form(
      String expected, Function<Scalar, Optional<BigDecimal>> notation, Predicate<BigDecimal> fits) {
    return value -> {
      var number = value instanceof Scalar scalar ? notation.apply(scalar) : Optional.<BigDecimal>empty();
      return number.filter(fits).orElseThrow(() -> MismatchException.expected(expected, value));
    };
  }

  private static boolean isWhole(BigDecimal number, long least, long most) {
    return number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  private static Optional<BigDecimal> plain(Scalar scalar) {
    if (scalar.kind() != Kind.NUMBER || scalar.text().length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(scalar.text()));
    } catch (NumberFormatException e) {
      return Optional.empty(); // Hexadecimal, octal, infinite or not a number: YAML has them, settings do not.
    }
  }

  private static Optional<BigDecimal> withPercent(Scalar scalar) {
    var percent = PERCENT.matcher(scalar.text());
    return percent.matches() ? Optional.of(new BigDecimal(percent.group(1)).movePointLeft(2)) : plain(scalar);
  }

  private static Optional<BigDecimal> withUnit(Scalar scalar) {
    var size = SIZE.matcher(scalar.text());
    if (!size.matches()) {
      return plain(scalar);
    }
    long unit = 1L << 10 * (UNITS.indexOf(size.group(2)) + 1);
    return Optional.of(new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(unit)));
  }

  private static String bytes(long bytes) {
    int unit = 0;
    while (bytes >= 1024 && bytes % 1024 == 0 && unit < UNITS.size()) {
      bytes /= 1024;
      unit++;
    }
    return bytes + (unit == 0 ? "" : UNITS.get(unit - 1) + "iB");
  }
}

package org.counterweight.corpus;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the month in which a document was created. A date with a zone counts as it is written; seconds since 1970 count
 * in UTC. What could mean two months is not read.
 */
final class Months {
  private static final int LONGEST = 64;
  /** Nanoseconds to the year 5138. */
  private static final double LARGEST_EPOCH = 1e20;
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})(?:\\2(\\d{1,2}))?(?:[T ].*)?", Pattern.DOTALL);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?:[T ,].*)?", Pattern.DOTALL);
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern EPOCH = Pattern.compile("-?\\d{9,19}(\\.\\d+)?|\\d(\\.\\d+)?[eE]\\+?\\d{1,2}");
  private static final Pattern PARTS = Pattern.compile("[^\\p{Alnum}:+]+");
  private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
  private static final List<String> NAMES =
      List.of("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december");

  private Months() {}

  /** The month as {@code 2016-08}, or empty where the value does not tell. */
  static String read(Value value, DateOrder order) {
    String text = value.asText().strip();
    if (text.isEmpty() || text.length() > LONGEST || value instanceof Value.Truth) {
      return "";
    }
    if (plain(text)) {
      return text.substring(0, 7);
    }
    return readAny(text, order);
  }

  /**
   * Whether a text starts with a day as nearly all dates do, {@code 2016-08-04}, that every month has, and goes on with
   * a time or not at all.
   */
  private static boolean plain(String text) {
    for (int i = 0; i < 10; i++) {
      boolean stroke = i == 4 || i == 7;
      if (i >= text.length() || (stroke ? text.charAt(i) != '-' : text.charAt(i) < '0' || text.charAt(i) > '9')) {
        return false;
      }
    }
    int month = Integer.parseInt(text, 5, 7, 10);
    int day = Integer.parseInt(text, 8, 10, 10);
    boolean alone = text.length() == 10 || text.charAt(10) == 'T' || text.charAt(10) == ' ';
    return alone && text.charAt(0) != '0' && month >= 1 && month <= 12 && day >= 1 && day <= 28;
  }

  /** The same of any text that is not blank, more slowly. */
  static String readAny(String text, DateOrder order) {
    try {
      return read(text, order);
    } catch (DateTimeException | ArithmeticException e) {
      return "";
    }
  }

  private static String read(String text, DateOrder order) {
    Matcher matcher = YEAR_FIRST.matcher(text);
    if (matcher.matches()) {
      return month(matcher.group(1), matcher.group(3), matcher.group(4) == null ? "1" : matcher.group(4));
    }
    matcher = COMPACT.matcher(text);
    if (matcher.matches()) {
      return month(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    matcher = YEAR_LAST.matcher(text);
    if (matcher.matches()) {
      return numeric(matcher.group(1), matcher.group(3), matcher.group(4), order);
    }
    return EPOCH.matcher(text).matches() ? epoch(Double.parseDouble(text)) : named(text);
  }

  private static String numeric(String first, String second, String year, DateOrder order) {
    int a = Integer.parseInt(first);
    int b = Integer.parseInt(second);
    if (a > 12 || (b <= 12 && order == DateOrder.DMY)) {
      return month(year, second, first);
    }
    return b > 12 || order == DateOrder.MDY || a == b ? month(year, first, second) : "";
  }

  /** Seconds, milliseconds, microseconds or nanoseconds since 1970: told apart by size, from 1973 to 5138. */
  private static String epoch(double count) {
    if (!(Math.abs(count) < LARGEST_EPOCH)) {
      return "";
    }
    double seconds = count;
    while (Math.abs(seconds) >= 1e11) {
      seconds /= 1000;
    }
    LocalDate date = Instant.ofEpochSecond((long) Math.floor(seconds)).atZone(ZoneOffset.UTC).toLocalDate();
    return Math.abs(seconds) < 1e8 ? "" : formatted(date);
  }

  /** A date in words: one English month and one year, as in "Thu Aug 04 11:52:00 +0000 2016". */
  private static String named(String text) {
    int month = 0;
    String year = "";
    for (String part : PARTS.split(text.toLowerCase(Locale.ROOT))) {
      int named = part.length() >= 3 ? nameOf(part) : 0;
      boolean dated = YEAR.matcher(part).matches();
      if ((named > 0 && month > 0) || (dated && !year.isEmpty())) {
        return "";
      }
      month = named > 0 ? named : month;
      year = dated ? part : year;
    }
    return month == 0 || year.isEmpty() ? "" : month(year, Integer.toString(month), "1");
  }

  private static int nameOf(String part) {
    for (int i = 0; i < NAMES.size(); i++) {
      if (NAMES.get(i).equals(part) || (NAMES.get(i).startsWith(part) && part.length() <= 4)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static String month(String year, String month, String day) {
    return formatted(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
  }

  private static String formatted(LocalDate date) {
    return date.getYear() < 1000 || date.getYear() > 9999 ? "" : date.toString().substring(0, 7);
  }
}

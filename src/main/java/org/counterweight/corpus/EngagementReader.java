package org.counterweight.corpus;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads reactions as a person would: 46, "5,546,590", "58 comments", "1.2K". */
public final class EngagementReader {
  private static final int LONGEST = 64;
  private static final Set<String> UNKNOWN = Set.of("", "n/a", "na", "none", "null", "unknown", "-", "--", "?");
  /** Digits, plain or in groups of three, then a fraction, an exponent, a scale and a unit. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "([+-]?)(\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)(\\.\\d+)?([eE][+-]?\\d{1,3})?"
              + "([kmb]|bn| thousand| million| billion)?(?: (\\p{L}+))?",
          Pattern.CASE_INSENSITIVE);
  /** Words that change no number; others, such as "lakh" or "Mio", might. */
  private static final Pattern UNIT =
      Pattern.compile(
          "(comment|point|(?:up|down)?vote|like|view|clap|share|reaction|response|retweet|favou?rite|star|play|read"
              + "|download|answer|score|bookmark|karma)s?|reply|replies",
          Pattern.CASE_INSENSITIVE);

  private EngagementReader() {}

  /** What a field says. */
  public sealed interface Reading {

    /** A finite number. */
    record Present(double value) implements Reading {}

    /** Nothing, said in one of the usual ways. */
    enum Missing implements Reading {
      MISSING
    }

    /** Something that is no number to a careful reader; missing too, but counted. */
    enum Unreadable implements Reading {
      UNREADABLE
    }
  }

  /** Reads one value. */
  public static Reading read(Value value) {
    if (value instanceof Value.Missing) {
      return Reading.Missing.MISSING;
    }
    if (value instanceof Value.Number number) {
      return number(number.literal());
    }
    return value instanceof Value.Text text ? text(text.text()) : Reading.Unreadable.UNREADABLE;
  }

  private static Reading text(String written) {
    if (written.length() > LONGEST) {
      return Reading.Unreadable.UNREADABLE;
    }
    String text = plain(written);
    if (UNKNOWN.contains(text.toLowerCase(Locale.ROOT))) {
      return Reading.Missing.MISSING;
    }
    Matcher matcher = NUMBER.matcher(text.toLowerCase(Locale.ROOT).startsWith("no ") ? "0" + text.substring(2) : text);
    if (!matcher.matches() || (matcher.group(6) != null && !UNIT.matcher(matcher.group(6)).matches())) {
      return Reading.Unreadable.UNREADABLE;
    }
    String digits = matcher.group(2).replace(",", "").replace(" ", "");
    double value = Double.parseDouble(digits + orEmpty(matcher.group(3)) + orEmpty(matcher.group(4)));
    return finite((matcher.group(1).equals("-") ? -value : value) * scale(matcher.group(5)));
  }

  private static Reading number(String literal) {
    if (literal.length() > LONGEST) {
      return Reading.Unreadable.UNREADABLE;
    }
    try {
      return finite(Double.parseDouble(literal));
    } catch (NumberFormatException e) {
      return Reading.Unreadable.UNREADABLE;
    }
  }

  private static Reading finite(double value) {
    return Double.isFinite(value) ? new Reading.Present(value + 0.0) : Reading.Unreadable.UNREADABLE;
  }

  private static double scale(String word) {
    if (word == null) {
      return 1;
    }
    return switch (Character.toLowerCase(word.strip().charAt(0))) {
      case 'k', 't' -> 1e3;
      case 'm' -> 1e6;
      default -> 1e9;
    };
  }

  /** The text with every kind of space and minus sign as ASCII has them, and none around it. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(Words.isSpace(c) ? ' ' : c == '\u2212' ? '-' : c);
    }
    return plain.toString().strip();
  }

  private static String orEmpty(String group) {
    return group == null ? "" : group;
  }
}

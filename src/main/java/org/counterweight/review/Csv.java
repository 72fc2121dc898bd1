package org.counterweight.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet: a cell that would be taken for a formula
 * starts with an apostrophe, and characters that cannot be seen or turn the text around are spelled out. Reading also
 * takes the semicolons, tabs and {@code sep=} lines that spreadsheets write.
 */
final class Csv {

  private static final String FORMULA = "=+-@\t\r\uff1d\uff0b\uff0d\uff20";

  /** A first line that tells spreadsheets the separator; it is none of the records. */
  private static final Pattern SEPARATOR_LINE = Pattern.compile("\"?[sS][eE][pP]=([,;\t])\"?(?:\r\n|\r|\n)");

  private static final Pattern SPELLED_OUT = Pattern.compile("\\\\u([0-9a-f]{4})");

  private Csv() {}

  /** One record with its line end. */
  static String line(List<String> cells) {
    var line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(i == 0 ? "" : ",").append('"').append(cell(cells.get(i)).replace("\"", "\"\"")).append('"');
    }
    return line.append("\r\n").toString();
  }

  private static String cell(String text) {
    var seen = new StringBuilder(text.length() + 8);
    text.codePoints().forEach(c -> append(seen, c));
    var first = seen.toString().stripLeading();
    boolean formula = !first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0;
    return formula || text.startsWith("\t") || text.startsWith("\r") ? "'" + seen : seen.toString();
  }

  private static void append(StringBuilder seen, int c) {
    if (hidden(c) && c != '\n' && c != '\t') {
      seen.append(String.format(Locale.ROOT, "\\u%04x", c));
    } else {
      seen.appendCodePoint(c);
    }
  }

  /** Whether a character cannot be seen or turns the text around it. */
  private static boolean hidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  /**
   * A name with every hidden character spelled out as {@code \\uXXXX}, UTF-16 unit by unit as JSON has it.
   *
   * @param backslashes whether they are spelled out too, so that {@link #named} gives the name back
   */
  static String spelledOut(String name, boolean backslashes) {
    var seen = new StringBuilder(name.length() + 8);
    name.codePoints().forEach(c -> {
      var units = Character.toString(c);
      if (hidden(c) || (backslashes && c == '\\')) {
        units.chars().forEach(unit -> seen.append(String.format(Locale.ROOT, "\\u%04x", unit)));
      } else {
        seen.append(units);
      }
    });
    return seen.toString();
  }

  /** The name that was spelled out. */
  static String named(String spelledOut) {
    return SPELLED_OUT.matcher(spelledOut).replaceAll(
        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
  }

  /**
   * The records of a text; empty lines are passed over.
   *
   * @throws IllegalArgumentException if a quote is left open; the message names its line
   */
  static List<List<String>> read(String text) {
    var told = SEPARATOR_LINE.matcher(text);
    return told.lookingAt()
        ? new Reading(text, told.end(), told.group(1).charAt(0)).records()
        : new Reading(text, 0, separator(text)).records();
  }

  /** The first of comma, semicolon and tab, outside of quotes. */
  private static char separator(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (!quoted && (c == ',' || c == ';' || c == '\t')) {
        return c;
      }
    }
    return ',';
  }

  /** One pass over a text. */
  private static final class Reading {

    private final String text;
    private final char separator;
    private final List<List<String>> records = new ArrayList<>();
    private List<String> record = new ArrayList<>();
    private int at;
    private int line = 1;

    Reading(String text, int from, char separator) {
      this.text = text;
      this.separator = separator;
      at = from;
    }

    List<List<String>> records() {
      while (at < text.length()) {
        record.add(text.charAt(at) == '"' ? quoted() : plain());
        if (at >= text.length()) {
          end();
        } else if (text.charAt(at) == separator) {
          at++;
          if (at >= text.length()) {
            record.add("");
            end();
          }
        } else {
          newLine();
          end();
        }
      }
      return records;
    }

    private String plain() {
      int from = at;
      while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        at++;
      }
      return text.substring(from, at);
    }

    private String quoted() {
      int opened = line;
      var cell = new StringBuilder();
      at++;
      while (true) {
        if (at >= text.length()) {
          throw new IllegalArgumentException("the quote that opens in line " + opened + " is never closed");
        }
        char c = text.charAt(at++);
        line += c == '\n' ? 1 : 0;
        if (c != '"') {
          cell.append(c);
        } else if (at < text.length() && text.charAt(at) == '"') {
          cell.append('"');
          at++;
        } else {
          return cell.append(plain()).toString();
        }
      }
    }

    private void newLine() {
      at += text.startsWith("\r\n", at) ? 2 : 1;
      line++;
    }

    private void end() {
      if (record.size() > 1 || !record.get(0).isEmpty()) {
        records.add(record);
      }
      record = new ArrayList<>();
    }
  }
}

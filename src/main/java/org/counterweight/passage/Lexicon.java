package org.counterweight.passage;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.counterweight.corpus.Reason;

/**
 * What the gate looks for, in one language or several. Written one entry a line:
 *
 * <ul>
 *   <li>{@code artificial intelligence}: these tokens in a row, in any case; a hyphen or white space may join them
 *   <li>{@code AI}: an upper-case letter makes a spelling count only as written
 *   <li>{@code =android}: so does a spelling after an equals sign
 *   <li>{@code A.I}: other punctuation counts as written
 *   <li>{@code superintelligen*}: the last token may go on
 *   <li>{@code robot, robots}: spellings of one entry
 *   <li>{@code ~oversight}: weak: a passage needs two different such entries; {@code ~~model}: three; and so on, one
 *       more for each tilde, up to six for {@code ~~~~system}. Points of all kinds add up: one of the first and three
 *       of the second last are enough, too; in a passage of over 400 characters the points of all but the first kind
 *       count less, in one of 2,000 half
 *   <li>{@code # ...}: a comment; empty lines are skipped
 * </ul>
 *
 * @param text the lines, as they enter digests
 */
public record Lexicon(String text) implements Serializable {

  /** Points that admit a passage. */
  static final int ENOUGH = 60;

  /** More tildes would say nothing. */
  private static final int MOST_TILDES = 5;

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})?");

  /**
   * Checks the lines.
   *
   * @throws IllegalArgumentException if one cannot be read, with its number
   */
  public Lexicon {
    text = text.replace("\r\n", "\n");
    terms(text);
  }

  /**
   * The lexicon that ships for a language.
   *
   * @param language its code, such as {@code en}
   * @throws IllegalArgumentException if none ships
   */
  public static Lexicon shipped(String language) {
    if (!LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException("Cannot find gate lexicon '" + language + "': not a language code such as en");
    }
    try (var in = Lexicon.class.getResourceAsStream("gate-" + language + ".txt")) {
      if (in == null) {
        throw new IllegalArgumentException("Cannot find gate lexicon '" + language + "': only en ships; name a file");
      }
      return new Lexicon(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read gate lexicon '" + language + "': " + e.getMessage(), e);
    }
  }

  /**
   * The lexicon in a file of your own.
   *
   * @param language the code of the language it is for
   * @throws IllegalArgumentException if the code is none, or the file cannot be read or is no lexicon
   */
  public static Lexicon read(String language, Path file) {
    if (!LANGUAGE.matcher(language).matches()) {
      throw new IllegalArgumentException("Cannot use gate lexicon " + file + ": not a language code such as en");
    }
    try {
      var lexicon = new Lexicon(Files.readString(file));
      if (lexicon.terms().isEmpty()) {
        throw new IllegalArgumentException("it holds no entry, so that nothing would pass the gate; write one a line");
      }
      return lexicon;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException("Cannot read gate lexicon " + file + ": " + Reason.of(e), e);
    }
  }

  /** Both lexicons. */
  public Lexicon plus(Lexicon other) {
    return new Lexicon(text + '\n' + other.text);
  }

  /** The entry with this number. */
  String entry(int number) {
    return text.lines().skip(number).findFirst().orElseThrow().strip();
  }

  List<Term> terms() {
    return terms(text);
  }

  private static List<Term> terms(String text) {
    var terms = new ArrayList<Term>();
    var lines = text.split("\n", -1);
    for (int line = 0; line < lines.length; line++) {
      var entry = lines[line].strip();
      if (entry.isEmpty() || entry.startsWith("#")) {
        continue;
      }
      int tildes = 0;
      while (tildes < MOST_TILDES && entry.startsWith("~", tildes)) {
        tildes++;
      }
      try {
        for (var spelling : entry.substring(tildes).split(",", -1)) {
          terms.add(Term.of(line, ENOUGH / (tildes + 1), spelling.strip()));
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "Cannot read line " + (line + 1) + " '" + entry + "': " + Reason.of(e), e);
      }
    }
    return List.copyOf(terms);
  }
}

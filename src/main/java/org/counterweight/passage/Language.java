package org.counterweight.passage;

import java.lang.Character.UnicodeScript;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The language of a text, by its script and its commonest words. A rule, not a model: it says {@link #UNCLEAR} of short
 * or mixed texts and of languages it has no words of.
 */
public final class Language {

  /** The answer where the rule cannot tell (ISO 639-2: undetermined). */
  public static final String UNCLEAR = "und";

  /** Changes with any answer. */
  static final String VERSION = "1";

  /** No more of a text is looked at, so a document costs the same whatever its length. */
  private static final int MOST_CHARACTERS = 600;

  /** Scripts that stand for one language, or for several of which none is written in Latin letters. */
  private static final Map<UnicodeScript, String> SCRIPTS =
      new EnumMap<>(
          Map.of(
              UnicodeScript.CYRILLIC, "ru",
              UnicodeScript.ARABIC, "ar",
              UnicodeScript.HEBREW, "he",
              UnicodeScript.DEVANAGARI, "hi",
              UnicodeScript.THAI, "th",
              UnicodeScript.GREEK, "el",
              UnicodeScript.HANGUL, "ko",
              UnicodeScript.HIRAGANA, "ja",
              UnicodeScript.KATAKANA, "ja",
              UnicodeScript.HAN, "zh"));

  private static final BitSet MARKS = marks();

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  private Language() {}

  /**
   * The two-letter code of a text's language, or {@link #UNCLEAR}. A script that several languages share counts as the
   * one with most speakers: what is written in it is at least not written in Latin letters.
   */
  public static String of(String text) {
    var start = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    if (LatinWords.plain(start)) {
      return LatinWords.of(withoutAddresses(start)).language();
    }
    return ofAny(start);
  }

  /** The same for any start of a text, more slowly. */
  static String ofAny(String start) {
    var script = script(start);
    if (script == UnicodeScript.LATIN) {
      return byWords(start);
    }
    return script == null ? UNCLEAR : SCRIPTS.getOrDefault(script, UNCLEAR);
  }

  /** The script of most letters; kana count for all of a Japanese text. */
  private static UnicodeScript script(String text) {
    var letters = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
    int ascii = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c < 0x80) {
        ascii += Character.isLetter(c) ? 1 : 0;
      } else if (Character.isLetter(c)) {
        letters.merge(UnicodeScript.of(c), 1, Integer::sum);
      }
      i += Character.charCount(c);
    }
    if (ascii > 0) {
      letters.merge(UnicodeScript.LATIN, ascii, Integer::sum);
    }
    int kana = letters.getOrDefault(UnicodeScript.HIRAGANA, 0) + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
    if (kana > 0 && letters.containsKey(UnicodeScript.HAN)) {
      letters.merge(UnicodeScript.HIRAGANA, letters.remove(UnicodeScript.HAN), Integer::sum);
    }
    UnicodeScript most = null;
    for (var entry : letters.entrySet()) {
      most = most == null || entry.getValue() > letters.get(most) ? entry.getKey() : most;
    }
    return most;
  }

  private static String byWords(String text) {
    var met = words(withoutAddresses(text));
    return CommonWords.language(met.stream().mapToLong(CommonWords::hits).sum(), met.size());
  }

  private static String withoutAddresses(String text) {
    return text.contains("://") ? ADDRESS.matcher(text).replaceAll(" ") : text;
  }

  /** The different words of a text in lower case: runs of letters, their marks and apostrophes. */
  private static Set<String> words(String text) {
    var lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    var words = new HashSet<String>();
    int start = 0;
    for (int i = 0; i < lower.length(); ) {
      int c = lower.codePointAt(i);
      int next = i + Character.charCount(c);
      if (!partOfWord(c)) {
        add(words, lower, start, i);
        start = next;
      }
      i = next;
    }
    add(words, lower, start, lower.length());
    return words;
  }

  private static void add(Set<String> words, String text, int start, int end) {
    if (end > start) {
      words.add(text.substring(start, end));
    }
  }

  private static boolean partOfWord(int c) {
    return c < 0x80 ? (c >= 'a' && c <= 'z') || c == '\'' : Character.isLetter(c) || MARKS.get(Character.getType(c));
  }

  private static BitSet marks() {
    var marks = new BitSet();
    marks.set(Character.NON_SPACING_MARK);
    marks.set(Character.COMBINING_SPACING_MARK);
    marks.set(Character.ENCLOSING_MARK);
    return marks;
  }
}

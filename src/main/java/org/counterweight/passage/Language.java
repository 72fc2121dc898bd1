package org.counterweight.passage;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /** A language needs this many different words of its own, and one in so many different ones. */
  private static final int LEAST_HITS = 2;

  private static final int ONE_IN = 12;

  /** Common words that, spelt so, few of the other languages here have. */
  private static final Map<String, String> COMMON =
      new TreeMap<>(
          Map.of(
              "en", "the and of to is that it for you was with are this not be have but they what from can would if my",
              "de", "der die und das ist nicht ich zu den mit ein eine auch auf wie f\u00fcr sich es wir sind von dem aber",
              "fr", "le les et des est que une pour dans qui pas sur avec ce vous nous je mais c'est cette sont plus ou",
              "es", "el los las que en una por con para es lo se del como pero esta m\u00e1s su muy eso hay todo",
              "pt", "que n\u00e3o uma em para \u00e9 da dos mais muito voc\u00ea isso tem mas ele tamb\u00e9m j\u00e1 foi ser esse por",
              "it", "il che di non gli una per con del della sono \u00e8 ma anche perch\u00e9 questo pi\u00f9 nel alla ha lo",
              "nl", "de het een en van niet dat zijn op voor met ik je maar ook hij wat deze naar er nog wel",
              "pl", "nie jest si\u0119 na jak ale co \u017ce przez tak od tylko ju\u017c by\u0107 tym czy dla jego",
              "tr", "bir ve bu i\u00e7in \u00e7ok ama ile gibi daha ne ben sen var yok de\u011fil kadar sonra nas\u0131l",
              "id", "yang dan di itu dengan untuk tidak ini dari akan ada saya juga bisa karena kita pada sudah"));

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

  private static final Map<String, List<String>> SPEAKERS = speakers();

  private static final BitSet MARKS = marks();

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  private Language() {}

  /**
   * The two-letter code of a text's language, or {@link #UNCLEAR}. A script that several languages share counts as the
   * one with most speakers: what is written in it is at least not written in Latin letters.
   */
  public static String of(String text) {
    var start = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
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
    var hits = new HashMap<String, Integer>();
    var met = words(text.contains("://") ? ADDRESS.matcher(text).replaceAll(" ") : text);
    for (var word : met) {
      SPEAKERS.getOrDefault(word, List.of()).forEach(code -> hits.merge(code, 1, Integer::sum));
    }
    int words = met.size();
    var best = UNCLEAR;
    int most = 0;
    boolean tie = false;
    for (var code : COMMON.keySet()) {
      int found = hits.getOrDefault(code, 0);
      tie = found == most || (found < most && tie);
      best = found > most ? code : best;
      most = Math.max(most, found);
    }
    return tie || most < LEAST_HITS || most * ONE_IN < words ? UNCLEAR : best;
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

  private static Map<String, List<String>> speakers() {
    var speakers = new HashMap<String, List<String>>();
    COMMON.forEach(
        (code, words) -> {
          for (var word : words.split(" ")) {
            speakers.merge(word, List.of(code), Language::both);
          }
        });
    return speakers;
  }

  private static List<String> both(List<String> some, List<String> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}

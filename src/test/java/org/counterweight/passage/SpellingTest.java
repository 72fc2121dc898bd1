package org.counterweight.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Holds the way in which terms are found in arrays to the way in which they are written, on strings. */
class SpellingTest {

  private static final List<Term> TERMS =
      new Lexicon(
              "AI\nA.I\n=kind\nred team*\nartificial mind\nrobot*\n"
                  + "self-driving car\nmind's eye\n\u4eba\u5de5\nStra\u00dfe")
          .terms();

  /** What a term says, by the methods that strings have. */
  private static boolean slowly(Term term, String text, int anchor) {
    if (term.cased() && text.charAt(anchor) != term.anchorToken().charAt(0)) {
      return false;
    }
    int start = anchor;
    for (int k = term.anchor(); k > 0 && start >= 0; k--) {
      var joint = term.joints().get(k);
      if (!joint.isEmpty()) {
        start = text.startsWith(joint, start - joint.length()) ? start - joint.length() : -1;
      } else {
        while (start > 0 && joins(text.charAt(start - 1))) {
          start--;
        }
      }
      start = start < 0 ? -1 : start - term.tokens().get(k - 1).length();
    }
    return start >= 0
        && !insideAToken(text, start)
        && !(term.cased() && elided(text, start))
        && from(term, text, start);
  }

  private static boolean from(Term term, String text, int start) {
    int i = start;
    for (int k = 0; k < term.tokens().size(); k++) {
      var joint = term.joints().get(k);
      if (k > 0 && !joint.isEmpty()) {
        if (!text.startsWith(joint, i)) {
          return false;
        }
        i += joint.length();
      }
      while (k > 0 && joint.isEmpty() && i < text.length() && joins(text.charAt(i))) {
        i++;
      }
      var token = term.tokens().get(k);
      if (!text.regionMatches(!term.cased(), i, token, 0, token.length())) {
        return false;
      }
      i += token.length();
      boolean open = term.prefix() && k == term.tokens().size() - 1;
      if (!open && i < text.length() && insideAToken(text, i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean insideAToken(String text, int i) {
    return i > 0 && Script.kind(text.charAt(i - 1)) == Script.LETTER && Script.kind(text.charAt(i)) == Script.LETTER;
  }

  private static boolean elided(String text, int start) {
    return start > 1 && "'\u2019".indexOf(text.charAt(start - 1)) >= 0
        && Script.kind(text.charAt(start - 2)) == Script.LETTER;
  }

  private static boolean joins(char c) {
    return Script.kind(c) == Script.SPACE
        || "-*_'\"`\u00ad\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201c\u201d".indexOf(c) >= 0;
  }

  @Property(seed = "1", tries = 20_000)
  void standsWhereTheTermDoes(@ForAll("texts") String text) {
    for (var term : TERMS) {
      var spelling = new Spelling(term);
      for (int i = 0; i < text.length(); i++) {
        assertThat(spelling.at(text.toCharArray(), i)).as(term + " at " + i).isEqualTo(slowly(term, text, i));
      }
    }
  }

  /** Every letter at which a term may be found starts some window that {@link Stems#starts} names. */
  @Property(seed = "1", tries = 5000)
  void noStemIsPassedOver(@ForAll("texts") String text) {
    var stems = new Stems(TERMS);
    boolean held = false;
    for (int i = 0; i < text.length() && !held; i++) {
      boolean single = Script.kind(text.charAt(i)) == Script.SINGLE;
      boolean token = single || Script.letter(text.charAt(i)) && !insideAToken(text, i);
      for (var term : token ? stems.at(text.toCharArray(), i) : new Spelling[0]) {
        held |= term.points() >= Lexicon.ENOUGH && term.at(text.toCharArray(), i);
      }
    }
    assertThat(new Pass(text, stems, Pass.WHOLE).admits()).as(text).isEqualTo(held);
    assertThat(new Pass(text, stems, Pass.WHOLE).scan().admitted()).as(text).isEqualTo(held);
  }

  /** Tables against the methods that they stand for. */
  @Example
  void everyCharacterIsCodedAsItsKind() {
    for (int i = 0; i <= Character.MAX_VALUE; i++) {
      char c = (char) i;
      assertThat(Script.letter(c)).as("U+%04X", i).isEqualTo(Script.kind(c) == Script.LETTER);
      assertThat(Script.joins(c)).as("U+%04X", i).isEqualTo(joins(c));
      assertThat((Script.code(c) & Script.CODED_SPACE) != 0).isEqualTo(Script.kind(c) == Script.SPACE);
      assertThat((Script.code(c) & Script.CODED_SPECIAL) != 0).isEqualTo(Script.kind(c) == Script.SINGLE);
    }
  }

  /** For all pairs with an ASCII letter: the only ones that a lexicon in plain Latin letters compares. */
  @Example
  void foldedAlikeAreTheCharactersThatStringsCompareAlike() {
    for (char a = '0'; a <= 'z'; a++) {
      for (int i = 0; i <= Character.MAX_VALUE; i++) {
        char b = (char) i;
        boolean alike = Character.isSurrogate(b) ? a == b : String.valueOf(a).equalsIgnoreCase(String.valueOf(b));
        if (alike != (Script.folded(a) == Script.folded(b))) {
          assertThat(Script.folded(a) == Script.folded(b)).as("%c and U+%04X", a, i).isEqualTo(alike);
        }
      }
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "AI", "ai", "A", "I", ".", "kind", "Kind", "\u212aind", "red", "RED", "team", "teams", "artificial",
            "ART\u0130FICIAL", "art\u0131ficial", "mind", "Mind", "'s", "\u2019s", "eye", "robot", "robots", "self",
            "driving", "car", "\u4eba", "\u5de5", "stra\u00dfe", "STRASSE", "\u017felf", " ", "  ", "\n", "-", "'",
            "\u2019", "_", "*", "\u00ad", "\u0301", "9", "/", "l", "\ud83d\ude00", "\ud83d")
        .list()
        .ofMaxSize(9)
        .map(parts -> String.join("", parts));
  }
}

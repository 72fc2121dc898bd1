package org.counterweight.passage;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.counterweight.corpus.Sha256;

/** Decides cheaply whether a text is about AI, by a lexicon. Immutable: threads may share it, workers be sent it. */
public final class Gate implements Serializable {

  private static final long serialVersionUID = 1;

  /** Changes whenever the same lexicon could admit other texts. */
  private static final String VERSION = "2";

  /** Characters of a passage in which the points of the weaker entries count in full. */
  private static final int SHORT = 400;

  /** Characters of a passage in which, and beyond which, they count half. */
  private static final int LONG = 2000;

  private final Lexicon lexicon;
  private final Set<String> languages;
  private final Stems stems;
  private final String digest;

  private Gate(Lexicon lexicon, Set<String> languages) {
    this.lexicon = lexicon;
    this.languages = Set.copyOf(languages);
    stems = new Stems(lexicon.terms());
    var reads = languages.isEmpty() ? "" : " language " + Language.VERSION + ' ' + new TreeSet<>(languages);
    digest = Sha256.of("gate " + VERSION + " segmenter " + Segmenter.VERSION + reads + '\n' + lexicon.text());
  }

  /** The gate that looks for a lexicon's terms, whatever the language. */
  public static Gate of(Lexicon lexicon) {
    return new Gate(lexicon, Set.of());
  }

  /**
   * The gate with the lexicons that ship for some languages.
   *
   * @param languages their codes, such as {@code en}; at least one
   * @throws IllegalArgumentException if none ships for one of them
   */
  public static Gate reading(Set<String> languages) {
    return reading(languages.stream().collect(Collectors.toMap(code -> code, Lexicon::shipped)));
  }

  /**
   * The gate with a lexicon for each language that it reads.
   *
   * @param lexicons by language code; at least one
   */
  public static Gate reading(Map<String, Lexicon> lexicons) {
    var lexicon = new TreeMap<>(lexicons).values().stream().reduce(Lexicon::plus);
    return new Gate(
        lexicon.orElseThrow(() -> new IllegalArgumentException("Cannot make a gate: no language is given")),
        lexicons.keySet());
  }

  /** Whether a document is in one of its languages, or in none that {@link Language} can tell. */
  public boolean reads(String document) {
    if (languages.isEmpty()) {
      return true;
    }
    var language = Language.of(document);
    return language.equals(Language.UNCLEAR) || languages.contains(language);
  }

  /** Whether a passage is about AI: it holds a term, or enough weak ones. Its text is taken as seen, not as markup. */
  public boolean admits(CharSequence passage) {
    return pass(passage.toString()).admits();
  }

  /** The scan of a document's view. */
  public Scan scan(String document) {
    return scan(MarkupView.of(document));
  }

  /**
   * Counts a document's words and looks for terms, in one pass. Weak terms count wherever they stand, so the answer
   * may be yes although no single passage is admitted, but never no although one is.
   */
  public Scan scan(MarkupView document) {
    return new Pass(document.text(), stems, Pass.WHOLE).scan();
  }

  /** The entries, as their lexicon writes them, that speak for admitting a passage; it looks no further than needed. */
  public List<String> evidence(CharSequence passage) {
    var pass = pass(passage.toString());
    pass.admits();
    return pass.seen().stream().mapToObj(lexicon::entry).toList();
  }

  private Pass pass(String passage) {
    return new Pass(passage, stems, dilution(passage.length()));
  }

  /** Grows with the length, from one to two. */
  private static int dilution(int length) {
    int over = Math.min(Math.max(length - SHORT, 0), LONG - SHORT);
    return Pass.WHOLE + Pass.WHOLE * over / (LONG - SHORT);
  }

  /** Lower-case hexadecimal SHA-256 of all that its answers depend on. */
  public String digest() {
    return digest;
  }
}

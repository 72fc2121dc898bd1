package org.counterweight.virality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Passages about AI that occur word for word in several works; what a quote is stands in the package {@code work}. Sums
 * are of all occurrences, as judged, and in millionths of a word.
 *
 * @param quotes distinct passages
 * @param occurrences passages that are one of them
 * @param words whole words of all occurrences
 * @param doom words x p(doom)
 * @param tractable words x p(tractable)
 * @param doomOnce the same with each quote counted once: the mean of its occurrences, rounded down
 * @param tractableOnce likewise
 * @param most the quotes that occur most, at most {@value #MOST}; more occurrences first, then by print
 */
public record Quotes(
    long quotes,
    long occurrences,
    long words,
    long doom,
    long tractable,
    long doomOnce,
    long tractableOnce,
    List<Quote> most)
    implements Serializable {

  /** How many quotes are listed. */
  public static final int MOST = 20;

  /** No quotes. */
  public static final Quotes NONE = new Quotes(0, 0, 0, 0, 0, 0, 0, List.of());

  private static final Comparator<Quote> ORDER =
      Comparator.comparingLong((Quote quote) -> -quote.occurrences).thenComparing(Quote::print);

  public Quotes {
    most = List.copyOf(most);
    if (occurrences < 2 * quotes || quotes < most.size() || doomOnce > doom || tractableOnce > tractable) {
      throw new IllegalArgumentException(
          "Cannot count " + quotes + " quotes that occur " + occurrences + " times, " + most.size() + " of them named");
    }
  }

  /**
   * A quote, by where it stands: never by its text.
   *
   * @param print 16 hexadecimal digits; equal for the same words
   * @param works that hold it, two or more
   * @param occurrences in all of them
   * @param words whole words of all occurrences
   * @param doom their words x p(doom), in millionths
   * @param tractable their words x p(tractable), in millionths
   * @param first the occurrence that comes first
   */
  public record Quote(String print, long works, long occurrences, long words, long doom, long tractable, Place first)
      implements Serializable {

    public Quote {
      Objects.requireNonNull(first);
      if (!print.matches("[0-9a-f]{16}") || works < 2 || occurrences < works) {
        throw new IllegalArgumentException(
            "Cannot name quote " + print + " of " + works + " works and " + occurrences + " occurrences");
      }
    }
  }

  /**
   * A passage of the corpus; ordered by shard, row and start.
   *
   * @param shard {@code <input number>/<relative path>}
   * @param row 0-based record of the shard
   * @param start first code point of the text, inclusive
   * @param end last code point, exclusive
   */
  public record Place(String shard, long row, int start, int end) implements Comparable<Place>, Serializable {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::shard).thenComparingLong(Place::row).thenComparingInt(Place::start);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** One quote. */
  public static Quotes of(Quote quote) {
    return new Quotes(
        1,
        quote.occurrences,
        quote.words,
        quote.doom,
        quote.tractable,
        quote.doom / quote.occurrences,
        quote.tractable / quote.occurrences,
        List.of(quote));
  }

  /** Both together, if no quote is in both; associative and commutative. */
  public Quotes plus(Quotes other) {
    var all = new ArrayList<>(most);
    all.addAll(other.most);
    all.sort(ORDER);
    return new Quotes(
        quotes + other.quotes,
        occurrences + other.occurrences,
        words + other.words,
        doom + other.doom,
        tractable + other.tractable,
        doomOnce + other.doomOnce,
        tractableOnce + other.tractableOnce,
        all.subList(0, Math.min(MOST, all.size())));
  }
}

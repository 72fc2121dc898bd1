package org.counterweight.stance;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A label of a passage whose text is elsewhere: it says where the passage lies and how to know it again.
 *
 * @param shard path of the shard within the corpus
 * @param row 0-based record of the shard
 * @param sha1 lower-case hexadecimal SHA-1 of the passage's text in UTF-8, as {@code Segmenter} cuts it
 * @param label the reader's stance
 * @param sure whether the reader was sure
 * @param draw how the passage came to be labelled
 * @param second another reader's stance, if there was one
 * @param third the stance of a reader who was asked because the first two disagree, if there was one
 */
public record LabelPointer(
    String shard,
    long row,
    String sha1,
    Stance label,
    boolean sure,
    Draw draw,
    Optional<Stance> second,
    Optional<Stance> third) {

  /** The columns of a file of pointers, in order. */
  static final String HEADER = "shard\trow\tsha1\tlabel\tsure\tdraw\treader2\treader3";

  private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");
  private static final int COLUMNS = 8;

  public LabelPointer {
    Objects.requireNonNull(label);
    Objects.requireNonNull(draw);
    Objects.requireNonNull(second);
    Objects.requireNonNull(third);
    if (third.isPresent() && second.isEmpty()) {
      throw new IllegalArgumentException("it has a third reader and no second");
    }
    if (shard.isEmpty() || row < 0 || !SHA1.matcher(sha1).matches()) {
      throw new IllegalArgumentException("it names no shard, no row from 0 on, or no SHA-1 of 40 hexadecimal digits");
    }
  }

  /**
   * Reads one line.
   *
   * @throws IllegalArgumentException if it is no pointer; the message says why
   */
  static LabelPointer of(String line) {
    var cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException("it has " + cells.length + " columns in place of " + COLUMNS);
    }
    return new LabelPointer(
        cells[0],
        row(cells[1]),
        cells[2],
        Stance.of(cells[3]),
        sure(cells[4]),
        Draw.of(cells[5]),
        further(cells[6]),
        further(cells[7]));
  }

  private static Optional<Stance> further(String cell) {
    return cell.isEmpty() ? Optional.empty() : Optional.of(Stance.of(cell));
  }

  private static long row(String cell) {
    try {
      return Long.parseLong(cell);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("its row is no whole number", e);
    }
  }

  private static boolean sure(String cell) {
    if (!cell.equals("yes") && !cell.equals("no")) {
      throw new IllegalArgumentException("its 'sure' is neither yes nor no");
    }
    return cell.equals("yes");
  }

  /** Whether the first two readers disagree, mixed taken as neutral. */
  boolean disputed() {
    return second.isPresent() && StanceClass.of(second.get()) != StanceClass.of(label);
  }

  /** What most readers say; the first where all differ, or only two read it. */
  Stance settled() {
    boolean outvoted =
        disputed() && third.isPresent() && StanceClass.of(third.get()) == StanceClass.of(second.get());
    return outvoted ? second.get() : label;
  }

  /** Where it points, for people. */
  String place() {
    return shard + ":" + row;
  }

  LabelledPassage with(String text) {
    String id = place() + ":" + sha1.substring(0, 8);
    return new LabelledPassage(
        id, PassageSet.decoded(text), settled(), sure && !disputed(), draw, PassageSet.family(shard), "");
  }
}

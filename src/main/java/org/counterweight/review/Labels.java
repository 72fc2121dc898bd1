package org.counterweight.review;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.counterweight.corpus.InputException;
import org.counterweight.stance.Stance;

/**
 * Takes labels from a sheet. The sample is drawn again from the run, so that whatever was changed, added or taken away
 * in the sheet is seen, and inclusion probabilities are those of the draw.
 */
public final class Labels {

  private static final Pattern ID = Pattern.compile("n([0-9]{1,6})-seed(-?[0-9]{1,19})-[0-9a-f]{12}");

  /** Spreadsheets cut decimals; anything more than that is a change. */
  private static final double ROUNDING = 1e-4;

  /** Mistakes named at once. */
  private static final int NAMED = 5;

  /** Of a label that is none, so much is shown. */
  private static final int SHOWN = 40;

  private final String name;
  private final Map<String, Sample.Drawn> drawn = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private Labels(String name, Sample sample) {
    this.name = name;
    sample.drawn().forEach(one -> drawn.put(Sample.place(one.passage()), one));
  }

  /**
   * The labels of a sheet.
   *
   * @param rows of the sheet
   * @param name what the sheet is called in errors
   * @param frame the gated passages of the run
   * @throws InputException naming rows that are twice there, of another run or sample, whose inclusion probability is
   *     not that of the draw, or whose label is none of the five
   */
  public static Labelled of(List<SheetRow> rows, String name, Frame frame) throws IOException {
    var id = id(rows, name);
    var parts = ID.matcher(id);
    long draws = parts.matches() ? Long.parseLong(parts.group(1)) : 0;
    if (draws < 1 || draws > Sample.MOST) {
      throw new InputException(name, "'" + id + "' is no sample that counterweight review draws");
    }
    var sample = Sample.of(frame, (int) draws, seed(parts.group(2), name));
    if (!sample.id().equals(id)) {
      throw new InputException(
          name, "it is a sample of another run: " + id + ", where this run gives " + sample.id());
    }
    return new Labels(name, sample).match(rows, sample);
  }

  private static String id(List<SheetRow> rows, String name) {
    if (rows.isEmpty()) {
      throw new InputException(name, "it holds no rows");
    }
    var ids = new HashSet<String>();
    rows.forEach(row -> ids.add(row.sample()));
    if (ids.size() > 1) {
      throw new InputException(name, "it mixes samples: " + String.join(", ", ids.stream().sorted().limit(2).toList()));
    }
    return rows.get(0).sample();
  }

  private static long seed(String text, String name) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new InputException(name, "its sample's seed is no number of 64 bits");
    }
  }

  private Labelled match(List<SheetRow> rows, Sample sample) {
    Map<String, Stance> given = new HashMap<>();
    for (var row : rows) {
      var place = Sample.place(row.shard(), row.row(), row.start(), row.end());
      checked(row, place).ifPresent(label -> given.put(place, label));
    }
    if (!problems.isEmpty()) {
      throw new InputException(
          name,
          String.join("; ", problems.subList(0, Math.min(NAMED, problems.size())))
              + (problems.size() > NAMED ? "; and " + (problems.size() - NAMED) + " more mistakes" : ""));
    }
    var labels = new ArrayList<Labelled.Label>();
    for (var one : sample.drawn()) {
      var label = given.get(Sample.place(one.passage()));
      if (label != null) {
        labels.add(new Labelled.Label(one.passage(), one.stratum().name(), label));
      }
    }
    return new Labelled(sample, labels);
  }

  /** The label of a row, if it has one and nothing is wrong with it. */
  private Optional<Stance> checked(SheetRow row, String place) {
    var one = drawn.get(place);
    if (one == null) {
      problem(row, "is not of the sample");
    } else if (!seen.add(place)) {
      problem(row, "is there twice");
    } else if (!asDrawn(row, one.stratum())) {
      problem(row, "has an inclusion probability that was changed: " + row.stratumDrawn() + " of " + row.stratumSize()
          + " (" + row.inclusion() + ") where the draw has " + one.stratum().drawn() + " of " + one.stratum().size());
    } else if (!row.label().isEmpty()) {
      return label(row);
    }
    return Optional.empty();
  }

  private static boolean asDrawn(SheetRow row, Stratum stratum) {
    return row.stratum() == stratum.name()
        && row.stratumDrawn() == stratum.drawn()
        && row.stratumSize() == stratum.size()
        && Math.abs(row.inclusion() / stratum.inclusion() - 1) <= ROUNDING;
  }

  private Optional<Stance> label(SheetRow row) {
    try {
      return Optional.of(Stance.of(row.label().toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      var label = row.label().length() > SHOWN ? row.label().substring(0, SHOWN) + "..." : row.label();
      problem(row, "has the label '" + label.replaceAll("\\s+", " ") + "', which is none of doom, tractable,"
          + " mixed, neutral, not_ai");
      return Optional.empty();
    }
  }

  private void problem(SheetRow row, String what) {
    problems.add("number " + row.number() + " (row " + row.row() + " of " + row.shard() + ") " + what);
  }
}

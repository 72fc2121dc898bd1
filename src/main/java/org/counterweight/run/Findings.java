package org.counterweight.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.counterweight.corpus.InputSettings;
import org.counterweight.virality.Counts;

/**
 * What the census found in the whole input.
 *
 * @param parts in order of shard and split
 */
public record Findings(List<Located> parts) {

  /** Most sources and most months that get figures of their own; those with most AI documents do. */
  private static final int NAMED = 100;

  public Findings {
    parts = List.copyOf(parts);
  }

  Counts counts() {
    return parts.stream().map(located -> located.part().counts()).reduce(Counts.NONE, Counts::plus);
  }

  Map<String, Counts> bySource() {
    return merged(Part::bySource);
  }

  Map<String, Counts> byMonth() {
    return merged(Part::byMonth);
  }

  private Map<String, Counts> merged(Function<Part, Map<String, Counts>> totals) {
    var all = new TreeMap<String, Counts>();
    for (var located : parts) {
      totals.apply(located.part()).forEach((name, counts) -> all.merge(name, counts, Counts::plus));
    }
    return all;
  }

  /** The names with most AI documents, at most {@value #NAMED}, without the empty one. */
  static Set<String> named(Map<String, Counts> totals) {
    var names = new TreeSet<String>();
    totals.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty() && entry.getValue().gatedDocuments() > 0)
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Counts> entry) -> -entry.getValue().aiDocuments())
                .thenComparing(Map.Entry::getKey))
        .limit(NAMED)
        .forEach(entry -> names.add(entry.getKey()));
    return names;
  }

  /** Words of all documents, by source. */
  Map<String, Long> words() {
    var words = new TreeMap<String, Long>();
    bySource().forEach((source, counts) -> words.put(source, counts.words()));
    return words;
  }

  /** What broke off, a message for each shard. */
  List<String> damage() {
    return parts.stream().map(located -> located.part().damage()).filter(why -> !why.isEmpty()).toList();
  }

  /**
   * Refuses input that is worse than the configuration bears.
   *
   * @throws BudgetException with what is wrong and which key bears it
   */
  void requireWithin(InputSettings limits, List<String> samples) throws BudgetException {
    var problems = new ArrayList<String>();
    var counts = counts();
    long records = counts.documents() + counts.empty() + counts.refused();
    if (damage().size() > limits.maxDamagedShards()) {
      problems.add(
          String.join("\n  ", damage())
              + "\n  Mend or remove the shard, or set input.max-damaged-shards=" + damage().size()
              + " to go on with what could be read.");
    }
    if (counts.refused() > limits.maxBadFraction() * records) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d records were refused (%.2f %%), over input.max-bad-fraction = %s:\n  %s",
              counts.refused(), records, 100.0 * counts.refused() / records, limits.maxBadFraction(),
              String.join("\n  ", samples)));
    }
    if (records > 0 && counts.documents() == 0 && counts.refused() == 0) {
      problems.add(
          "none of " + records + " records has a text; name the field that holds it: --set corpus.text=FIELD");
    }
    if (records == 0 && damage().isEmpty()) {
      problems.add("the shards hold no record at all");
    }
    if (!problems.isEmpty()) {
      throw new BudgetException("Cannot accept the input: " + String.join("\n", problems));
    }
  }
}

package org.counterweight.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.counterweight.corpus.Sha256;

/**
 * All keys with the values that hold, for people, for provenance and for digests.
 *
 * @param yaml the keys in the order of the shipped file, as a file that gives this configuration again
 * @param explained the same, each key that differs from its default marked with where it was set
 * @param values each key's value in one canonical spelling (JSON), by key: equal for {@code 1%} and {@code 0.01}
 */
public record Resolved(String yaml, String explained, Map<String, String> values) {

  /** Keys that change how a run goes or how its files look, not what it finds. */
  private static final Set<String> HOW_NOT_WHAT =
      Set.of(
          "output.format",
          "run.engine",
          "run.master",
          "run.cache",
          "input.split-bytes",
          "input.max-bad-fraction",
          "input.max-damaged-shards",
          "stance.model");

  /** Keys outside {@code plan} that are read only after the census. */
  private static final Set<String> AFTER_CENSUS =
      Set.of("corpus.sampled", "corpus.deduplicated", "stance.gain-threshold");

  /** Keys that a plan on a finished census may change: what it plans, how files look, and what carries it. */
  private static final Set<String> REPLANNED =
      Set.of("output.format", "stance.gain-threshold", "run.engine", "run.master");

  public Resolved {
    Objects.requireNonNull(yaml);
    Objects.requireNonNull(explained);
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /** The keys whose values differ from another's and that no plan on a finished census may change, in order. */
  List<String> needingCensus(Resolved other) {
    return values.keySet().stream()
        .filter(key -> !values.get(key).equals(other.values.get(key)))
        .filter(key -> !key.startsWith("plan.") || key.equals("plan.exclude"))
        .filter(key -> !REPLANNED.contains(key))
        .toList();
  }

  /**
   * Lower-case hexadecimal SHA-256 of every key that the findings depend on. How a run goes (engine, cache, splits,
   * error budgets, file format) is left out, and so is the path of a model: the model has a digest of its own.
   */
  public String digest() {
    return digest(key -> !HOW_NOT_WHAT.contains(key));
  }

  /** The same of the keys alone that a shard's tagged documents depend on, which makes a cached shard valid. */
  public String censusDigest() {
    return digest(
        key ->
            (key.startsWith("corpus.") || key.startsWith("input.") || key.startsWith("stance."))
                && !HOW_NOT_WHAT.contains(key)
                && !AFTER_CENSUS.contains(key));
  }

  private String digest(Predicate<String> counts) {
    var text = new StringBuilder();
    values.forEach(
        (key, value) -> {
          if (counts.test(key)) {
            text.append(key).append('=').append(value).append('\n');
          }
        });
    return Sha256.of(text.toString());
  }
}

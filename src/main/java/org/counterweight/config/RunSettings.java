package org.counterweight.config;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a run goes; the {@code run.*} keys.
 *
 * @param engine what runs it
 * @param master Spark's master URL; empty to leave it to spark-submit, and to every core of this machine without it
 * @param sample share of the shards to read, above 0 and up to 1; empty for all of them
 * @param cache whether shards judged by an earlier run with the same content, keys and model are taken from its cache
 */
public record RunSettings(Engine engine, Optional<String> master, OptionalDouble sample, boolean cache) {

  public RunSettings {
    Objects.requireNonNull(engine);
    Objects.requireNonNull(master);
    if (sample.isPresent() && !(sample.getAsDouble() > 0 && sample.getAsDouble() <= 1)) {
      throw new IllegalArgumentException(
          "Cannot run on a sample of " + sample.getAsDouble() + " of the shards: it must be above 0 and at most 1");
    }
  }

  /** Spark on all shards, with the cache. */
  public static RunSettings defaults() {
    return new RunSettings(Engine.SPARK, Optional.empty(), OptionalDouble.empty(), true);
  }

  static RunSettings read(Section section) {
    var engine = section.read("engine", Forms.choice(Engine.class));
    var master = section.read("master", Forms.text().orNull());
    var sample = section.read("sample", Numbers.shareAboveZero().orNull());
    boolean cache = section.read("cache", Forms.flag());
    return section.build(
        () ->
            new RunSettings(
                engine, master, sample.map(OptionalDouble::of).orElseGet(OptionalDouble::empty), cache),
        defaults());
  }
}

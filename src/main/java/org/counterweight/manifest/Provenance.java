package org.counterweight.manifest;

import java.util.List;
import java.util.Objects;

/**
 * Where a run's figures come from: enough to repeat it.
 *
 * @param version version of this program
 * @param commit the commit it was built from, empty where unknown
 * @param configuration the resolved configuration as text
 * @param configurationDigest SHA-256 of that text in UTF-8
 * @param model name of the classifier
 * @param modelDigest SHA-256 of all that its judgements depend on
 * @param gateDigest SHA-256 of all that the gate depends on
 * @param gateMissesDigest SHA-256 of what was read on both sides of it; empty where nothing was
 * @param seed the seed of every random choice
 * @param java version of Java
 * @param spark version of Spark, empty where it did not run
 * @param engine what ran it, such as {@code spark local[2]} or {@code stream}
 * @param census id of the run whose census this one plans on; empty where it took its own
 * @param inputs the shards read, in shard order
 */
public record Provenance(
    String version,
    String commit,
    String configuration,
    String configurationDigest,
    String model,
    String modelDigest,
    String gateDigest,
    String gateMissesDigest,
    long seed,
    String java,
    String spark,
    String engine,
    String census,
    List<InputEntry> inputs) {

  public Provenance {
    Objects.requireNonNull(version);
    Objects.requireNonNull(commit);
    Objects.requireNonNull(configuration);
    Objects.requireNonNull(configurationDigest);
    Objects.requireNonNull(model);
    Objects.requireNonNull(modelDigest);
    Objects.requireNonNull(gateDigest);
    Objects.requireNonNull(gateMissesDigest);
    Objects.requireNonNull(java);
    Objects.requireNonNull(spark);
    Objects.requireNonNull(engine);
    Objects.requireNonNull(census);
    inputs = List.copyOf(inputs);
  }

  /**
   * A shard that was read.
   *
   * @param shard {@code <input number>/<relative path>}
   * @param location where it lay, as an escaped absolute URI; nothing that is found depends on it
   * @param bytes its size as stored
   * @param digest SHA-256 of its bytes, or {@code <size>+<time of change>} where it could not be read to its end
   */
  public record InputEntry(String shard, String location, long bytes, String digest) {

    public InputEntry {
      Objects.requireNonNull(shard);
      Objects.requireNonNull(location);
      Objects.requireNonNull(digest);
      if (bytes < 0) {
        throw new IllegalArgumentException("Cannot list input of " + bytes + " bytes: negative");
      }
    }
  }
}

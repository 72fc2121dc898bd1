package org.counterweight.virality;

import java.io.Serializable;
import java.util.Objects;

/**
 * A shard, or the whole corpus, against the run before.
 *
 * @param name the shard; {@code corpus} for the whole
 * @param status whether there is anything to compare
 * @param judged of the odds as judged
 * @param corrected of the odds after correction
 */
public record PartDrift(String name, Status status, Change judged, Change corrected) implements Serializable {

  /** What became of a shard. */
  public enum Status {
    /** Its gated documents are the same: the change is exactly none. */
    UNCHANGED,
    /** Both runs have it, and it differs. */
    CHANGED,
    /** Only this run has it. */
    NEW,
    /** Only the run before had it. */
    GONE
  }

  public PartDrift {
    Objects.requireNonNull(name);
    Objects.requireNonNull(status);
    Objects.requireNonNull(judged);
    Objects.requireNonNull(corrected);
  }

  /** A part that both runs have. */
  public static PartDrift of(Replicates before, Replicates now) {
    return before.content().equals(now.content())
        ? new PartDrift(now.name(), Status.UNCHANGED, Change.NONE, Change.NONE)
        : new PartDrift(
            now.name(),
            Status.CHANGED,
            Change.between(before.judged(), now.judged()),
            Change.between(before.corrected(), now.corrected()));
  }

  /** A shard that only one of the runs has. */
  public static PartDrift alone(String name, Status status) {
    var change = Change.unknown(status == Status.NEW ? "the run before did not have it" : "this run does not have it");
    return new PartDrift(name, status, change, change);
  }

  /** Whether a change of either odds is marked. */
  public boolean marked() {
    return judged.marked() || corrected.marked();
  }
}

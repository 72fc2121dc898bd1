package org.counterweight.corpus;

import java.io.Serializable;

/**
 * Where and why a shard breaks off; all records before were read.
 *
 * @param shard name of the shard
 * @param position byte of the uncompressed shard that could no longer be read, or -1 where the format has none
 * @param why what is wrong, and what to do where anything can be done
 */
public record Damage(String shard, long position, String why) implements Serializable {

  /** The damage as a message. */
  @Override
  public String toString() {
    return "Cannot read on in " + shard + (position < 0 ? "" : " at byte " + position) + ": " + why;
  }
}

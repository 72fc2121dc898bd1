package org.counterweight.work;

import java.io.Serializable;

/**
 * Two texts that may be, or are, copies.
 *
 * @param member the greater one
 * @param hub the lesser one
 */
public record Match(TextId member, TextId hub) implements Serializable {

  public Match {
    if (hub.compareTo(member) >= 0) {
      throw new IllegalArgumentException("Cannot match " + member.name() + " with " + hub.name() + ": not below it");
    }
  }
}

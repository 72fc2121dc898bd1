package org.counterweight.stance;

/** How a passage came to be labelled. */
public enum Draw {
  /** Drawn at random within its source: it shows natural rates. */
  RANDOM("random"),
  /** Picked because some model thought it a stance. */
  ENRICHED("enriched"),
  /** Picked later by a model that had learned from the others: it teaches, and nothing is measured on it. */
  CHOSEN("chosen"),
  /** Written to show a stance. It teaches wording, and says nothing of how frequent or how hard anything is. */
  WRITTEN("written");

  private final String label;

  Draw(String label) {
    this.label = label;
  }

  /** The name in files. */
  public String label() {
    return label;
  }

  static Draw of(String label) {
    for (var draw : values()) {
      if (draw.label.equals(label)) {
        return draw;
      }
    }
    throw new IllegalArgumentException("its 'draw' is none of random, enriched, chosen, written");
  }
}

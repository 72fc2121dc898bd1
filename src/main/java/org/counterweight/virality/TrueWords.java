package org.counterweight.virality;

import java.io.Serializable;

/** Expected words of a document that are truly doom and truly tractable, in millionths of a word, not negative. */
public record TrueWords(long doom, long tractable) implements Serializable {

  public TrueWords {
    if (doom < 0 || tractable < 0) {
      throw new IllegalArgumentException("Cannot hold negative words");
    }
  }
}

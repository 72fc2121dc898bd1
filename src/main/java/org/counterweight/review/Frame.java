package org.counterweight.review;

import java.io.IOException;
import org.counterweight.manifest.GatedRows;

/** The passages that a sample is drawn from; gives them any number of times, always in the same order. */
@FunctionalInterface
public interface Frame {

  /** Hands every passage to a taker. */
  void each(GatedRows.Taker taker) throws IOException;
}

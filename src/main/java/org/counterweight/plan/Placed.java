package org.counterweight.plan;

import java.io.Serializable;

/**
 * A document not about AI that the placebo arm meets more often.
 *
 * @param control the document
 * @param copies documents of its text and source, itself included
 * @param baseMicro its weight at base, in millionths
 * @param weightMicro its weight, in millionths: a whole number of times more
 * @param repeats whole times that it is met
 */
public record Placed(Control control, int copies, int baseMicro, int weightMicro, int repeats)
    implements Serializable {

  /** Words met beyond those at base. */
  long extraWords() {
    return (long) control.words() * ((weightMicro - baseMicro) / 1_000_000);
  }
}

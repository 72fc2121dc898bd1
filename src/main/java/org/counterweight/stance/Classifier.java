package org.counterweight.stance;

import java.io.Serializable;

/** Judges passages. Implementations are immutable and may be shared by threads and sent to workers. */
public interface Classifier extends Serializable {

  /** Its name in the configuration: {@code fast}, {@code accurate} or {@code cascade}. */
  String name();

  /** Lower-case hexadecimal SHA-256 of all that its judgements depend on. */
  String digest();

  /** Calibrated probabilities of a gated passage's stances; they depend on this text alone. */
  Probabilities judge(String text);

  /** Which stance it names, given probabilities. */
  default Decision decision() {
    return Decision.MOST_PROBABLE;
  }
}

package org.counterweight.stance;

import java.io.Serializable;
import java.util.Objects;

/**
 * The accurate model, but for the encoder, which is known by its digest, and the linear model, which stands before it
 * in the file.
 *
 * @param encoder the encoder's sha256, see {@link EncoderFiles#sha256}
 * @param scores sha256 of the encoder's out-of-fold scores that the head was fitted to
 * @param settings how the head was fitted
 * @param head joins the raw scores of encoder and linear model
 * @param calibration joined scores to probabilities
 * @param quality what was measured of it
 */
record AccurateHeader(
    String encoder,
    String scores,
    StackedSettings settings,
    StackedHead head,
    Calibration calibration,
    Quality quality)
    implements Serializable {

  AccurateHeader {
    Objects.requireNonNull(scores);
    Objects.requireNonNull(settings);
    Objects.requireNonNull(head);
    Objects.requireNonNull(calibration);
    Objects.requireNonNull(quality);
    if (encoder == null || !encoder.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("Cannot hold an accurate model: its encoder has no sha256");
    }
  }
}

package org.counterweight.stance;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * All of a model but its weights: how it reads a text, what it was trained on, and what was measured of it.
 *
 * @param name its name in the configuration
 * @param features how a text becomes buckets
 * @param trainedOn what it saw
 * @param settings how it was trained
 * @param intercepts b of the raw scores in 1e-9
 * @param scale of the raw scores in 1e-12
 * @param calibration raw scores to probabilities
 * @param quality what was measured of it
 */
record ModelHeader(
    String name,
    FeatureSettings features,
    TrainedOn trainedOn,
    TrainingSettings settings,
    List<Long> intercepts,
    long scale,
    Calibration calibration,
    Quality quality)
    implements Serializable {

  ModelHeader {
    Objects.requireNonNull(name);
    Objects.requireNonNull(features);
    Objects.requireNonNull(trainedOn);
    Objects.requireNonNull(settings);
    Objects.requireNonNull(calibration);
    Objects.requireNonNull(quality);
    intercepts = List.copyOf(intercepts);
    if (intercepts.size() != StanceClass.COUNT || scale < 0) {
      throw new IllegalArgumentException("Cannot hold a model of " + intercepts.size() + " classes, scale " + scale);
    }
  }
}

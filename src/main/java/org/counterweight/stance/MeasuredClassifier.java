package org.counterweight.stance;

/** A classifier that carries what was measured of it on text it had not seen. Every shipped classifier is one. */
public interface MeasuredClassifier extends Classifier {

  /** How passages of each true class are judged, and how frequent the classes are. */
  SoftMatrix softMatrix();

  /** Above which probability of tractable a document may gain weight. */
  OperatingPoint operatingPoint();

  /** {@link OperatingPoint#threshold()}, in millionths. */
  default int operatingThreshold() {
    return operatingPoint().threshold();
  }
}

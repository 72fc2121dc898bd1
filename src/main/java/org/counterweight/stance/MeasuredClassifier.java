package org.counterweight.stance;

/** A classifier that carries what was measured of it on text it had not seen. Every shipped classifier is one. */
public interface MeasuredClassifier extends Classifier {

  /** What was measured of it. */
  Quality quality();

  /** How passages of each true class are judged, and how frequent the classes are. */
  default SoftMatrix softMatrix() {
    return quality().softMatrix();
  }

  /** Above which probability of tractable a document may gain weight. */
  default OperatingPoint operatingPoint() {
    return quality().operatingPoint();
  }

  @Override
  default Decision decision() {
    return quality().decision();
  }

  /** {@link OperatingPoint#threshold()}, in millionths. */
  default int operatingThreshold() {
    return operatingPoint().threshold();
  }

  /**
   * What moved the judgement of a text, as a table for people: exactly where the classifier can be taken apart, else by
   * leaving out parts of the text. It shows parts of the text: escape it where it goes into markup.
   *
   * @param most reasons a class
   */
  String explained(String text, int most);
}

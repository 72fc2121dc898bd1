package org.counterweight.stance;


/**
 * The {@code fast} classifier: multinomial logistic regression over hashed word n-grams. Its judgement of a text
 * depends on that text alone and is the same to the last bit on any machine. A text without tokens is not about AI.
 */
public final class LinearModel implements MeasuredClassifier {

  private static final long serialVersionUID = 1L;

  private final ModelHeader header;
  private final LinearWeights weights;
  private final String digest;

  LinearModel(ModelHeader header, short[] weights) {
    this.header = header;
    this.weights = new LinearWeights(header.features(), weights, header.intercepts(), header.scale());
    this.digest = ModelFile.digest(this, null, null);
  }

  @Override
  public String name() {
    return header.name();
  }

  @Override
  public String digest() {
    return digest;
  }

  @Override
  public Probabilities judge(String text) {
    double[] scores = weights.score(text);
    return scores == null ? Probabilities.NOT_AI : header.calibration().judge(scores);
  }

  @Override
  public Quality quality() {
    return header.quality();
  }

  /** What it was trained on. */
  public TrainedOn trainedOn() {
    return header.trainedOn();
  }

  /** How it was trained. */
  public TrainingSettings settings() {
    return header.settings();
  }

  /** The n-grams that moved a text's judgement most, at most so many towards each class. */
  public Explanation explain(String text, int most) {
    return Explanation.of(text, judge(text), weights, header.calibration(), most);
  }

  @Override
  public String explained(String text, int most) {
    return explain(text, most).toText();
  }

  ModelHeader header() {
    return header;
  }

  LinearWeights weights() {
    return weights;
  }
}

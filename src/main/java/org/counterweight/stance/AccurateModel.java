package org.counterweight.stance;


/**
 * The {@code accurate} classifier: a transformer's scores and the linear model's, joined. It carries the digest of its
 * encoder; the session itself is this JVM's (see {@link Encoders}) and is opened by the first judgement, on a worker
 * too. A text without tokens of the linear model, or without pieces of the encoder, is not about AI.
 */
public final class AccurateModel implements MeasuredClassifier {

  private static final long serialVersionUID = 1L;

  private final LinearModel fast;
  private final AccurateHeader header;
  private final String digest;

  AccurateModel(LinearModel fast, AccurateHeader header, String digest) {
    this.fast = fast;
    this.header = header;
    this.digest = digest;
  }

  @Override
  public String name() {
    return Models.ACCURATE;
  }

  @Override
  public String digest() {
    return digest;
  }

  @Override
  public Probabilities judge(String text) {
    double[] linear = fast.weights().score(text);
    return linear == null ? Probabilities.NOT_AI : judge(text, linear);
  }

  /** The judgement of a text that the linear model gives those raw scores. */
  Probabilities judge(String text, double[] linear) {
    double[] encoder = Encoders.shared(header.encoder()).score(text);
    return encoder == null ? Probabilities.NOT_AI : header.calibration().judge(header.head().score(encoder, linear));
  }

  /**
   * Opens the encoder now, so that what is missing is known before a corpus is read.
   *
   * @throws ModelException saying what is missing
   */
  AccurateModel opened() {
    Encoders.shared(header.encoder());
    return this;
  }

  @Override
  public Quality quality() {
    return header.quality();
  }

  @Override
  public String explained(String text, int most) {
    return Occlusion.of(text, this::judge, most).toText();
  }

  AccurateHeader header() {
    return header;
  }
}

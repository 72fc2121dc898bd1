package org.counterweight.stance;

import java.util.Locale;

/**
 * The {@code cascade} classifier: the fast model's judgement where it sees little of either stance, the accurate
 * model's everywhere else.
 */
public final class CascadeModel implements MeasuredClassifier {

  private static final long serialVersionUID = 1L;

  private final LinearModel fast;
  private final AccurateModel accurate;
  private final CascadeHeader header;
  private final String digest;

  CascadeModel(LinearModel fast, AccurateModel accurate, CascadeHeader header, String digest) {
    this.fast = fast;
    this.accurate = accurate;
    this.header = header;
    this.digest = digest;
  }

  @Override
  public String name() {
    return Models.CASCADE;
  }

  @Override
  public String digest() {
    return digest;
  }

  @Override
  public Probabilities judge(String text) {
    double[] linear = fast.weights().score(text);
    if (linear == null) {
      return Probabilities.NOT_AI;
    }
    var p = fast.header().calibration().judge(linear);
    return header.passes(p) ? accurate.judge(text, linear) : p;
  }

  /** By the model that judges this text, which is held to for every part that is left out. */
  @Override
  public String explained(String text, int most) {
    var p = fast.judge(text);
    MeasuredClassifier judge = header.passes(p) ? accurate : fast;
    return String.format(
            Locale.ROOT,
            "Judged by %s: the fast model's p(doom) + p(tractable) is %.4f, the cascade hands on from %.4f\n",
            judge.name(),
            (p.doom() + p.tractable()) / 1e6,
            threshold() / 1e6)
        + judge.explained(text, most);
  }

  /**
   * Opens the encoder now, so that what is missing is known before a corpus is read.
   *
   * @throws ModelException saying what is missing
   */
  CascadeModel opened() {
    accurate.opened();
    return this;
  }

  @Override
  public Quality quality() {
    return header.quality();
  }

  /** From which p(doom) + p(tractable) of the fast model the accurate one judges, in millionths. */
  public int threshold() {
    return header.threshold();
  }

  CascadeHeader header() {
    return header;
  }
}

package org.counterweight.run;

import java.util.Arrays;
import org.counterweight.stance.SoftMatrix;
import org.counterweight.virality.Estimator;
import org.counterweight.virality.MatrixDraws;

/**
 * What the model file says of its own errors, as the estimates ask for it.
 *
 * @param matrix measured on held-out passages
 * @param seed of the draws
 */
record ClassifierErrors(SoftMatrix matrix, long seed) implements MatrixDraws {

  /** The estimator of a job: every stage that asks the same job gets the same draws. */
  static Estimator estimator(Job job) {
    var errors = new ClassifierErrors(job.judgement().classifier().softMatrix(), job.plan().seed());
    return new Estimator(errors, GateErrors.of(job), job.sampledVirality());
  }

  @Override
  public double[][] point() {
    return matrix.matrix();
  }

  @Override
  public double[][] draw(int replicate) {
    return matrix.draw(replicate, seed);
  }

  @Override
  public int[] counts() {
    return Arrays.stream(matrix.passages()).mapToInt(Math::toIntExact).toArray();
  }

  @Override
  public double[] shares() {
    return matrix.classShares();
  }
}

package org.counterweight.plan;

/**
 * A band of weights, above {@code low} and up to {@code high} (millionths), for trainers that weight datasets and not
 * documents. Zero and one are bands of their own; then bands are 0.25 wide up to 4, 1 wide up to 16, and double.
 *
 * @param name stable, of {@code [A-Za-z0-9._-]}, such as {@code w1.00} or {@code w1.00-1.25}
 * @param low weights of the band lie above it, or at it where both ends are the same
 * @param high and no higher than this
 */
public record Bucket(String name, long low, long high) {
  private static final long EPOCH = 1_000_000;

  /** The band of a weight in millionths, zero or more. */
  public static Bucket of(long weightMicro) {
    if (weightMicro < 0) {
      throw new IllegalArgumentException("Cannot band a weight of " + weightMicro + " millionths: it is below 0");
    }
    if (weightMicro == 0 || weightMicro == EPOCH) {
      return new Bucket("w" + epochs(weightMicro), weightMicro, weightMicro);
    }
    long width = EPOCH / 4;
    if (weightMicro > 4 * EPOCH) {
      width = EPOCH;
    }
    if (weightMicro > 16 * EPOCH) {
      width = 16 * EPOCH;
      while (2 * width < weightMicro) {
        width *= 2;
      }
    }
    long low = (weightMicro - 1) / width * width;
    return new Bucket("w" + epochs(low) + "-" + epochs(low + width), low, low + width);
  }

  private static String epochs(long micro) {
    long hundredths = micro % EPOCH / 10_000;
    return micro / EPOCH + (hundredths < 10 ? ".0" : ".") + hundredths;
  }
}

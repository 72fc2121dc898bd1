package org.counterweight.review;

import java.util.List;

/**
 * A stratum of a frame. Its name is a bare number, so that nobody who labels is told what the model thinks.
 *
 * @param name a number from 1 up
 * @param size passages of the frame in it
 * @param drawn passages of the sample in it, each with inclusion probability drawn / size
 * @param words words of its passages
 * @param mass judged masses of the four classes, in millionths of a word
 */
public record Stratum(int name, long size, int drawn, long words, List<Long> mass) {

  public Stratum {
    mass = List.copyOf(mass);
    if (name < 1 || size < 1 || drawn < 0 || drawn > size || mass.size() != Classes.COUNT) {
      throw new IllegalArgumentException("Cannot hold stratum " + name + " of " + size + ", " + drawn + " drawn");
    }
  }

  /** The probability with which each of its passages came into the sample. */
  public double inclusion() {
    return (double) drawn / size;
  }
}

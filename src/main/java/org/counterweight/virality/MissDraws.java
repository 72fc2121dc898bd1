package org.counterweight.virality;

import java.io.Serializable;

/**
 * What is known of the text about AI that the gate refuses: how many words of doom, tractable and other it refuses for
 * one that it admits.
 */
public interface MissDraws extends Serializable {

  /** Nothing is known. */
  MissDraws UNKNOWN = new Unknown("what this gate refuses was not read");

  /** Why nothing is known; empty where something is. */
  String unknown();

  /** The estimate, by class. */
  double[] point();

  /** The ratios from the counts drawn anew, a pure function of the replicate's number (1 and up). */
  double[] draw(int replicate);

  /** Refused passages that were read and are of each class. */
  int[] missed();

  /** Refused passages that were read. */
  int read();

  /**
   * Misses that nobody measured.
   *
   * @param unknown why not
   */
  record Unknown(String unknown) implements MissDraws {

    @Override
    public double[] point() {
      throw new IllegalStateException("Cannot tell the gate's misses: " + unknown);
    }

    @Override
    public double[] draw(int replicate) {
      return point();
    }

    @Override
    public int[] missed() {
      return new int[3];
    }

    @Override
    public int read() {
      return 0;
    }
  }
}

package org.counterweight.work;

import java.io.Serializable;
import java.util.HexFormat;

/**
 * Names a text by the first half of its SHA-256; ordered as the hexadecimal names are. The order is as good as random.
 *
 * @param high the first 64 bits
 * @param low the next 64 bits
 */
public record TextId(long high, long low) implements Comparable<TextId>, Serializable {

  private static final int DIGITS = 16;
  private static final HexFormat HEX = HexFormat.of();

  /**
   * The text with this digest.
   *
   * @param sha256 at least 32 lower-case hexadecimal digits
   */
  public static TextId of(String sha256) {
    return new TextId(
        Long.parseUnsignedLong(sha256, 0, DIGITS, 16), Long.parseUnsignedLong(sha256, DIGITS, 2 * DIGITS, 16));
  }

  /** 32 lower-case hexadecimal digits. */
  public String name() {
    return HEX.toHexDigits(high) + HEX.toHexDigits(low);
  }

  @Override
  public int compareTo(TextId other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }
}

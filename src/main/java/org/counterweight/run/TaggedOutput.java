package org.counterweight.run;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Writes the numbers and texts of a tagged file, as {@link TaggedInput} reads them. */
final class TaggedOutput implements Closeable {

  /** Names that a file numbers; later ones stand in full each time, so that memory does not grow with hosts. */
  private static final int MOST_NAMES = 1 << 14;

  /** Characters of the longest that it numbers. */
  private static final int LONGEST_NAME = 200;

  private final DataOutputStream out;
  private final Map<String, Integer> names = new HashMap<>();

  /** Takes over a stream, and closes it in the end. */
  TaggedOutput(OutputStream out) {
    this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
  }

  /** A byte, 0 to 255. */
  void small(int value) throws IOException {
    out.writeByte(value);
  }

  void flag(boolean value) throws IOException {
    out.writeBoolean(value);
  }

  void whole(int value) throws IOException {
    out.writeInt(value);
  }

  void large(long value) throws IOException {
    out.writeLong(value);
  }

  void real(double value) throws IOException {
    out.writeDouble(value);
  }

  void text(String value) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** A text that many records share: its number where it was written before, from 1; else 0 and the text. */
  void name(String value) throws IOException {
    int number = names.getOrDefault(value, 0);
    out.writeInt(number);
    if (number == 0) {
      text(value);
      if (remembered(value, names.size())) {
        names.put(value, names.size() + 1);
      }
    }
  }

  /** Whether a name that a file did not hold before gets a number, where so many have one. */
  static boolean remembered(String name, int numbered) {
    return numbered < MOST_NAMES && name.length() <= LONGEST_NAME;
  }

  /** The bytes of lower-case hexadecimal digits, without their number. */
  void hex(String digits) throws IOException {
    out.write(HexFormat.of().parseHex(digits));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  /** A stream that gives a few bytes at a time. */
  static final class Trickle extends ByteArrayInputStream {
    private final Random random;

    Trickle(byte[] bytes, long seed) {
      super(bytes);
      random = new Random(seed);
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
      return super.read(bytes, offset, Math.min(length, 1 + random.nextInt(7)));
    }
  }

  private static List<String> lines(InputStream in, int longest) throws IOException {
    List<String> lines = new ArrayList<>();
    try (LineReader reader = new LineReader(in, 0, Long.MAX_VALUE, longest)) {
      while (reader.next()) {
        String line = new String(reader.bytes(), reader.start(), reader.end() - reader.start(), StandardCharsets.UTF_8);
        lines.add(reader.linePosition() + (reader.tooLong() ? "!" : ":") + (reader.tooLong() ? "" : line));
      }
    }
    return lines;
  }

  @Test
  void linesEndAtNewlinesWithOrWithoutReturns() throws IOException {
    assertThat(lines(new ByteArrayInputStream(Shards.utf8("ab\r\n\n c\rd \nlast")), 100))
        .containsExactly("0:ab", "4:", "5: c\rd ", "11:last");
    assertThat(lines(new ByteArrayInputStream(new byte[0]), 100)).isEmpty();
    assertThat(lines(new ByteArrayInputStream(Shards.utf8("\n")), 100)).containsExactly("0:");
  }

  @Test
  void theLimitIsTheLongestLineKept() throws IOException {
    String text = "12345\r\n123456\n12345\n123456\r\n12345";
    assertThat(lines(new ByteArrayInputStream(Shards.utf8(text)), 5))
        .containsExactly("0:12345", "7!", "14:12345", "20!", "28:12345");
  }

  @Property(seed = "1", tries = 300)
  void anyPiecesGiveTheSameLines(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    int longest = 1 + random.nextInt(6000);
    for (int i = random.nextInt(20); i > 0; i--) {
      int length = random.nextInt(4) == 0 ? random.nextInt(3 * longest) : random.nextInt(20);
      expected.add(text.length() + (length > longest ? "!" : ":" + "x".repeat(length)));
      text.append("x".repeat(length)).append('\n');
    }
    assertThat(lines(new Trickle(Shards.utf8(text.toString()), seed), longest)).isEqualTo(expected);
    assertThat(lines(new ByteArrayInputStream(Shards.utf8(text.toString())), longest)).isEqualTo(expected);
  }

  @Test
  void aLineOfManyMegabytesStreamsByInALittleBuffer() throws IOException {
    InputStream endless = new InputStream() {
      private long left = 100_000_000;

      @Override
      public int read() {
        return left-- > 0 ? 'x' : left == -1 ? '\n' : left == -2 ? 'y' : -1;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        if (left <= 0) {
          int c = read();
          bytes[offset] = (byte) c;
          return c < 0 ? -1 : 1;
        }
        int count = (int) Math.min(left, length);
        java.util.Arrays.fill(bytes, offset, offset + count, (byte) 'x');
        left -= count;
        return count;
      }
    };
    LineReader reader = new LineReader(endless, 0, Long.MAX_VALUE, 10_000);
    assertThat(reader.next()).isTrue();
    assertThat(reader.tooLong()).isTrue();
    assertThat(reader.bytes().length).isLessThan(1 << 19);
    assertThat(reader.next()).isTrue();
    assertThat(reader.linePosition()).isEqualTo(100_000_001);
    assertThat(reader.tooLong()).isFalse();
    assertThat(reader.next()).isFalse();
    assertThat(reader.position()).isEqualTo(100_000_002);
  }

  @Test
  void doesNotReadOnInALineBehindWhichNothingIsWanted() throws IOException {
    byte[] text = Shards.utf8("x".repeat(5_000_000));
    InputStream in = new ByteArrayInputStream(text);
    LineReader reader = new LineReader(in, 0, 100_000, 1000);
    assertThat(reader.next()).isTrue();
    assertThat(reader.position()).isBetween(100_000L, 1_000_000L);
  }
}

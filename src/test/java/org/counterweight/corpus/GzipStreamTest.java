package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GzipStreamTest {

  private static byte[] text(int size) {
    Random random = new Random(size);
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) ('a' + random.nextInt(20));
    }
    return bytes;
  }

  /** What can be read before the stream ends or breaks, which is then told. */
  private static String inflated(InputStream in, ByteArrayOutputStream out) {
    byte[] buffer = new byte[1000];
    try (GzipStream stream = new GzipStream(in)) {
      for (int read = stream.read(buffer, 0, 1000); read >= 0; read = stream.read(buffer, 0, 1000)) {
        out.write(buffer, 0, read);
      }
      return "";
    } catch (IOException e) {
      assertThat(e).isInstanceOf(DamagedException.class);
      return e.getMessage();
    }
  }

  private static byte[] whole(byte[] gzip) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(inflated(new LineReaderTest.Trickle(gzip, 1), out)).isEmpty();
    return out.toByteArray();
  }

  @Property(seed = "1", tries = 50)
  void membersFollowEachOther(@ForAll @IntRange(max = 20_000) int first, @ForAll @IntRange(max = 20_000) int second) {
    byte[] gzip = Shards.concat(Shards.gzip(text(first)), Shards.gzip(text(second)), Shards.gzip(new byte[0]));
    assertThat(whole(gzip)).isEqualTo(Shards.concat(text(first), text(second)));
  }

  @Test
  void zerosBehindTheLastMemberArePadding() {
    byte[] member = Shards.gzip(text(500));
    for (int zeros : new int[] {1, 700, 1 << 18}) {
      assertThat(whole(Shards.concat(member, new byte[zeros]))).isEqualTo(text(500));
    }
  }

  @Test
  void whatFollowsAMemberAndIsNeitherPaddingNorAMemberIsDamage() {
    byte[] member = Shards.gzip(text(500));
    for (byte[] rubbish : new byte[][] {
        Shards.utf8("rubbish"), Shards.bytes(0x8b, 0x1f), Shards.concat(new byte[512], member)}) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertThat(inflated(new ByteArrayInputStream(Shards.concat(member, rubbish)), out))
          .contains("what follows a gzip member is not gzip");
      assertThat(out.toByteArray()).isEqualTo(text(500));
    }
    assertThat(inflated(new ByteArrayInputStream(Shards.concat(member, Shards.bytes(0x1f))),
        new ByteArrayOutputStream())).contains("cut off");
  }

  @Property(seed = "1", tries = 16)
  void aFlippedBitInALaterMembersMagicIsDamage(@ForAll @IntRange(max = 15) int bit) {
    byte[] second = Shards.gzip(text(900));
    second[bit / 8] ^= (byte) (1 << bit % 8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] gzip = Shards.concat(Shards.gzip(text(500)), second, Shards.gzip(text(100)));
    assertThat(inflated(new LineReaderTest.Trickle(gzip, 1), out)).contains("what follows a gzip member is not gzip");
    assertThat(out.toByteArray()).isEqualTo(text(500));
  }

  @Test
  void optionalHeaderFieldsArePassedOver() {
    byte[] plain = Shards.gzip(text(300));
    byte[] body = java.util.Arrays.copyOfRange(plain, 10, plain.length);
    byte[] header = Shards.bytes(0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9, 'n', 0, 'c', 0, 1, 2);
    assertThat(whole(Shards.concat(header, body))).isEqualTo(text(300));
  }

  @Test
  void anEmptyFileHoldsNothing() {
    assertThat(whole(new byte[0])).isEmpty();
  }

  @Test
  void aStreamCutAnywhereGivesWhatCameBeforeAndSaysSo() {
    byte[] text = text(3000);
    byte[] gzip = Shards.gzip(text);
    for (int length = 1; length < gzip.length; length += 13) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      String why = inflated(new ByteArrayInputStream(gzip, 0, length), out);
      assertThat(why).isNotEmpty();
      assertThat(new String(text, java.nio.charset.StandardCharsets.US_ASCII))
          .startsWith(out.toString(java.nio.charset.StandardCharsets.US_ASCII));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(inflated(new ByteArrayInputStream(gzip, 0, gzip.length - 9), out)).contains("cut off");
    assertThat(out.size()).isGreaterThan(2000);
  }

  @Test
  void corruptionIsFound() {
    byte[] gzip = Shards.gzip(text(3000));
    for (int at : new int[] {0, 2, gzip.length / 2, gzip.length - 6, gzip.length - 2}) {
      byte[] bad = gzip.clone();
      bad[at] ^= 0x55;
      assertThat(inflated(new ByteArrayInputStream(bad), new ByteArrayOutputStream())).as("byte " + at).isNotEmpty();
    }
    assertThat(inflated(new ByteArrayInputStream(Shards.utf8("{\"text\":1}")), new ByteArrayOutputStream()))
        .contains("not gzip");
  }

  @Test
  void aFailingFileSystemIsNotDamage() {
    InputStream failing = new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("disk on fire");
      }
    };
    assertThatThrownBy(() -> new GzipStream(failing).read()).hasMessage("disk on fire")
        .isNotInstanceOf(DamagedException.class);
  }
}

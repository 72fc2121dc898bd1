package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ZstdStreamTest {
  private static final long GIB = 1L << 30;
  private static final byte[] TEXT = Shards.utf8(Shards.lines(20_000));
  private final WindowBudget budget = new WindowBudget();

  private String decoded(InputStream in, long limit, ByteArrayOutputStream out) {
    byte[] buffer = new byte[10_000];
    try (ZstdStream stream = new ZstdStream(in, budget, limit)) {
      for (int read = stream.read(buffer, 0, 10_000); read >= 0; read = stream.read(buffer, 0, 10_000)) {
        out.write(buffer, 0, read);
      }
      return "";
    } catch (IOException e) {
      assertThat(e).isInstanceOf(DamagedException.class);
      return e.getMessage();
    } finally {
      assertThat(budget.used()).as("memory given back").isZero();
    }
  }

  private byte[] whole(byte[] zstd) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(decoded(new ByteArrayInputStream(zstd), 2 * GIB, out)).isEmpty();
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    assertThat(decoded(new LineReaderTest.Trickle(zstd, 3), 2 * GIB, again)).isEmpty();
    assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
    return out.toByteArray();
  }

  @Test
  void framesOfAnyWindowAndSkippableOnesFollowEachOther() {
    byte[] skippable = Shards.bytes(0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3);
    byte[] zstd = Shards.concat(
        skippable, Shards.zstd(TEXT, 20), skippable, Shards.zstd(TEXT, 31), Shards.zstd(new byte[0], 20),
        Shards.zstd(TEXT, 27), com.github.luben.zstd.Zstd.compress(TEXT), Shards.zstd(new byte[300_000], 20),
            skippable);
    assertThat(whole(zstd)).isEqualTo(Shards.concat(TEXT, TEXT, TEXT, TEXT, new byte[300_000]));
    assertThat(whole(new byte[0])).isEmpty();
  }

  @Test
  void theMemoryIsHeldWhileOpen() throws IOException {
    ZstdStream stream = new ZstdStream(new ByteArrayInputStream(Shards.zstd(TEXT, 31)), budget, 2 * GIB);
    assertThat(budget.used()).isZero();
    assertThat(stream.read()).isEqualTo('{');
    assertThat(budget.used()).isEqualTo(2 * GIB);
    stream.close();
    assertThat(budget.used()).isZero();
  }

  @Test
  void aFrameThatSaysItIsSmallNeedsLittleWhateverItsWindow() throws IOException {
    byte[] zstd = com.github.luben.zstd.Zstd.compress(TEXT);
    try (ZstdStream stream = new ZstdStream(new ByteArrayInputStream(zstd), budget, 1024 * 1024)) {
      assertThat(stream.read()).isEqualTo('{');
    }
  }

  @Test
  void aWindowOverTheLimitIsDamageThatNamesTheSetting() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] zstd = Shards.concat(Shards.zstd(TEXT, 20), Shards.zstd(TEXT, 31));
    assertThat(decoded(new ByteArrayInputStream(zstd), GIB, out))
        .contains("window of 2147483648 bytes", "input.max-window-bytes (1073741824)");
    assertThat(out.toByteArray()).isEqualTo(TEXT);
  }

  @Test
  void aStreamCutAnywhereIsDamage() {
    byte[] zstd = Shards.zstd(TEXT, 20);
    for (int length = 1; length < zstd.length; length += 1 + zstd.length / 60) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      assertThat(decoded(new ByteArrayInputStream(zstd, 0, length), 2 * GIB, out)).isNotEmpty();
    }
  }

  @Test
  void corruptionIsDamage() {
    byte[] zstd = Shards.zstd(TEXT, 20);
    for (int at : new int[] {0, zstd.length / 3, zstd.length - 2}) {
      byte[] bad = zstd.clone();
      bad[at] ^= 0x55;
      assertThat(decoded(new ByteArrayInputStream(bad), 2 * GIB, new ByteArrayOutputStream())).as("byte "
          + at).isNotEmpty();
    }
    assertThat(decoded(new ByteArrayInputStream(Shards.utf8("{\"text\":\"x\"}")), GIB, new ByteArrayOutputStream()))
        .contains("not zstd");
    assertThat(decoded(new ByteArrayInputStream(Shards.concat(zstd, new byte[9])), GIB, new ByteArrayOutputStream()))
        .contains("no zstd frame");
  }
}

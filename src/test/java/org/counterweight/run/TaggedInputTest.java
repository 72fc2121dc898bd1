package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.counterweight.corpus.Sha256;
import org.junit.jupiter.api.Test;

class TaggedInputTest {

  private static byte[] written(Step<TaggedOutput> step) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new TaggedOutput(bytes)) {
      step.on(out);
    }
    return bytes.toByteArray();
  }

  /** A stream that gives at most so many bytes at once, as decompressors do. */
  private static TaggedInput dripping(byte[] bytes, int most) {
    return new TaggedInput(
        new FilterInputStream(new ByteArrayInputStream(bytes)) {
          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return super.read(into, offset, Math.min(length, most));
          }
        });
  }

  @Property(seed = "1", tries = 100)
  void everyKindComesBackHoweverTheStreamDrips(
      @ForAll int whole, @ForAll long large, @ForAll double real, @ForAll boolean flag, @ForAll byte small,
      @ForAll String text, @ForAll @IntRange(min = 1, max = 9) int most) throws IOException {
    var digest = Sha256.of(text.getBytes());
    byte[] bytes =
        written(
            out -> {
              out.whole(whole);
              out.large(large);
              out.real(real);
              out.flag(flag);
              out.small(small & 0xff);
              out.text(text);
              out.hex(digest);
            });
    try (var in = dripping(bytes, most)) {
      assertThat(in.whole()).isEqualTo(whole);
      assertThat(in.large()).isEqualTo(large);
      assertThat(Double.doubleToLongBits(in.real())).isEqualTo(Double.doubleToLongBits(real));
      assertThat(in.flag()).isEqualTo(flag);
      assertThat(in.small()).isEqualTo(small & 0xff);
      assertThat(in.text()).isEqualTo(wellFormed(text));
      assertThat(in.hex(32)).isEqualTo(digest);
      assertThat(in.ended()).isTrue();
    }
  }

  /** UTF-8 has no half of a surrogate pair. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Property(seed = "1", tries = 50)
  void namesComeBackInTheirOrder(@ForAll @Size(max = 60) List<@IntRange(max = 12) Integer> numbers)
      throws IOException {
    var names = numbers.stream().map(number -> "n" + "é".repeat(number * 30)).toList();
    byte[] bytes =
        written(
            out -> {
              for (var name : names) {
                out.name(name);
              }
            });
    try (var in = dripping(bytes, 5)) {
      for (var name : names) {
        assertThat(in.name()).isEqualTo(name);
      }
      assertThat(in.ended()).isTrue();
    }
  }

  @Test
  void aNameThatComesAgainIsTheSameStringAndTakesFourBytes() throws IOException {
    byte[] once = written(out -> out.name("forum.example"));
    byte[] twice =
        written(
            out -> {
              out.name("forum.example");
              out.name("forum.example");
            });
    assertThat(twice).hasSize(once.length + 4);
    try (var in = dripping(twice, 100)) {
      assertThat(in.name()).isSameAs(in.name());
    }
  }

  @Test
  void moreNamesThanAreNumberedComeBackToo() throws IOException {
    var names = new ArrayList<String>();
    for (int i = 0; i < 20_000; i++) {
      names.add("host" + i);
    }
    names.addAll(names.subList(0, 50));
    names.addAll(names.subList(19_950, 20_000));
    byte[] bytes =
        written(
            out -> {
              for (var name : names) {
                out.name(name);
              }
            });
    try (var in = dripping(bytes, 1 << 20)) {
      for (var name : names) {
        assertThat(in.name()).isEqualTo(name);
      }
    }
  }

  @Test
  void textsLongerThanTheBufferComeBack() throws IOException {
    for (int length : new int[] {65_531, 65_532, 65_533, 65_536, 65_537, 200_000}) {
      var text = "x".repeat(length - 1) + "y";
      byte[] bytes =
          written(
              out -> {
                out.whole(7);
                out.text(text);
                out.whole(8);
              });
      try (var in = dripping(bytes, 30_000)) {
        assertThat(in.whole()).isEqualTo(7);
        assertThat(in.text()).isEqualTo(text);
        assertThat(in.whole()).isEqualTo(8);
      }
    }
  }

  @Test
  void whatBreaksOffIsAnEndThatCameTooEarly() throws IOException {
    byte[] bytes =
        written(
            out -> {
              out.text("abc");
              out.name("def");
              out.large(1);
            });
    for (int length = 0; length < bytes.length; length++) {
      try (var in = dripping(Arrays.copyOf(bytes, length), 4)) {
        assertThatThrownBy(
                () -> {
                  in.text();
                  in.name();
                  in.large();
                })
            .isInstanceOf(EOFException.class);
      }
    }
  }

  @Test
  void impossibleLengthsAndNamesAreRefusedWithoutTheMemoryTheyAskFor() throws IOException {
    for (int length : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 20}) {
      byte[] bytes = written(out -> out.whole(length));
      assertThatThrownBy(() -> dripping(bytes, 9).text()).isInstanceOf(EOFException.class);
      assertThatThrownBy(() -> dripping(bytes, 9).name()).isInstanceOf(EOFException.class);
    }
    assertThatThrownBy(() -> dripping(new byte[3], 9).skip(4)).isInstanceOf(EOFException.class);
  }

  @Test
  void whatIsPassedOverIsGone() throws IOException {
    byte[] bytes =
        written(
            out -> {
              out.large(1);
              out.whole(2);
            });
    try (var in = dripping(bytes, 3)) {
      in.skip(8);
      assertThat(in.ended()).isFalse();
    }
    try (var in = dripping(bytes, 3)) {
      in.skip(8);
      assertThat(in.whole()).isEqualTo(2);
      assertThat(in.ended()).isTrue();
    }
  }

  private interface Step<T> {
    void on(T value) throws IOException;
  }
}

package org.counterweight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Utf8Test {

  static Stream<byte[]> broken() {
    return Stream.of(
        Shards.bytes(0x80), Shards.bytes(0xc0, 0xaf), Shards.bytes(0xc1, 0xbf), Shards.bytes(0xe0, 0x9f, 0xbf),
        Shards.bytes(0xed, 0xa0, 0x80), Shards.bytes(0xed, 0xbf, 0xbf), Shards.bytes(0xf0, 0x8f, 0xbf, 0xbf),
        Shards.bytes(0xf4, 0x90, 0x80, 0x80), Shards.bytes(0xf5, 0x80, 0x80, 0x80), Shards.bytes(0xff),
        Shards.bytes(0xe2), Shards.bytes(0xe2, 0x82), Shards.bytes(0xf0, 0x9f, 0x98), Shards.bytes(0xe2, 0x28, 0xa1));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void findsWhatIsBrokenWhereverItStands(byte[] broken) {
    for (int before = 0; before < 20; before++) {
      byte[] bytes = Shards.concat(Shards.utf8("x".repeat(before)), broken, Shards.utf8("y".repeat(before)));
      assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(before);
    }
  }

  @Test
  void takesEveryCharacter() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 17) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        byte[] bytes = Shards.utf8(new String(Character.toChars(c)));
        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(-1);
      }
    }
  }

  @Test
  void looksOnlyBetweenTheBounds() {
    byte[] bytes = Shards.bytes(0xff, 'a', 'b', 0xe2, 0x82, 0xac, 0xff);
    assertThat(Utf8.firstInvalid(bytes, 1, 6)).isEqualTo(-1);
    assertThat(Utf8.firstInvalid(bytes, 1, 5)).isEqualTo(3);
  }

  @Property(seed = "1")
  void agreesWithTheJdk(@ForAll byte[] noise, @ForAll String text) {
    byte[] bytes = Shards.concat(Shards.utf8(text.replaceAll("\\p{Cs}", "")), noise);
    boolean valid;
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      valid = true;
    } catch (CharacterCodingException e) {
      valid = false;
    }
    assertThat(Utf8.firstInvalid(bytes, 0, bytes.length) < 0).isEqualTo(valid);
  }

  @Test
  void anExcerptIsShortAndNeverHalfACharacter() {
    byte[] bytes = Shards.utf8("x".repeat(199) + "\ud83d\ude00".repeat(300));
    assertThat(Refusal.excerpt(bytes, 0, bytes.length)).isEqualTo("x".repeat(199));
    assertThat(IntStream.range(0, 300).mapToObj(i -> Refusal.excerpt(bytes, 0, i).length()))
        .allMatch(length -> length <= 200);
  }
}

package org.counterweight.manifest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text of the corpus made safe to store and to print. */
final class Text {

  private Text() {}

  /** The same text with halves of surrogate pairs that stand alone as U+FFFD, so that UTF-8 can carry it. */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaceLone(text);
      }
    }
    return text;
  }

  private static String replaceLone(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(c >= 0xd800 && c <= 0xdfff ? 0xfffd : c));
    return out.toString();
  }

  /** One printable line: control and direction characters as {@code \\uXXXX}, nothing that a terminal would obey. */
  static String line(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> appendPrintable(out, c));
    return out.toString();
  }

  private static void appendPrintable(StringBuilder out, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> out.append(String.format(Locale.ROOT, "\\u%04x", c));
      default -> out.appendCodePoint(c);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String utf8(byte[] bytes, String what) throws ManifestException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new BrokenRunException(what, ManifestException.reason(e), e);
    }
  }
}

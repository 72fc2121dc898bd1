package org.counterweight.corpus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Checks that a line is one JSON object (RFC 8259) and notes where the wanted values stand in it, in one pass that
 * copies nothing and makes no objects. Beyond the standard it takes {@code NaN}, {@code Infinity} and {@code -Infinity},
 * which Python writes. Of fields with the same name the last counts. UTF-8 is checked apart.
 */
final class JsonScanner {
  /** Objects and lists may stand in each other this deep. */
  static final int DEEPEST = 1000;

  /** What stands in a slot. */
  enum Kind {
    ABSENT, NULL, STRING, ESCAPED_STRING, NUMBER, TRUE, FALSE, NESTED
  }

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final PathTree tree;
  private final Kind[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final JsonText names = new JsonText();
  private byte[] bytes;
  private int start;
  private int end;
  private int at;
  private boolean escaped;

  JsonScanner(PathTree tree) {
    this.tree = tree;
    this.kinds = new Kind[tree.slots()];
    this.starts = new int[tree.slots()];
    this.ends = new int[tree.slots()];
  }

  /** Scans {@code from..to}; what is found holds until the next scan. */
  void scan(byte[] line, int from, int to) throws NotJsonException {
    bytes = line;
    start = from;
    end = to;
    at = from;
    Arrays.fill(kinds, Kind.ABSENT);
    if (skipSpace() != '{') {
      throw expected("an object");
    }
    object(tree.root(), 1);
    if (skipSpace() != -1) {
      throw expected("nothing behind the object");
    }
  }

  Kind kind(int slot) {
    return kinds[slot];
  }

  /** Start of the value; of a string, behind the quote. */
  int start(int slot) {
    return starts[slot];
  }

  /** End of the value; of a string, before the quote. */
  int end(int slot) {
    return ends[slot];
  }

  private void object(PathTree.Node node, int depth) throws NotJsonException {
    descend(depth);
    if (skipSpace() == '}') {
      at++;
      return;
    }
    while (true) {
      if (skipSpace() != '"') {
        throw expected("a field name");
      }
      PathTree.Node child = name(node);
      if (skipSpace() != ':') {
        throw expected("':'");
      }
      at++;
      value(child, depth);
      if (!more('}')) {
        return;
      }
    }
  }

  private void array(int depth) throws NotJsonException {
    descend(depth);
    if (skipSpace() == ']') {
      at++;
      return;
    }
    do {
      value(null, depth);
    } while (more(']'));
  }

  private void descend(int depth) throws NotJsonException {
    if (depth > DEEPEST) {
      throw expected("at most " + DEEPEST + " levels");
    }
    at++;
  }

  private boolean more(char close) throws NotJsonException {
    int c = skipSpace();
    if (c != ',' && c != close) {
      throw expected("',' or '" + close + "'");
    }
    at++;
    return c == ',';
  }

  private PathTree.Node name(PathTree.Node node) throws NotJsonException {
    int from = at + 1;
    string();
    if (node == null) {
      return null;
    }
    if (escaped) {
      names.decode(bytes, from, at - 1);
      return node.child(names.bytes(), 0, names.length());
    }
    return node.child(bytes, from, at - 1);
  }

  private void value(PathTree.Node node, int depth) throws NotJsonException {
    if (node != null && node.last - node.first > 1) {
      Arrays.fill(kinds, node.first, node.last, Kind.ABSENT);
    }
    int c = skipSpace();
    int from = at;
    Kind kind = any(c, node, depth);
    if (node != null && node.slot >= 0) {
      int quote = c == '"' ? 1 : 0;
      kinds[node.slot] = kind;
      starts[node.slot] = from + quote;
      ends[node.slot] = at - quote;
    }
  }

  private Kind any(int c, PathTree.Node node, int depth) throws NotJsonException {
    switch (c) {
      case '"':
        string();
        return escaped ? Kind.ESCAPED_STRING : Kind.STRING;
      case '{':
        object(node, depth + 1);
        return Kind.NESTED;
      case '[':
        array(depth + 1);
        return Kind.NESTED;
      case 't':
        return literal("true", Kind.TRUE);
      case 'f':
        return literal("false", Kind.FALSE);
      case 'n':
        return literal("null", Kind.NULL);
      case 'N':
        return literal("NaN", Kind.NUMBER);
      case 'I':
        return literal("Infinity", Kind.NUMBER);
      default:
        return number();
    }
  }

  private Kind literal(String word, Kind kind) throws NotJsonException {
    for (int i = 0; i < word.length(); i++) {
      if (peek() != word.charAt(i)) {
        throw expected("a value");
      }
      at++;
    }
    return kind;
  }

  private Kind number() throws NotJsonException {
    if (peek() == '-') {
      at++;
      if (peek() == 'I') {
        return literal("Infinity", Kind.NUMBER);
      }
    }
    if (peek() == '0') {
      at++;
    } else {
      digits("a value");
    }
    if (peek() == '.') {
      at++;
      digits("a digit");
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits("a digit");
    }
    return Kind.NUMBER;
  }

  private void digits(String expected) throws NotJsonException {
    int from = at;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    if (at == from) {
      throw expected(expected);
    }
  }

  /** Passes a string, its quotes included, eight bytes at a time where nothing special stands in them. */
  private void string() throws NotJsonException {
    escaped = false;
    int i = at + 1;
    while (true) {
      i = ordinary(i);
      int c = i < end ? bytes[i] : -1;
      if (c == '"') {
        at = i + 1;
        return;
      }
      at = i;
      if (c != '\\') {
        throw expected(i < end ? "an escaped control character" : "the end of a string");
      }
      escaped = true;
      i = escape(i + 1);
    }
  }

  private int ordinary(int from) {
    int i = from;
    for (; i + 8 <= end; i += 8) {
      long word = (long) LONGS.get(bytes, i);
      long quote = word ^ 0x2222222222222222L;
      long slash = word ^ 0x5c5c5c5c5c5c5c5cL;
      long hit =
          (((quote - LOW_BITS) & ~quote) | ((slash - LOW_BITS) & ~slash) | ((word - 0x2020202020202020L) & ~word))
              & HIGH_BITS;
      if (hit != 0) {
        return i + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    while (i < end && bytes[i] != '"' && bytes[i] != '\\' && (bytes[i] < 0 || bytes[i] >= ' ')) {
      i++;
    }
    return i;
  }

  private int escape(int i) throws NotJsonException {
    int c = i < end ? bytes[i] : -1;
    if (c == 'u') {
      for (int digit = i + 1; digit <= i + 4; digit++) {
        if (digit >= end || Character.digit(bytes[digit], 16) < 0) {
          throw expected("four hexadecimal digits");
        }
      }
      return i + 5;
    }
    if (c < 0 || "\"\\/bfnrt".indexOf(c) < 0) {
      throw expected("an escape that JSON has");
    }
    return i + 1;
  }

  private int peek() {
    return at < end ? bytes[at] & 0xff : -1;
  }

  private int skipSpace() {
    while (at < end) {
      int c = bytes[at];
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
        return c & 0xff;
      }
      at++;
    }
    return -1;
  }

  private NotJsonException expected(String what) {
    return new NotJsonException(what, at - start);
  }
}

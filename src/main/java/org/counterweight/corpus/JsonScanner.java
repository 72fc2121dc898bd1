package org.counterweight.corpus;

import java.util.Arrays;

/**
 * Checks that a line is one JSON object (RFC 8259) and notes where the wanted values stand in it, in one pass that
 * copies nothing and makes no objects. Beyond the standard it takes {@code NaN}, {@code Infinity} and
 * {@code -Infinity}, which Python writes. Of fields with the same name the last counts. UTF-8 is checked apart.
 */
final class JsonScanner extends JsonCursor {
  /** Objects and lists may stand in each other this deep. */
  static final int DEEPEST = 1000;

  /** What stands in a slot. */
  enum Kind {
    ABSENT, NULL, STRING, ESCAPED_STRING, NUMBER, TRUE, FALSE, NESTED
  }

  private final PathTree tree;
  private final Kind[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final JsonText names = new JsonText();

  JsonScanner(PathTree tree) {
    this.tree = tree;
    this.kinds = new Kind[tree.slots()];
    this.starts = new int[tree.slots()];
    this.ends = new int[tree.slots()];
  }

  /** Scans {@code from..to}; what is found holds until the next scan. */
  void scan(byte[] line, int from, int to) throws NotJsonException {
    stand(line, from, to);
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
        literal("true");
        return Kind.TRUE;
      case 'f':
        literal("false");
        return Kind.FALSE;
      case 'n':
        literal("null");
        return Kind.NULL;
      case 'N':
        literal("NaN");
        return Kind.NUMBER;
      case 'I':
        literal("Infinity");
        return Kind.NUMBER;
      default:
        number();
        return Kind.NUMBER;
    }
  }
}

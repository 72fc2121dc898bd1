package org.counterweight.manifest;

import java.io.Serializable;
import java.util.Comparator;

/** The order of shards by name: input number first, then the code points of the relative path. */
public enum ShardOrder implements Comparator<String>, Serializable {
  INSTANCE;

  @Override
  public int compare(String left, String right) {
    if (left.equals(right)) {
      return 0;
    }
    int byNumber = Integer.compare(number(left), number(right));
    return byNumber != 0 ? byNumber : compareCodePoints(left, right);
  }

  /**
   * The input number that a shard's name starts with.
   *
   * @throws IllegalArgumentException if it has none
   */
  public static int number(String shard) {
    int slash = shard.indexOf('/');
    boolean leadingZero = slash > 1 && shard.charAt(0) == '0';
    if (slash < 1 || slash > 9 || slash == shard.length() - 1 || leadingZero || !digits(shard, slash)) {
      throw new IllegalArgumentException(
          "Cannot order shard '" + Text.line(shard) + "': not <input number>/<relative path>");
    }
    return Integer.parseInt(shard, 0, slash, 10);
  }

  private static boolean digits(String shard, int length) {
    for (int i = 0; i < length; i++) {
      if (shard.charAt(i) < '0' || shard.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int compareCodePoints(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
        return surrogates ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}

package org.counterweight.work;

import java.nio.ByteBuffer;
import org.apache.commons.codec.digest.MurmurHash3;

/** The print of a passage: equal for passages of the same normal words. */
public final class Print {

  /** Of a passage whose text is not known, or that has no normal word. */
  public static final long NONE = 0;

  /** Words that a passage must have for its print to tell of a quote. */
  public static final int MIN_WORDS = 20;

  private final ByteBuffer chain = ByteBuffer.allocate(2 * Long.BYTES);

  private Print() {}

  /** The print of a passage's text as a reader sees it. */
  public static long of(String passage) {
    var print = new Print();
    NormalWords.each(passage, print::take);
    return print.chain.getLong(0);
  }

  private void take(byte[] word, int length) {
    chain.putLong(Long.BYTES, hash(word, length));
    chain.putLong(0, hash(chain.array(), chain.capacity()));
  }

  /** 64 bits of MurmurHash3. */
  static long hash(byte[] bytes, int length) {
    return MurmurHash3.hash128x64(bytes, 0, length, 0)[0];
  }
}

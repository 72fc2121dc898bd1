package org.counterweight.work;

/** The print of a passage: equal for passages of the same normal words. */
public final class Print {

  /** Of a passage whose text is not known, or that has no normal word. */
  public static final long NONE = 0;

  /** Words that a passage must have for its print to tell of a quote. */
  public static final int MIN_WORDS = 20;

  private Print() {}

  /** The print of a passage's text as a reader sees it. */
  public static long of(String passage) {
    return new Sketcher().read(passage);
  }

  /** With one more word. A bijection of what was there and of the word: passages that differ in one word differ. */
  static long next(long print, long word) {
    return Mix.of(print + word);
  }
}

package org.counterweight.work;

/** The print of a passage: equal for passages of the same normal words. */
public final class Print implements NormalWords.Taker {

  /** Of a passage whose text is not known, or that has no normal word. */
  public static final long NONE = 0;

  /** Words that a passage must have for its print to tell of a quote. */
  public static final int MIN_WORDS = 20;

  private long chain = NONE;

  private Print() {}

  /** The print of a passage's text as a reader sees it. */
  public static long of(String passage) {
    var print = new Print();
    NormalWords.each(passage, print);
    return print.chain;
  }

  /** Each step is a bijection of what was there, and of the word: passages that differ in one word differ. */
  @Override
  public void take(long word) {
    chain = Mix.of(chain + word);
  }
}

package org.counterweight.stance;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Cuts texts into the ids of word pieces, as {@code tokenizer.json} says. Safe for threads: the native tokenizer is
 * only read.
 */
final class WordPieces implements AutoCloseable {

  private final HuggingFaceTokenizer tokenizer;
  private final long first;
  private final long last;

  private WordPieces(HuggingFaceTokenizer tokenizer, long first, long last) {
    this.tokenizer = tokenizer;
    this.first = first;
    this.last = last;
  }

  /**
   * Opens a tokenizer, loading its native library where this JVM has not yet.
   *
   * @throws ModelException if the file makes none
   */
  static WordPieces open(byte[] json) {
    // The library asks the network for its whereabouts, and for other builds of itself, unless it is told not to.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    var options = Map.of("truncation", "false", "padding", "false");
    try {
      var tokenizer = HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json), options);
      long[] marks = tokenizer.encode("", true, false).getIds();
      if (marks.length != 2) {
        tokenizer.close();
        throw new ModelException("its tokenizer puts " + marks.length + " marks around a text, not two");
      }
      return new WordPieces(tokenizer, marks[0], marks[1]);
    } catch (IOException e) {
      throw new ModelException("its tokenizer cannot be read: " + e.getMessage(), e);
    }
  }

  /** The ids of a text, marks included; null if it has no pieces. */
  long[] ids(String text) {
    long[] pieces = tokenizer.encode(EncoderInput.shorten(text), false, false).getIds();
    return pieces.length == 0 ? null : EncoderInput.frame(first, pieces, last);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}

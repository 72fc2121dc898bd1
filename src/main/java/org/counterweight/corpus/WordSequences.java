package org.counterweight.corpus;

import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The set of all sequences of {@value #LENGTH} words in some texts, by which other texts that share one are known: the
 * overlap test of Brown et al. 2020, "Language Models are Few-Shot Learners", appendix C. {@link SequenceHashes} says
 * what a word is.
 *
 * <p>A sequence is kept as a 64-bit hash in an open table at most half full: 16 to 32 bytes a sequence, 128 MiB for the
 * {@value #MOST} that it holds at most. Two sequences hash alike with a chance of 2^-64, so of 10^10 sequences looked
 * up in a full set, one is taken for another with a chance of less than one in two hundred. Within a JVM, sets that
 * were sent to several tasks share one table. Immutable.
 */
public final class WordSequences implements Serializable {

  private static final long serialVersionUID = 1;

  /** Words of a sequence. */
  public static final int LENGTH = 13;

  /** Most different sequences. */
  public static final int MOST = 1 << 23;

  private static final Map<String, WeakReference<WordSequences>> SHARED = new HashMap<>();

  /** No sequences at all. */
  public static final WordSequences NONE = builder().build();

  /** Zero marks a free place. */
  private final long[] table;

  private final int size;
  private final String digest;

  private WordSequences(long[] table, int size, String digest) {
    this.table = table;
    this.size = size;
    this.digest = digest;
  }

  /** Collects sequences. */
  public static Builder builder() {
    return new Builder();
  }

  /** How many different sequences there are. */
  public int size() {
    return size;
  }

  /** Lower-case hexadecimal SHA-256 of the set, whatever the order in which texts were added. */
  public String digest() {
    return digest;
  }

  /** Whether a text shares a sequence; takes time in proportion to its length and no memory. */
  public boolean sharedWith(String text) {
    return size > 0 && SequenceHashes.any(text, hash -> table[place(table, hash)] == hash);
  }

  /** Where a hash stands, or the free place where it would. */
  private static int place(long[] table, long hash) {
    int at = (int) (hash & (table.length - 1));
    while (table[at] != 0 && table[at] != hash) {
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }

  /** Of sets that were sent to this JVM more than once, one is kept. */
  private Object readResolve() {
    synchronized (SHARED) {
      SHARED.values().removeIf(reference -> reference.get() == null);
      var reference = SHARED.get(digest);
      var known = reference == null ? null : reference.get();
      if (known == null) {
        SHARED.put(digest, new WeakReference<>(this));
        return this;
      }
      return known;
    }
  }

  /** Collects the sequences of texts; not for several threads at once. */
  public static final class Builder {
    private long[] table = new long[16];
    private int size;
    private long texts;
    private long shortTexts;

    private Builder() {}

    /**
     * Adds a text.
     *
     * @throws IllegalArgumentException if there are more than {@value WordSequences#MOST} sequences then
     */
    public Builder add(String text) {
      var found = new boolean[1];
      SequenceHashes.any(
          text,
          hash -> {
            found[0] = true;
            put(hash);
            return false;
          });
      texts++;
      shortTexts += found[0] ? 0 : 1;
      return this;
    }

    /** Texts added. */
    public long texts() {
      return texts;
    }

    /** Texts among them of fewer than {@value WordSequences#LENGTH} words, by which nothing can be known. */
    public long shortTexts() {
      return shortTexts;
    }

    private void put(long hash) {
      int at = place(table, hash);
      if (table[at] == hash) {
        return;
      }
      if (size == MOST) {
        throw new IllegalArgumentException(
            String.format("they hold more than %,d different sequences of %d words; name fewer", MOST, LENGTH));
      }
      table[at] = hash;
      size++;
      if (2 * size > table.length) {
        grow();
      }
    }

    private void grow() {
      var larger = new long[2 * table.length];
      for (long hash : table) {
        if (hash != 0) {
          larger[place(larger, hash)] = hash;
        }
      }
      table = larger;
    }

    /** The set of all of them. */
    public WordSequences build() {
      return new WordSequences(table, size, digest());
    }

    private String digest() {
      long[] sorted = table.clone();
      Arrays.sort(sorted);
      var sha256 = Sha256.start();
      var bytes = ByteBuffer.allocate(Long.BYTES);
      for (long hash : sorted) {
        if (hash != 0) {
          sha256.update(bytes.putLong(0, hash).array());
        }
      }
      return HexFormat.of().formatHex(sha256.digest());
    }
  }
}

package org.counterweight.corpus;

import java.util.List;
import java.util.Objects;

/**
 * One readable record of a shard.
 *
 * @param row 0-based index of the record within its split, refused and empty records counted
 * @param id the record's id as text, empty where it has none
 * @param source the source it names, or its path does; empty where neither
 * @param host lower-case host of its URL without {@code www.}, empty where unknown
 * @param month when it was created, as {@code 2016-08}; empty where unknown
 * @param text the text as it stands in the corpus
 * @param tokens the corpus's own token count, or -1
 * @param copiesDeclared how many copies the corpus says it had before its deduplication, or 0
 * @param synthetic whether the corpus marks it as machine-written
 * @param language its language as the corpus names it, empty where unknown
 * @param engagement what could be read, in the configured order of the fields; missing values are left out
 */
public record Document(
    long row,
    String id,
    String source,
    String host,
    String month,
    String text,
    long tokens,
    long copiesDeclared,
    boolean synthetic,
    String language,
    List<Engagement> engagement) {

  public Document {
    Objects.requireNonNull(id);
    Objects.requireNonNull(source);
    Objects.requireNonNull(host);
    Objects.requireNonNull(month);
    Objects.requireNonNull(text);
    Objects.requireNonNull(language);
    engagement = List.copyOf(engagement);
    if (row < 0) {
      throw new IllegalArgumentException("Cannot hold row " + row + ": negative");
    }
  }
}

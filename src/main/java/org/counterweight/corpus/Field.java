package org.counterweight.corpus;

import java.util.Locale;

/** What a document may say of itself besides engagement; each is read from the first of its paths that holds it. */
public enum Field {
  TEXT,
  ID,
  SOURCE,
  URL,
  CREATED,
  TOKENS,
  LANGUAGE,
  COPIES,
  SYNTHETIC;

  /** The configuration key that sets its paths, such as {@code corpus.text}. */
  public String key() {
    return "corpus." + name().toLowerCase(Locale.ROOT);
  }
}

package org.counterweight.corpus;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where well-known corpora keep their fields. */
public enum Preset {
  /** Names seen in many corpora, the commonest first. */
  AUTO(
      "text: text, contents, content, raw_content, body",
      "id: id, document_id, doc_id, metadata.id, meta.id, uuid",
      "source: source, metadata.source, meta.source, meta.pile_set_name",
      "url: url, metadata.url, meta.url, metadata.pageUrl, metadata.source_url",
      "created: created, created_utc, metadata.created_utc, metadata.created, date, timestamp, created_at, "
          + "metadata.date, metadata.created_at, metadata.timestamp, meta.timestamp, metadata.published_date, "
          + "metadata.upload_date",
      "tokens: token_count, metadata.token_count, num_tokens, metadata.num_tokens",
      "language: language, metadata.language, meta.language, lang, metadata.lang",
      "copies: minhash_cluster_size, metadata.minhash_cluster_size",
      "synthetic: synthetic, metadata.synthetic"),
  /** Dolma: {@code id, text, source, created, added, metadata}. */
  DOLMA(
      "text: text",
      "id: id",
      "source: source",
      "url: metadata.url",
      "created: created",
      "tokens: metadata.token_count",
      "language: metadata.language",
      "copies: metadata.minhash_cluster_size",
      "synthetic: metadata.synthetic"),
  /** FineWeb: flat columns, with the size of the near-copy cluster kept from before deduplication. */
  FINEWEB(
      "text: text",
      "id: id",
      "url: url",
      "created: date",
      "tokens: token_count",
      "language: language",
      "copies: minhash_cluster_size"),
  /** C4: {@code text, timestamp, url}. */
  C4("text: text", "url: url", "created: timestamp");

  private final Map<Field, List<String>> paths = new EnumMap<>(Field.class);

  Preset(String... lines) {
    for (Field field : Field.values()) {
      paths.put(field, List.of());
    }
    for (String line : lines) {
      String[] parts = line.split(": ", 2);
      paths.put(Field.valueOf(parts[0].toUpperCase(Locale.ROOT)), Arrays.asList(parts[1].split(", ")));
    }
  }

  /** The dotted paths that may hold a field, the likeliest first; none where the shape has no such field. */
  public List<String> paths(Field field) {
    return List.copyOf(paths.get(field));
  }
}

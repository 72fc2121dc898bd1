package org.counterweight.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.stance.TaggedDocument;

/**
 * Finds the works: gated documents with the same text are copies of one. The same exchange counts documents that share
 * a (source, id). What travels is one row for each distinct text or id of a part, never a text; a part hears back only
 * of texts that have more than one copy.
 *
 * @param storage where the answers are written
 * @param folder the run's scratch folder
 */
record Works(Storage storage, String folder)
    implements Engine.Exchange<Located, Works.Seen, Works.Copies, Works.Answer> {

  private static final String TEXT = "text:";
  private static final String ID = "id:";

  /**
   * A text or an id as often as a part holds it.
   *
   * @param key what is counted
   * @param part the part's index
   * @param count documents of the part that have it
   */
  record Seen(String key, int part, int count) implements Serializable {}

  /**
   * What a part must know of a text or an id that several documents have.
   *
   * @param key what was counted
   * @param part the part's index
   * @param count for a text, documents of the whole input that have it; for an id, how many too many this part has
   */
  record Copies(String key, int part, int count) implements Serializable {}

  /**
   * A part's answer.
   *
   * @param part its index
   * @param file where its texts with several copies are listed
   * @param duplicateIds its documents whose (source, id) an earlier one has
   */
  record Answer(int part, String file, long duplicateIds) implements Serializable {}

  @Override
  public Iterator<Seen> emit(Located located) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    TaggedReader.documents(storage, located, document -> {
      counts.merge(TEXT + work(document), 1, Integer::sum);
      if (!document.id().isEmpty()) {
        counts.merge(ID + Cache.sha256(document.source() + '\n' + document.id()), 1, Integer::sum);
      }
    });
    return counts.entrySet().stream()
        .map(entry -> new Seen(entry.getKey(), located.index(), entry.getValue()))
        .iterator();
  }

  /** The work of a document: its text's digest, until near-copies are clustered. */
  static String work(TaggedDocument document) {
    return document.sha256().substring(0, 32);
  }

  @Override
  public String key(Seen seen) {
    return seen.key();
  }

  @Override
  public Iterator<Copies> meet(Iterable<Seen> values) {
    var seen = StreamSupport.stream(values.spliterator(), false)
        .sorted(Comparator.comparingInt(Seen::part))
        .toList();
    int total = seen.stream().mapToInt(Seen::count).sum();
    if (total == 1) {
      return List.<Copies>of().iterator();
    }
    var copies = new ArrayList<Copies>();
    for (int i = 0; i < seen.size(); i++) {
      var one = seen.get(i);
      boolean text = one.key().startsWith(TEXT);
      copies.add(new Copies(one.key(), one.part(), text ? total : one.count() - (i == 0 ? 1 : 0)));
    }
    return copies.iterator();
  }

  @Override
  public int destination(Copies copies) {
    return copies.part();
  }

  @Override
  public Answer deliver(int part, Iterable<Copies> words) throws IOException {
    var texts = new TreeMap<String, Integer>();
    long duplicateIds = 0;
    for (var copies : words) {
      if (copies.key().startsWith(TEXT)) {
        texts.put(copies.key().substring(TEXT.length()), copies.count());
      } else {
        duplicateIds += copies.count();
      }
    }
    var file = new Path(folder, "works-" + part + "." + System.nanoTime());
    try (var out = new DataOutputStream(new BufferedOutputStream(storage.create(file)))) {
      out.writeInt(texts.size());
      for (var entry : texts.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeInt(entry.getValue());
      }
    }
    return new Answer(part, file.toString(), duplicateIds);
  }

  /** The texts of a part that have several copies, with how many; empty where there is no answer file. */
  static Map<String, Integer> read(Storage storage, String file) throws IOException {
    Map<String, Integer> copies = new HashMap<>();
    if (file.isEmpty()) {
      return copies;
    }
    try (var in = new DataInputStream(new BufferedInputStream(storage.open(new Path(file))))) {
      for (int i = in.readInt(); i > 0; i--) {
        copies.put(in.readUTF(), in.readInt());
      }
    }
    return copies;
  }
}

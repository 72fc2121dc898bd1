package org.counterweight.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.stance.TaggedDocument;
import org.counterweight.work.TextId;

/** What a part knows of the works of its documents: a file that lists those with more than one copy. */
final class KnownWorks {

  private final Map<TextId, Work> works;

  private KnownWorks(Map<TextId, Work> works) {
    this.works = works;
  }

  /**
   * A work.
   *
   * @param text of its leader, which names it
   * @param copies documents of it in the whole input
   * @param hosts distinct hosts of those; 1 where none is known
   */
  record Work(TextId text, int copies, int hosts) {

    /** A work whose hosts are not counted. */
    Work(TextId text, int copies) {
      this(text, copies, 1);
    }

    /** Its name in rows and in the plan. */
    String name() {
      return text.name();
    }
  }

  /** Reads a file; where there is none, every text is a work of one document. */
  static KnownWorks read(Storage storage, String file) throws IOException {
    Map<TextId, Work> works = new HashMap<>();
    if (!file.isEmpty()) {
      try (var in = new DataInputStream(new BufferedInputStream(storage.open(new Path(file))))) {
        for (int i = in.readInt(); i > 0; i--) {
          works.put(text(in), new Work(text(in), in.readInt(), in.readInt()));
        }
      }
    }
    return new KnownWorks(works);
  }

  /** The work of a document. */
  Work of(TaggedDocument document) {
    return works.getOrDefault(document.text(), new Work(document.text(), 1));
  }

  /** The same with the hosts of some works. */
  KnownWorks on(Map<TextId, Integer> hosts) {
    Map<TextId, Work> hosted = new HashMap<>();
    works.forEach(
        (text, work) ->
            hosted.put(text, new Work(work.text, work.copies, hosts.getOrDefault(work.text, work.hosts))));
    return new KnownWorks(hosted);
  }

  /** Writes this and what is told beside it, which wins. */
  void write(Storage storage, Path file, SortedMap<TextId, Work> told) throws IOException {
    var all = new TreeMap<>(works);
    all.putAll(told);
    try (var out = new DataOutputStream(new BufferedOutputStream(storage.create(file)))) {
      out.writeInt(all.size());
      for (var entry : all.entrySet()) {
        write(out, entry.getKey());
        write(out, entry.getValue().text());
        out.writeInt(entry.getValue().copies());
        out.writeInt(entry.getValue().hosts());
      }
    }
  }

  static TextId text(DataInputStream in) throws IOException {
    return new TextId(in.readLong(), in.readLong());
  }

  static void write(DataOutputStream out, TextId text) throws IOException {
    out.writeLong(text.high());
    out.writeLong(text.low());
  }
}

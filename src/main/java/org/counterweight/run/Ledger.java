package org.counterweight.run;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.manifest.FileEntry;
import org.counterweight.manifest.NewFile;
import org.counterweight.virality.MassSums;

/**
 * What a finished census leaves in its run folder under {@code census/}, so that it can be planned on again without the
 * corpus: its parts in their places, the digests of their tagged files (which stay in the cache), a copy of what the
 * works stage answered each part, and the sums over the corpus. A ledger names nothing outside the output folder, which
 * may be moved.
 *
 * @param entries a part each, in order of shard and split
 * @param masses of the whole corpus
 * @param once expected true words of the whole corpus
 */
record Ledger(List<Entry> entries, MassSums masses, Once once) implements Serializable {

  /** Where a run folder keeps it. */
  static final String FOLDER = "census/";

  private static final String FILE = FOLDER + "ledger.bin";

  Ledger {
    entries = List.copyOf(entries);
    Objects.requireNonNull(masses);
    Objects.requireNonNull(once);
  }

  /**
   * A part.
   *
   * @param located in its place; the paths in it are those of the run that took the census
   * @param tagged its tagged file, relative to the cache folder
   * @param works its answer of the works stage, relative to the run folder; empty where it has none
   */
  record Entry(Located located, FileEntry tagged, String works) implements Serializable {

    /** The part with its files where they lie now. */
    Located in(Path run, Path cache) {
      var part = located.part().in(new Path(cache, tagged.path()).toString());
      var answer = works.isEmpty() ? "" : new Path(run, works).toString();
      return new Located(located.index(), part, located.rowBase(), answer);
    }
  }

  /**
   * An entry with the files that were written for it.
   *
   * @param entry of the ledger
   * @param files in the run folder
   */
  record Entered(Entry entry, List<FileEntry> files) implements Serializable {}

  /**
   * Enters a part: digests its tagged file and copies the answer of the works stage.
   *
   * @param storage where everything lies
   * @param run the run folder that is written
   */
  record Enter(Storage storage, String run) implements Engine.Task<Located, Entered> {

    @Override
    public Entered run(Located located) throws IOException {
      var tagged = new Path(located.part().file());
      var digest = FileEntry.of(storage, tagged.getParent(), tagged.getName());
      if (located.works().isEmpty()) {
        return new Entered(new Entry(located, digest, ""), List.of());
      }
      var name = String.format(Locale.ROOT, "%sworks-%05d.bin", FOLDER, located.index());
      try (var in = storage.open(new Path(located.works()));
          var file = NewFile.create(storage, new Path(run), name)) {
        in.transferTo(file);
        return new Entered(new Entry(located, digest, name), List.of(file.finish()));
      }
    }
  }

  /** Writes the ledger of a census into a run folder; returns the files written. */
  static List<FileEntry> write(
      Engine engine, Storage storage, String run, List<Located> parts, MassSums masses, Once once) throws IOException {
    var entered = engine.map("Keeping the census", parts, new Enter(storage, run));
    var files = new ArrayList<FileEntry>();
    entered.forEach(one -> files.addAll(one.files()));
    try (var file = NewFile.create(storage, new Path(run), FILE)) {
      var ledger = new Ledger(entered.stream().map(Entered::entry).toList(), masses, once);
      file.write(Zstd.compress(StoredObject.write(ledger)));
      files.add(file.finish());
    }
    return files;
  }

  /** Reads the ledger of a run folder whose files were checked. */
  static Ledger read(Storage storage, Path run) throws IOException {
    try (var in = new ZstdInputStreamNoFinalizer(storage.open(new Path(run, FILE)))) {
      return StoredObject.read(in.readAllBytes(), Ledger.class);
    }
  }
}

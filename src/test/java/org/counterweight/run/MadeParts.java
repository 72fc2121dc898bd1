package org.counterweight.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.counterweight.corpus.Engagement;
import org.counterweight.corpus.Format;
import org.counterweight.corpus.Shard;
import org.counterweight.corpus.Split;
import org.counterweight.corpus.Storage;
import org.counterweight.corpus.Words;
import org.counterweight.stance.JudgedPassage;
import org.counterweight.stance.Probabilities;
import org.counterweight.stance.Stance;
import org.counterweight.stance.TaggedDocument;
import org.counterweight.virality.Concentration;
import org.counterweight.virality.Counts;
import org.counterweight.virality.Estimator;
import org.counterweight.virality.Quotes;
import org.counterweight.work.Bands;
import org.counterweight.work.Print;
import org.counterweight.work.Sketch;

/** Parts of made documents, as the census would leave them, and the works that are found among them. */
public final class MadeParts {

  private static final Storage STORAGE = Storage.local();
  private final Path folder;
  private final List<Located> parts = new ArrayList<>();

  public MadeParts(Path folder) {
    this.folder = folder;
  }

  /** A document, a passage for each paragraph: its id, its text, its host and its score. */
  public record Made(String id, String text, String host, double score) {

    /** One without a host that no one has scored. */
    public Made(String id, String text) {
      this(id, text, "", Double.NaN);
    }

    TaggedDocument tagged(String shard, long row) {
      var p = new Probabilities(600_000, 100_000, 0, 300_000, 0);
      var passages = new ArrayList<JudgedPassage>();
      int start = 0;
      int all = 0;
      for (var paragraph : text.split("\n\n")) {
        int words = Words.count(paragraph);
        passages.add(
            new JudgedPassage(start, start + paragraph.length(), words, p, Stance.DOOM, Print.of(paragraph)));
        start += paragraph.length() + 2;
        all += words;
      }
      return new TaggedDocument(
          shard, row, id, "made", host, "", all, -1, 0, false, false, Cache.sha256(text),
          Double.isNaN(score) ? List.of() : List.of(new Engagement("score", score)), passages,
          Sketch.of(text));
    }
  }

  /** Adds a part; it is a shard of its own. */
  public MadeParts part(List<Made> documents) throws IOException {
    var name = parts.size() + ".jsonl";
    var file = new org.apache.hadoop.fs.Path(folder.resolve(name + ".tagged.zst").toUri());
    var shard = new Shard(0, name, folder.resolve(name).toUri().toString(), Format.JSONL, 10, 0);
    try (var writer = new TaggedWriter(STORAGE, file, 0)) {
      for (int row = 0; row < documents.size(); row++) {
        writer.write(documents.get(row).tagged(shard.name(), row));
      }
      writer.finish();
    }
    var part =
        new Part(
            new Split(shard, 0, 0, 10), file.toString(), documents.size(), Counts.NONE, new TreeMap<>(),
            new TreeMap<>(), "");
    parts.add(new Located(parts.size(), part, 0, ""));
    return this;
  }

  /** Deals documents to so many parts. */
  public static MadeParts dealt(Path folder, List<Made> documents, int hands) throws IOException {
    var made = new MadeParts(Files.createDirectories(folder));
    for (int hand = 0; hand < hands; hand++) {
      var dealt = new ArrayList<Made>();
      for (int i = hand; i < documents.size(); i += hands) {
        dealt.add(documents.get(i));
      }
      made.part(dealt);
    }
    return made;
  }

  Findings found(Engine engine, double threshold) throws IOException {
    var scratch = new org.apache.hadoop.fs.Path(folder.resolve("scratch").toUri()).toString();
    return new Works(engine, STORAGE, scratch, Bands.of(threshold)).of(new Findings(parts));
  }

  /** The hosts of each document's work, by id. */
  Map<String, Integer> hosts(Engine engine) throws IOException {
    var hosts = new TreeMap<String, Integer>();
    for (var part : found(engine, 0.8).parts()) {
      var known = KnownWorks.read(STORAGE, part.works());
      TaggedReader.documents(STORAGE, part, document -> hosts.put(document.id(), known.of(document).hosts()));
    }
    return hosts;
  }

  /** How much a few hosts hold. */
  Concentration concentration(Engine engine, Estimator estimator) throws IOException {
    return RankHosts.of(engine, STORAGE, estimator, parts);
  }

  /** The strata of the corpus, its shards and months. */
  StrataFound strata(Engine engine, Estimator estimator) throws IOException {
    var exchange = new Reactions(STORAGE, estimator.strata(), Set.of("made"), Set.of());
    return new StrataFound(engine.exchange("Comparing", found(engine, 0.8).parts(), exchange), estimator);
  }

  /** The quotes among all documents. */
  public Quotes quotes(Engine engine) throws IOException {
    return FindQuotes.of(engine, STORAGE, found(engine, 0.8));
  }

  /** The work of each document with its copies, as {@code work x copies}, by id. */
  public Map<String, String> works(Engine engine, double threshold) throws IOException {
    var works = new TreeMap<String, String>();
    for (var part : found(engine, threshold).parts()) {
      var known = KnownWorks.read(STORAGE, part.works());
      TaggedReader.documents(STORAGE, part, document -> {
        var work = known.of(document);
        works.put(document.id(), work.name() + " x " + work.copies());
      });
    }
    return works;
  }

  /** The number of copies of each work, by its name. */
  public Map<String, Integer> worksOfAll(Engine engine, double threshold) throws IOException {
    var copies = new HashMap<String, Integer>();
    for (var part : found(engine, threshold).parts()) {
      var known = KnownWorks.read(STORAGE, part.works());
      TaggedReader.documents(STORAGE, part, document -> {
        var work = known.of(document);
        copies.put(work.name(), work.copies());
      });
    }
    return copies;
  }

  /** The ids of the documents of each work that has several. */
  public List<List<String>> groups(Engine engine, double threshold) throws IOException {
    var byWork = new LinkedHashMap<String, TreeSet<String>>();
    works(engine, threshold)
        .forEach((id, work) -> byWork.computeIfAbsent(work, any -> new TreeSet<>()).add(id));
    return byWork.values().stream().filter(ids -> ids.size() > 1).map(List::copyOf)
        .sorted(java.util.Comparator.comparing(ids -> ids.get(0))).toList();
  }
}

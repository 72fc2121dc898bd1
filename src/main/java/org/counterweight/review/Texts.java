package org.counterweight.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.Entry;
import org.counterweight.corpus.InputException;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Shard;
import org.counterweight.corpus.Split;
import org.counterweight.corpus.SplitReader;
import org.counterweight.corpus.Storage;
import org.counterweight.passage.Passage;
import org.counterweight.passage.Segmenter;
import org.counterweight.run.Engine;

/**
 * Reads the text of drawn passages again from the shards of a corpus, each shard in one pass that ends at the last row
 * wanted of it. A shard must be, byte for byte, the one that the run read.
 *
 * @param corpus where fields lie in a record, as the run read them
 * @param input limits of reading
 * @param storage where shards lie
 * @param context most words shown on either side of a passage
 */
public record Texts(CorpusSettings corpus, InputSettings input, Storage storage, int context) {

  public Texts {
    if (context < 0) {
      throw new IllegalArgumentException("Cannot show " + context + " words of context: negative");
    }
  }

  /**
   * The texts of all drawn passages, in the order of the sample.
   *
   * @param shards where each shard lies, by name, with the identity that the run recorded
   * @throws InputException if a shard is gone or is not as the run read it
   */
  public List<PassageText> of(Sample sample, Map<String, Shard> shards, Engine engine) throws IOException {
    var byShard = new TreeMap<String, List<Sample.Drawn>>();
    for (var drawn : sample.drawn()) {
      byShard.computeIfAbsent(drawn.passage().shard(), any -> new ArrayList<>()).add(drawn);
    }
    var tasks = new ArrayList<ShardTask>();
    byShard.forEach((name, drawn) -> tasks.add(new ShardTask(known(name, shards), drawn)));
    Map<Sample.Drawn, PassageText> found = new HashMap<>();
    for (var texts : engine.map("Reading texts", tasks, this::read)) {
      texts.forEach(text -> found.put(text.drawn(), text));
    }
    return sample.drawn().stream().map(found::get).toList();
  }

  private record ShardTask(Shard shard, List<Sample.Drawn> drawn) {}

  private static Shard known(String name, Map<String, Shard> shards) {
    var shard = shards.get(name);
    if (shard == null) {
      throw new InputException("shard " + name, "the inputs given do not hold it; give the run's own, in its order");
    }
    return shard;
  }

  private List<PassageText> read(ShardTask task) throws IOException {
    var wanted = new TreeMap<Long, List<Sample.Drawn>>();
    task.drawn().forEach(one -> wanted.computeIfAbsent(one.passage().row(), any -> new ArrayList<>()).add(one));
    var texts = new ArrayList<PassageText>();
    var whole = new Split(task.shard(), 0, 0, task.shard().bytes());
    try (var reader = SplitReader.open(whole, corpus, input, storage)) {
      while (!wanted.isEmpty() && reader.hasNext()) {
        var entry = reader.next();
        var here = wanted.remove(entry.row());
        if (here != null && entry instanceof Entry.Readable readable) {
          var passages = Segmenter.segment(readable.text());
          here.forEach(drawn -> texts.add(text(drawn, passages)));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (texts.size() < task.drawn().size()) {
      throw new InputException("shard " + task.shard().name(), "it lacks rows that the run read of it");
    }
    return texts;
  }

  private PassageText text(Sample.Drawn drawn, List<Passage> passages) {
    var at = drawn.passage();
    for (int i = 0; i < passages.size(); i++) {
      var passage = passages.get(i);
      if (passage.start() == at.start() && passage.end() == at.end()) {
        return new PassageText(drawn, before(passages, i), passage.text(), after(passages, i));
      }
    }
    throw new InputException(
        "row " + at.row() + " of shard " + at.shard(), "no passage lies at [" + at.start() + ", " + at.end()
            + "); use the version of Counterweight that the run was made with");
  }

  private String before(List<Passage> passages, int at) {
    var words = new ArrayList<String>();
    for (int i = at - 1; i >= 0 && words.size() < context; i--) {
      var more = words(passages.get(i));
      words.addAll(0, more.subList(Math.max(0, more.size() - (context - words.size())), more.size()));
    }
    return String.join(" ", words);
  }

  private String after(List<Passage> passages, int at) {
    var words = new ArrayList<String>();
    for (int i = at + 1; i < passages.size() && words.size() < context; i++) {
      var more = words(passages.get(i));
      words.addAll(more.subList(0, Math.min(more.size(), context - words.size())));
    }
    return String.join(" ", words);
  }

  private static List<String> words(Passage passage) {
    return List.of(passage.text().strip().split("\\s+"));
  }
}

package org.counterweight.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.Entry;
import org.counterweight.corpus.InputException;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Shard;
import org.counterweight.corpus.Split;
import org.counterweight.corpus.SplitReader;
import org.counterweight.corpus.Storage;

/**
 * Reads whole texts again from the shards of a finished run, each shard in one pass that ends at the last row wanted.
 *
 * @param corpus where fields lie in a record, as the run read them
 * @param input limits of reading
 * @param storage where shards lie
 */
public record RowTexts(CorpusSettings corpus, InputSettings input, Storage storage) {

  /**
   * The texts of rows.
   *
   * @param rows those wanted of each shard, by its name
   * @param shards where they lie, by name; see {@link InputsAgain}
   * @return texts by shard and row
   * @throws InputException if a row is not there
   */
  public Map<String, Map<Long, String>> of(
      Map<String, ? extends Collection<Long>> rows, Map<String, Shard> shards, Engine engine) throws IOException {
    var tasks = new ArrayList<Wanted>();
    rows.forEach((name, wanted) -> tasks.add(new Wanted(shards.get(name), new TreeSet<>(wanted))));
    List<Map<Long, String>> read = engine.map("Reading texts", tasks, this::read);
    var texts = new TreeMap<String, Map<Long, String>>();
    for (int i = 0; i < tasks.size(); i++) {
      texts.put(tasks.get(i).shard.name(), read.get(i));
    }
    return texts;
  }

  private record Wanted(Shard shard, Set<Long> rows) {}

  private Map<Long, String> read(Wanted wanted) throws IOException {
    var texts = new TreeMap<Long, String>();
    var whole = new Split(wanted.shard, 0, 0, wanted.shard.bytes());
    try (var reader = SplitReader.open(whole, corpus, input, storage)) {
      while (texts.size() < wanted.rows.size() && reader.hasNext()) {
        var entry = reader.next();
        if (entry instanceof Entry.Readable readable && wanted.rows.contains(entry.row())) {
          texts.put(entry.row(), readable.text());
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (texts.size() < wanted.rows.size()) {
      throw new InputException("shard " + wanted.shard.name(), "it lacks rows that the run read of it");
    }
    return texts;
  }
}

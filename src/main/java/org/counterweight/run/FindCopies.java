package org.counterweight.run;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.work.Bands;
import org.counterweight.work.Bucket;
import org.counterweight.work.Signature;
import org.counterweight.work.TextId;

/**
 * Finds exact copies, texts that may be near-copies, and documents that share a (source, id). What travels is a row for
 * each distinct text or id of a part and for each band of a text, never a text; a part hears back only of texts that
 * are not alone.
 *
 * @param storage where the answers are written
 * @param folder the run's scratch folder
 * @param bands by which texts meet
 */
record FindCopies(Storage storage, String folder, Bands bands)
    implements Engine.Exchange<Located, FindCopies.Row, FindCopies.Word, FindCopies.Answer> {

  /** What a part says. */
  sealed interface Row extends Serializable {

    int part();

    /** Rows of a part that hold a text as often as {@code count}. */
    record OfText(long high, long low, int part, int count) implements Row {}

    /** Documents of a part that have an id, named by a digest of (source, id). */
    record OfId(String id, int part, int count) implements Row {}

    /** A text of a part that shows itself in a band. */
    record OfBand(long band, long high, long low, long bits, int part) implements Row {}
  }

  /** What a part hears. */
  sealed interface Word extends Serializable {

    int part();

    /** A text of the part has this many documents in the whole input; its home hears of all parts that hold it. */
    record Copied(TextId text, int part, int documents, int[] parts) implements Word {}

    /** So many of the part's documents have an id that an earlier one has. */
    record Repeated(int part, int documents) implements Word {}

    /** A text whose home the part is must show itself there. */
    record Show(TextId text, int part, Leads.Place place) implements Word {}
  }

  /**
   * A part's answer.
   *
   * @param part its index
   * @param works where its works with several exact copies are listed
   * @param leads where it is written which texts it must show; empty for none
   * @param duplicateIds its documents whose (source, id) an earlier one has
   */
  record Answer(int part, String works, String leads, long duplicateIds) implements Serializable {}

  /** A text of a part. */
  private static final class Seen {
    private final List<Signature> signatures;
    private int count;

    private Seen(List<Signature> signatures) {
      this.signatures = signatures;
    }
  }

  @Override
  public Iterator<Row> emit(Located located) throws IOException {
    Map<TextId, Seen> texts = new HashMap<>();
    Map<String, Integer> ids = new HashMap<>();
    TaggedReader.sketched(storage, located, document -> {
      texts.computeIfAbsent(document.text(), any -> new Seen(bands.signatures(document.sketch()))).count++;
      if (!document.id().isEmpty()) {
        var id = Cache.sha256(document.source() + '\n' + document.id()).substring(0, 32);
        ids.merge(id, 1, Integer::sum);
      }
    });
    int part = located.index();
    Stream<Row> ofIds = ids.entrySet().stream().map(id -> new Row.OfId(id.getKey(), part, id.getValue()));
    return Stream.concat(ofIds, texts.entrySet().stream().flatMap(text -> rows(text.getKey(), text.getValue(), part)))
        .iterator();
  }

  private static Stream<Row> rows(TextId text, Seen seen, int part) {
    Stream<Row> ofBands =
        seen.signatures.stream()
            .flatMap(
                signature ->
                    Arrays.stream(signature.bands())
                        .mapToObj(
                            band -> new Row.OfBand(band, text.high(), text.low(), signature.bits(), part)));
    return Stream.concat(Stream.of(new Row.OfText(text.high(), text.low(), part, seen.count)), ofBands);
  }

  @Override
  public String key(Row row) {
    if (row instanceof Row.OfText text) {
      return new TextId(text.high, text.low).name();
    }
    return row instanceof Row.OfBand band ? Long.toString(band.band, Character.MAX_RADIX) : "i" + ((Row.OfId) row).id;
  }

  @Override
  public Iterator<Word> meet(Iterable<Row> values) {
    var texts = new ArrayList<Row.OfText>();
    var ids = new ArrayList<Row.OfId>();
    var shown = new ArrayList<Row.OfBand>();
    for (var row : values) {
      if (row instanceof Row.OfText text) {
        texts.add(text);
      } else if (row instanceof Row.OfId id) {
        ids.add(id);
      } else {
        shown.add((Row.OfBand) row);
      }
    }
    var words = new ArrayList<Word>();
    copied(texts, words);
    repeated(ids, words);
    compared(shown, words);
    return words.iterator();
  }

  private static void copied(List<Row.OfText> rows, List<Word> words) {
    int documents = rows.stream().mapToInt(Row.OfText::count).sum();
    int[] parts = rows.stream().mapToInt(Row::part).sorted().toArray();
    for (int i = 0; documents > 1 && i < parts.length; i++) {
      var text = new TextId(rows.get(0).high, rows.get(0).low);
      words.add(new Word.Copied(text, parts[i], documents, i == 0 ? parts : new int[0]));
    }
  }

  private static void repeated(List<Row.OfId> rows, List<Word> words) {
    rows.sort(Comparator.comparingInt(Row::part));
    for (int i = 0; i < rows.size(); i++) {
      int repeats = rows.get(i).count - (i == 0 ? 1 : 0);
      if (repeats > 0) {
        words.add(new Word.Repeated(rows.get(i).part, repeats));
      }
    }
  }

  private void compared(List<Row.OfBand> rows, List<Word> words) {
    var homes = new HashMap<TextId, Integer>();
    var bits = new TreeMap<TextId, Long>();
    for (var row : rows) {
      var text = new TextId(row.high, row.low);
      homes.merge(text, row.part, Math::min);
      bits.put(text, row.bits);
    }
    var hubs = new TreeSet<Leads.Place>();
    for (var pair : Bucket.pairs(bits, bands)) {
      var place = Leads.Place.of(pair.hub(), pair.member(), bits.size());
      words.add(new Word.Show(pair.member(), homes.get(pair.member()), place));
      hubs.add(place);
    }
    hubs.forEach(place -> words.add(new Word.Show(place.hub(), homes.get(place.hub()), place)));
  }

  @Override
  public int destination(Word word) {
    return word.part();
  }

  @Override
  public Answer deliver(int part, Iterable<Word> words) throws IOException {
    var works = new TreeMap<TextId, KnownWorks.Work>();
    var leads = new Leads(new TreeMap<>(), new TreeMap<>());
    long duplicateIds = 0;
    for (var word : words) {
      if (word instanceof Word.Copied copied) {
        works.put(copied.text, new KnownWorks.Work(copied.text, copied.documents));
        leads.copied().put(copied.text, new Leads.Spread(copied.documents, copied.parts));
      } else if (word instanceof Word.Show show) {
        leads.places().computeIfAbsent(show.text, any -> new TreeSet<>()).add(show.place);
      } else {
        duplicateIds += ((Word.Repeated) word).documents;
      }
    }
    leads.copied().keySet().retainAll(leads.places().keySet());
    var name = part + "." + System.nanoTime();
    var file = new Path(folder, "works-" + name);
    KnownWorks.read(storage, "").write(storage, file, works);
    if (leads.places().isEmpty()) {
      return new Answer(part, file.toString(), "", duplicateIds);
    }
    var leadsFile = new Path(folder, "leads-" + name);
    leads.write(storage, leadsFile);
    return new Answer(part, file.toString(), leadsFile.toString(), duplicateIds);
  }
}

package org.counterweight.run;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.counterweight.corpus.Storage;
import org.counterweight.stance.JudgedPassage;
import org.counterweight.stance.Stance;
import org.counterweight.stance.TaggedDocument;
import org.counterweight.virality.Quotes;
import org.counterweight.work.Print;
import org.counterweight.work.TextId;

/**
 * Finds passages that several works share. What travels is a row for each distinct print of a part's works.
 *
 * @param storage where tagged documents and known works lie
 * @param parts number of parts, over which the quotes are added up
 */
record FindQuotes(Storage storage, int parts)
    implements Engine.Exchange<Located, FindQuotes.Printed, FindQuotes.Told, Quotes> {

  /** The passages of a part that have one print and belong to one work; words x probability in millionths. */
  record Printed(
      long print,
      long high,
      long low,
      int occurrences,
      long words,
      long doom,
      long tractable,
      String shard,
      long row,
      int start,
      int end)
      implements Serializable {

    static Printed of(TaggedDocument document, TextId work, JudgedPassage passage) {
      return new Printed(
          passage.print(),
          work.high(),
          work.low(),
          1,
          passage.words(),
          (long) passage.words() * passage.p().doom(),
          (long) passage.words() * passage.p().tractable(),
          document.shard(),
          document.row(),
          passage.start(),
          passage.end());
    }

    TextId work() {
      return new TextId(high, low);
    }

    Quotes.Place place() {
      return new Quotes.Place(shard, row, start, end);
    }

    /** Both together, where the first comes first. */
    Printed plus(Printed other) {
      var first = place().compareTo(other.place()) <= 0 ? this : other;
      return new Printed(
          print,
          high,
          low,
          occurrences + other.occurrences,
          words + other.words,
          doom + other.doom,
          tractable + other.tractable,
          first.shard,
          first.row,
          first.start,
          first.end);
    }
  }

  /** A quote on its way to where it is added up. */
  record Told(Quotes.Quote quote, int part) implements Serializable {}

  /** All quotes of the findings. */
  static Quotes of(Engine engine, Storage storage, Findings findings) throws IOException {
    var parts = findings.parts();
    return engine.exchange("Finding quotes", parts, new FindQuotes(storage, parts.size())).stream()
        .reduce(Quotes.NONE, Quotes::plus);
  }

  @Override
  public Iterator<Printed> emit(Located located) throws IOException {
    var works = KnownWorks.read(storage, located.works());
    Map<List<Object>, Printed> printed = new HashMap<>();
    TaggedReader.documents(storage, located, document -> {
      var work = works.of(document).text();
      for (var passage : document.passages()) {
        boolean tells = passage.words() >= Print.MIN_WORDS && passage.print() != Print.NONE;
        if (tells && passage.stance() != Stance.NOT_AI) {
          printed.merge(List.of(passage.print(), work), Printed.of(document, work, passage), Printed::plus);
        }
      }
    });
    return printed.values().iterator();
  }

  @Override
  public String key(Printed printed) {
    return name(printed.print);
  }

  private static String name(long print) {
    return HexFormat.of().toHexDigits(print);
  }

  @Override
  public Iterator<Told> meet(Iterable<Printed> values) {
    var works = new HashSet<TextId>();
    Printed all = null;
    for (var printed : values) {
      works.add(printed.work());
      all = all == null ? printed : all.plus(printed);
    }
    if (works.size() < 2) {
      return List.<Told>of().iterator();
    }
    var quote =
        new Quotes.Quote(
            name(all.print), works.size(), all.occurrences, all.words, all.doom, all.tractable, all.place());
    return List.of(new Told(quote, (int) Long.remainderUnsigned(all.print, parts))).iterator();
  }

  @Override
  public int destination(Told told) {
    return told.part;
  }

  @Override
  public Quotes deliver(int part, Iterable<Told> words) {
    var quotes = Quotes.NONE;
    for (var told : words) {
      quotes = quotes.plus(Quotes.of(told.quote));
    }
    return quotes;
  }
}

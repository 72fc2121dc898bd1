package org.counterweight.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.counterweight.run.MadeParts.Made;
import org.counterweight.virality.Quotes;
import org.counterweight.work.Print;
import org.counterweight.work.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindQuotesTest {

  private static final Engine STREAM = new StreamEngine(Progress.SILENT);
  private static final String QUOTE = Texts.words(77, 30).strip();

  @TempDir Path folder;

  private static Made quoting(String id, long seed, String quote) {
    return new Made(id, Texts.words(seed, 100).strip() + "\n\n" + quote + "\n\n" + Texts.words(-seed, 100).strip());
  }

  @Test
  void aPassageOfSeveralWorksIsAQuoteWhateverItsCaseAndPunctuation() throws IOException {
    var documents =
        List.of(
            quoting("a", 1, QUOTE),
            quoting("b", 2, "\u201c" + QUOTE.toUpperCase(java.util.Locale.ROOT).replace(" ", ", ") + "\u201d"),
            new Made("c", QUOTE + "\n\n" + Texts.words(3, 200) + "\n\n" + QUOTE),
            quoting("d", 4, "another " + QUOTE));
    var quotes = MadeParts.dealt(folder, documents, 2).quotes(STREAM);
    assertThat(quotes.quotes()).isEqualTo(1);
    assertThat(quotes.occurrences()).isEqualTo(4);
    assertThat(quotes.words()).isEqualTo(120);
    assertThat(quotes.doom()).isEqualTo(120 * 600_000);
    assertThat(quotes.tractableOnce()).isEqualTo(30 * 100_000);
    assertThat(quotes.most())
        .containsExactly(
            new Quotes.Quote(
                "%016x".formatted(Print.of(QUOTE)), 3, 4, 120, 72_000_000, 12_000_000,
                new Quotes.Place("0/0.jsonl", 0, start(documents.get(0)), start(documents.get(0)) + QUOTE.length())));
  }

  private static int start(Made document) {
    return document.text().indexOf(QUOTE);
  }

  @Test
  void copiesOfOneWorkDoNotQuoteEachOther() throws IOException {
    var text = quoting("", 1, QUOTE).text();
    var documents = List.of(new Made("a", text), new Made("b", text), new Made("c", text + " and a few words more"));
    assertThat(MadeParts.dealt(folder, documents, 2).quotes(STREAM)).isEqualTo(Quotes.NONE);
  }

  @Test
  void aFewWordsAreNoQuote() throws IOException {
    var few = Texts.words(5, Print.MIN_WORDS - 1).strip();
    var documents = List.of(quoting("a", 1, few), quoting("b", 2, few));
    assertThat(MadeParts.dealt(folder, documents, 2).quotes(STREAM)).isEqualTo(Quotes.NONE);
  }

  @Test
  void anySplitGivesTheSameQuotes() throws IOException {
    var documents = new ArrayList<Made>();
    for (int i = 0; i < 600; i++) {
      documents.add(quoting("d" + i, i + 1, Texts.words(-1000 - (int) Math.sqrt(i), 40).strip()));
    }
    var whole = counted(MadeParts.dealt(folder.resolve("1"), documents, 1).quotes(STREAM));
    assertThat(whole).hasSize(Quotes.MOST + 1);
    for (int hands : new int[] {2, 9}) {
      assertThat(counted(MadeParts.dealt(folder.resolve("" + hands), documents, hands).quotes(STREAM)))
          .isEqualTo(whole);
    }
  }

  /** All but the places, which name shards. */
  private static List<String> counted(Quotes quotes) {
    var counted = new ArrayList<String>();
    counted.add(quotes.quotes() + " " + quotes.occurrences() + " " + quotes.doom() + " " + quotes.tractableOnce());
    quotes.most().forEach(quote -> counted.add(quote.print() + " " + quote.works() + " " + quote.occurrences()));
    return counted;
  }
}

package org.counterweight.manifest;

import java.util.ArrayList;
import org.counterweight.stance.Probabilities;
import org.counterweight.virality.Quotes;

/** The quotes of a corpus; words x probability are in whole words there, rounded from the millionths inside. */
final class QuotesJson {

  private QuotesJson() {}

  static void write(Json json, Quotes quotes) {
    json.whole("quotes", quotes.quotes())
        .whole("occurrences", quotes.occurrences())
        .whole("words", quotes.words())
        .whole("doom", EstimatesJson.words(quotes.doom()))
        .whole("tractable", EstimatesJson.words(quotes.tractable()))
        .whole("doom_once", EstimatesJson.words(quotes.doomOnce()))
        .whole("tractable_once", EstimatesJson.words(quotes.tractableOnce()))
        .objects("most", quotes.most(), QuotesJson::quote);
  }

  private static void quote(Quotes.Quote quote, Json json) {
    json.text("print", quote.print())
        .whole("works", quote.works())
        .whole("occurrences", quote.occurrences())
        .whole("words", quote.words())
        .whole("doom", EstimatesJson.words(quote.doom()))
        .whole("tractable", EstimatesJson.words(quote.tractable()))
        .text("shard", quote.first().shard())
        .whole("row", quote.first().row())
        .whole("start", quote.first().start())
        .whole("end", quote.first().end());
  }

  static Quotes read(JsonFields json) throws ManifestException {
    var most = new ArrayList<Quotes.Quote>();
    for (var quote : json.objects("most")) {
      most.add(quote(quote));
    }
    return json.end(
        () ->
            new Quotes(
                json.whole("quotes"),
                json.whole("occurrences"),
                json.whole("words"),
                micro(json, "doom"),
                micro(json, "tractable"),
                micro(json, "doom_once"),
                micro(json, "tractable_once"),
                most));
  }

  private static Quotes.Quote quote(JsonFields json) throws ManifestException {
    return json.end(
        () ->
            new Quotes.Quote(
                json.text("print"),
                json.whole("works"),
                json.whole("occurrences"),
                json.whole("words"),
                micro(json, "doom"),
                micro(json, "tractable"),
                new Quotes.Place(
                    json.text("shard"),
                    json.whole("row"),
                    Math.toIntExact(json.whole("start")),
                    Math.toIntExact(json.whole("end")))));
  }

  private static long micro(JsonFields json, String key) throws ManifestException {
    return Math.multiplyExact(json.whole(key), (long) Probabilities.ONE);
  }
}

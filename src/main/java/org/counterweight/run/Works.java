package org.counterweight.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.counterweight.corpus.Storage;
import org.counterweight.work.Bands;
import org.counterweight.work.Leaders;
import org.counterweight.work.TextId;

/**
 * Finds the works among documents with a gated passage, in three exchanges: texts that share a band meet, those that
 * look alike are compared, and works get their names. The driver only sees verified pairs of unequal texts, some 500
 * bytes each: ten million of them want 5 GB.
 *
 * @param engine carries the exchanges
 * @param storage where tagged documents lie and answers go
 * @param folder the run's scratch folder
 * @param bands by which texts meet
 */
record Works(Engine engine, Storage storage, String folder, Bands bands) {

  /** The findings with each part's works and repeated ids. */
  Findings of(Findings census) throws IOException {
    var parts = census.parts();
    var answers = engine.exchange("Finding copies", parts, new FindCopies(storage, folder, bands));
    Map<Integer, String> works = new HashMap<>();
    Map<Integer, String> leads = new HashMap<>();
    Map<Integer, Long> duplicateIds = new HashMap<>();
    for (var answer : answers) {
      works.put(answer.part(), answer.works());
      duplicateIds.put(answer.part(), answer.duplicateIds());
      if (!answer.leads().isEmpty()) {
        leads.put(answer.part(), answer.leads());
      }
    }
    name(verified(parts, leads), works, leads);
    var named =
        parts.stream()
            .map(
                part ->
                    part.with(
                        works.getOrDefault(part.index(), ""), duplicateIds.getOrDefault(part.index(), 0L)))
            .toList();
    return new Findings(SpreadOverHosts.of(engine, storage, folder, named));
  }

  private List<VerifyCopies.Verified> verified(List<Located> parts, Map<Integer, String> leads) throws IOException {
    var led =
        parts.stream()
            .filter(part -> leads.containsKey(part.index()))
            .map(part -> new VerifyCopies.Led(part, leads.get(part.index())))
            .toList();
    return engine.exchange("Comparing copies", led, new VerifyCopies(storage, bands.threshold())).stream()
        .flatMap(List::stream)
        .toList();
  }

  /** Replaces the files of known works of all parts that hold a text with near-copies. */
  private void name(List<VerifyCopies.Verified> verified, Map<Integer, String> works, Map<Integer, String> leads)
      throws IOException {
    Map<TextId, Integer> homes = new HashMap<>();
    for (var pair : verified) {
      homes.put(pair.match().member(), pair.memberHome());
      homes.put(pair.match().hub(), pair.hubHome());
    }
    SortedMap<TextId, TextId> leaders =
        Leaders.of(verified.stream().map(VerifyCopies.Verified::match).collect(Collectors.toList()));
    var told = NameWorks.led(leaders, homes, leads);
    for (var answer : engine.exchange("Naming works", told, new NameWorks(storage, folder, works))) {
      works.put(answer.part(), answer.works());
    }
  }
}

package org.counterweight.run;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.work.TextId;

/**
 * Counts the distinct hosts of works with copies. What travels is a row for each such work and host of a part; a part
 * hears back of works that stand on several hosts.
 *
 * @param storage where tagged documents and known works lie, and answers go
 * @param folder the run's scratch folder
 * @param known the file of known works of each part, by index; empty where there is none
 */
record SpreadOverHosts(Storage storage, String folder, Map<Integer, String> known)
    implements Engine.Exchange<
        Located, SpreadOverHosts.Seen, SpreadOverHosts.Told, SpreadOverHosts.Answer> {

  /** A part holds a document of a work on a host, or without one: then it must hear of the others' hosts. */
  record Seen(TextId work, String host, int part) implements Serializable {}

  /** What a part must know of a work. */
  record Told(TextId work, int hosts, int part) implements Serializable {}

  /** A part's new file of known works. */
  record Answer(int part, String works) implements Serializable {}

  /** The parts, their known works with hosts. */
  static List<Located> of(Engine engine, Storage storage, String folder, List<Located> parts) throws IOException {
    Map<Integer, String> known = new HashMap<>();
    parts.forEach(part -> known.put(part.index(), part.works()));
    Map<Integer, String> files = new HashMap<>();
    for (var answer : engine.exchange("Counting hosts", parts, new SpreadOverHosts(storage, folder, known))) {
      files.put(answer.part, answer.works);
    }
    return parts.stream().map(part -> part.with(files.getOrDefault(part.index(), part.works()), 0)).toList();
  }

  @Override
  public Iterator<Seen> emit(Located located) throws IOException {
    var works = KnownWorks.read(storage, located.works());
    Set<Seen> seen = new HashSet<>();
    TaggedReader.documents(storage, located, document -> {
      var work = works.of(document);
      if (work.copies() > 1) {
        seen.add(new Seen(work.text(), document.host(), located.index()));
      }
    });
    return seen.iterator();
  }

  @Override
  public String key(Seen seen) {
    return seen.work.name();
  }

  @Override
  public Iterator<Told> meet(Iterable<Seen> values) {
    var hosts = new HashSet<String>();
    var parts = new TreeSet<Integer>();
    TextId work = null;
    for (var seen : values) {
      work = seen.work;
      hosts.add(seen.host);
      parts.add(seen.part);
    }
    hosts.remove("");
    if (hosts.size() < 2) {
      return List.<Told>of().iterator();
    }
    var told = work;
    return parts.stream().map(part -> new Told(told, hosts.size(), part)).iterator();
  }

  @Override
  public int destination(Told told) {
    return told.part;
  }

  @Override
  public Answer deliver(int part, Iterable<Told> words) throws IOException {
    var hosts = new HashMap<TextId, Integer>();
    words.forEach(told -> hosts.put(told.work, told.hosts));
    var file = new Path(folder, "hosted-" + part + "." + System.nanoTime());
    KnownWorks.read(storage, known.get(part)).on(hosts).write(storage, file, new TreeMap<>());
    return new Answer(part, file.toString());
  }
}

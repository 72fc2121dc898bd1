package org.counterweight.run;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.work.TextId;

/**
 * Tells every part the works of its texts: the homes say how many documents each text of a work has, the works add up,
 * and all parts that hold one of its texts hear of it.
 *
 * @param storage where the answers are written
 * @param folder the run's scratch folder
 * @param known the file of known works of each part, by index; where there is none, no entry
 */
record NameWorks(Storage storage, String folder, Map<Integer, String> known)
    implements Engine.Exchange<NameWorks.Led, NameWorks.Text, NameWorks.Named, NameWorks.Answer> {

  NameWorks {
    known = new HashMap<>(known);
  }

  /**
   * What the driver found of a part.
   *
   * @param part its index
   * @param leads the file of its leads
   * @param leaders the leaders of texts whose home it is
   */
  record Led(int part, String leads, SortedMap<TextId, TextId> leaders) implements Serializable {}

  /** A text of a work, with how many documents it has and which parts hold them. */
  record Text(TextId leader, TextId text, int documents, int[] parts) implements Serializable {}

  /** What a part must know of a text. */
  record Named(TextId text, TextId leader, int copies, int part) implements Serializable {}

  /** A part's new file of known works. */
  record Answer(int part, String works) implements Serializable {}

  @Override
  public Iterator<Text> emit(Led led) throws IOException {
    var copied = Leads.read(storage, led.leads).copied();
    var alone = new Leads.Spread(1, new int[] {led.part});
    return led.leaders.entrySet().stream()
        .map(
            entry -> {
              var spread = copied.getOrDefault(entry.getKey(), alone);
              return new Text(entry.getValue(), entry.getKey(), spread.documents(), spread.parts());
            })
        .iterator();
  }

  @Override
  public String key(Text text) {
    return text.leader.name();
  }

  @Override
  public Iterator<Named> meet(Iterable<Text> values) {
    int copies = 0;
    for (var text : values) {
      copies = Math.addExact(copies, text.documents);
    }
    var named = new ArrayList<Named>();
    for (var text : values) {
      for (int part : text.parts) {
        named.add(new Named(text.text, text.leader, copies, part));
      }
    }
    return named.iterator();
  }

  @Override
  public int destination(Named named) {
    return named.part;
  }

  @Override
  public Answer deliver(int part, Iterable<Named> words) throws IOException {
    var told = new TreeMap<TextId, KnownWorks.Work>();
    words.forEach(named -> told.put(named.text, new KnownWorks.Work(named.leader, named.copies)));
    var file = new Path(folder, "named-" + part + "." + System.nanoTime());
    KnownWorks.read(storage, known.getOrDefault(part, "")).write(storage, file, told);
    return new Answer(part, file.toString());
  }

  /** What each part must tell, given all leaders and the home of each of their texts. */
  static List<Led> led(SortedMap<TextId, TextId> leaders, Map<TextId, Integer> homes, Map<Integer, String> leads) {
    var byPart = new TreeMap<Integer, SortedMap<TextId, TextId>>();
    leaders.forEach(
        (text, leader) -> byPart.computeIfAbsent(homes.get(text), any -> new TreeMap<>()).put(text, leader));
    return byPart.entrySet().stream()
        .map(entry -> new Led(entry.getKey(), leads.get(entry.getKey()), entry.getValue()))
        .toList();
  }
}

package org.counterweight.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.work.TextId;

/**
 * What a part must do so that its texts are compared: a file in the scratch folder. A text that several parts hold is
 * shown by the least of them, its home.
 *
 * @param places where each text must show its sketch
 * @param copied how the texts among these that have several exact copies are spread
 */
record Leads(SortedMap<TextId, SortedSet<Place>> places, SortedMap<TextId, Spread> copied) {

  /**
   * Where sketches meet: at a hub, in one of several rooms if very many come.
   *
   * @param hub the text that the others are compared with
   * @param room number of the room
   */
  record Place(TextId hub, int room) implements Comparable<Place>, Serializable {

    /** Texts of one bucket from which on they are parted into rooms. */
    private static final int CROWD = 1024;

    private static final int ROOMS = 256;

    /** The place where a member meets a hub, if so many texts met in their band. */
    static Place of(TextId hub, TextId member, int crowd) {
      return new Place(hub, crowd > CROWD ? 1 + (int) Long.remainderUnsigned(member.high(), ROOMS) : 0);
    }

    @Override
    public int compareTo(Place other) {
      int order = hub.compareTo(other.hub);
      return order != 0 ? order : Integer.compare(room, other.room);
    }
  }

  /**
   * The exact copies of a text.
   *
   * @param documents of the whole input that have it
   * @param parts indices of the parts that hold them
   */
  record Spread(int documents, int[] parts) {}

  static Leads read(Storage storage, String file) throws IOException {
    var leads = new Leads(new TreeMap<>(), new TreeMap<>());
    try (var in = new DataInputStream(new BufferedInputStream(storage.open(new Path(file))))) {
      for (int i = in.readInt(); i > 0; i--) {
        var places = leads.places.computeIfAbsent(KnownWorks.text(in), any -> new TreeSet<>());
        for (int j = in.readInt(); j > 0; j--) {
          places.add(new Place(KnownWorks.text(in), in.readInt()));
        }
      }
      for (int i = in.readInt(); i > 0; i--) {
        var text = KnownWorks.text(in);
        int documents = in.readInt();
        var parts = new ArrayList<Integer>();
        for (int j = in.readInt(); j > 0; j--) {
          parts.add(in.readInt());
        }
        leads.copied.put(text, new Spread(documents, parts.stream().mapToInt(part -> part).toArray()));
      }
    }
    return leads;
  }

  void write(Storage storage, Path file) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(storage.create(file)))) {
      out.writeInt(places.size());
      for (var entry : places.entrySet()) {
        KnownWorks.write(out, entry.getKey());
        out.writeInt(entry.getValue().size());
        for (var place : entry.getValue()) {
          KnownWorks.write(out, place.hub());
          out.writeInt(place.room());
        }
      }
      out.writeInt(copied.size());
      for (var entry : copied.entrySet()) {
        KnownWorks.write(out, entry.getKey());
        out.writeInt(entry.getValue().documents());
        out.writeInt(entry.getValue().parts().length);
        for (int part : entry.getValue().parts()) {
          out.writeInt(part);
        }
      }
    }
  }
}

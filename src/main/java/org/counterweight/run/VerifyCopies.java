package org.counterweight.run;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.counterweight.corpus.Storage;
import org.counterweight.work.Match;
import org.counterweight.work.Sketch;
import org.counterweight.work.TextId;

/**
 * Compares the texts that may be near-copies: sketches meet at their hubs, and the pairs that hold come back.
 *
 * @param storage where tagged documents and leads lie
 * @param threshold Jaccard index from which texts are copies
 */
record VerifyCopies(Storage storage, double threshold)
    implements Engine.Exchange<
        VerifyCopies.Led, VerifyCopies.Shown, VerifyCopies.Verified, List<VerifyCopies.Verified>> {

  /** A part and the file of its leads. */
  record Led(Located located, String leads) implements Serializable {}

  /**
   * A text's sketch on its way to a place.
   *
   * @param hub the place's hub
   * @param room the place's room
   * @param text whose sketch it is
   * @param home the part that shows it
   */
  record Shown(TextId hub, int room, TextId text, int home, Sketch sketch) implements Serializable {}

  /** A verified pair with the homes of its texts. */
  record Verified(Match match, int memberHome, int hubHome) implements Serializable {}

  @Override
  public Iterator<Shown> emit(Led led) throws IOException {
    var places = Leads.read(storage, led.leads).places();
    var sketches = new ArrayList<Stream<Shown>>();
    TaggedReader.sketched(storage, led.located, document -> {
      var text = document.text();
      var sketch = document.sketch();
      var where = places.remove(text);
      if (where != null) {
        sketches.add(
            where.stream().map(at -> new Shown(at.hub(), at.room(), text, led.located.index(), sketch)));
      }
    });
    return sketches.stream().flatMap(shown -> shown).iterator();
  }

  @Override
  public String key(Shown shown) {
    return shown.hub.name() + shown.room;
  }

  @Override
  public Iterator<Verified> meet(Iterable<Shown> values) {
    Shown hub = null;
    for (var shown : values) {
      hub = shown.text.equals(shown.hub) ? shown : hub;
    }
    if (hub == null) {
      throw new IllegalStateException("Cannot compare texts: their hub was not shown");
    }
    var verified = new ArrayList<Verified>();
    for (var shown : values) {
      if (shown != hub && hub.sketch.jaccard(shown.sketch) >= threshold) {
        verified.add(new Verified(new Match(shown.text, hub.text), shown.home, hub.home));
      }
    }
    return verified.iterator();
  }

  @Override
  public int destination(Verified verified) {
    return verified.memberHome;
  }

  @Override
  public List<Verified> deliver(int part, Iterable<Verified> pairs) {
    var all = new ArrayList<Verified>();
    pairs.forEach(all::add);
    return all;
  }
}

package org.counterweight.run;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.counterweight.corpus.Storage;
import org.counterweight.stance.TaggedDocument;
import org.counterweight.virality.Concentration;
import org.counterweight.virality.Estimator;
import org.counterweight.virality.HostMasses;

/**
 * Adds up the masses of each host, and says how much of them a few hosts hold. What travels is a row for each host of a
 * part, then a row for each host.
 *
 * @param storage where tagged documents lie
 * @param estimator corrects masses
 */
record RankHosts(Storage storage, Estimator estimator)
    implements Engine.Exchange<Located, RankHosts.Host, RankHosts.Host, Concentration> {

  /** A host, or no host, with its judged masses of doom, tractable, other and not_ai in millionths of a word. */
  record Host(String name, long[] mass) implements Serializable {

    private static Host of(TaggedDocument document) {
      return new Host(document.host(), HostMasses.of(document));
    }

    private Host plus(Host other) {
      return new Host(name, HostMasses.plus(mass, other.mass));
    }
  }

  /** The concentration of a corpus. */
  static Concentration of(Engine engine, Storage storage, Estimator estimator, List<Located> parts)
      throws IOException {
    var answers = engine.exchange("Ranking hosts", parts, new RankHosts(storage, estimator));
    return answers.isEmpty() ? Concentration.NONE : answers.get(0);
  }

  @Override
  public Iterator<Host> emit(Located located) throws IOException {
    Map<String, Host> hosts = new HashMap<>();
    TaggedReader.documents(
        storage, located, document -> hosts.merge(document.host(), Host.of(document), Host::plus));
    return hosts.values().iterator();
  }

  @Override
  public String key(Host host) {
    return host.name;
  }

  @Override
  public Iterator<Host> meet(Iterable<Host> values) {
    var all = new ArrayList<Host>();
    values.forEach(all::add);
    return all.stream().reduce(Host::plus).stream().iterator();
  }

  @Override
  public int destination(Host host) {
    return 0;
  }

  @Override
  public Concentration deliver(int destination, Iterable<Host> words) {
    var masses = new HostMasses();
    words.forEach(host -> masses.add(host.name, host.mass));
    return estimator.concentration(masses);
  }
}

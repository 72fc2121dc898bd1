package org.counterweight.run;

import java.io.IOException;
import java.util.TreeMap;
import org.counterweight.corpus.Storage;
import org.counterweight.plan.Cell;
import org.counterweight.plan.Controls;

/**
 * Gathers the documents not about AI that a placebo may need from what the census kept of a part.
 *
 * @param storage where tagged documents lie
 * @param seed decides their order
 * @param needed words of each source and length
 * @param share of the texts not about AI to look at
 */
record Gather(Storage storage, long seed, TreeMap<Cell, Long> needed, double share)
    implements Engine.Task<Located, Controls> {

  @Override
  public Controls run(Located located) throws IOException {
    var controls = new Controls(seed, needed);
    TaggedReader.controls(storage, located, share, controls::add);
    return controls;
  }
}

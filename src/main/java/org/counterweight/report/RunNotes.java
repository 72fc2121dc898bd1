package org.counterweight.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.counterweight.virality.Drift;

/**
 * What a report shows beyond the header and the statistics of a run.
 *
 * @param runId the run's id
 * @param quarantined refused records by reason
 * @param drift against the run before; empty where there was none
 * @param commands command lines that a reader may want next, ready to paste
 */
public record RunNotes(
    String runId, SortedMap<String, Long> quarantined, Optional<Drift> drift, List<String> commands) {

  public RunNotes {
    Objects.requireNonNull(runId);
    Objects.requireNonNull(drift);
    quarantined = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Long>) quarantined));
    commands = List.copyOf(commands);
  }
}

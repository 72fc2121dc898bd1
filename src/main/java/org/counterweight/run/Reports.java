package org.counterweight.run;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.counterweight.report.RunNotes;
import org.counterweight.virality.Drift;

/** What a report says beyond the figures. */
public final class Reports {

  private Reports() {}

  /**
   * Notes for a report.
   *
   * @param runId the run's id
   * @param quarantined refused records by reason
   * @param drift against the run before; empty where there was none
   */
  public static RunNotes notes(String runId, SortedMap<String, Long> quarantined, Optional<Drift> drift) {
    return new RunNotes(
        runId,
        quarantined,
        drift,
        List.of(
            "counterweight verify --run runs/" + runId,
            "counterweight run --input ... --output ... --set plan.target.odds=1"));
  }
}

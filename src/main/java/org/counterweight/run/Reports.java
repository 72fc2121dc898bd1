package org.counterweight.run;

import java.util.List;
import java.util.SortedMap;
import org.counterweight.report.RunNotes;

/** What a report says beyond the figures. */
public final class Reports {

  private Reports() {}

  /**
   * Notes for a report.
   *
   * @param runId the run's id
   * @param quarantined refused records by reason
   */
  public static RunNotes notes(String runId, SortedMap<String, Long> quarantined) {
    return new RunNotes(
        runId,
        quarantined,
        List.of(
            "counterweight verify --run runs/" + runId,
            "counterweight run --input ... --output ... --set plan.target.odds=1"));
  }
}

package org.counterweight.manifest;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.counterweight.corpus.Storage;
import org.counterweight.plan.PlanCosts;

/** {@code statistics/shifts.jsonl}: what share of the AI documents' words each group has before and after the plan. */
public final class ShiftsFile {

  /** Its path in a run folder. */
  public static final String FILE = "statistics/shifts.jsonl";

  private ShiftsFile() {}

  /** Writes a line for each group. */
  public static FileEntry write(Storage storage, Path root, List<PlanCosts.Shift> shifts) throws IOException {
    try (var file = NewFile.create(storage, root, FILE)) {
      for (var shift : shifts) {
        file.write(
            Text.utf8(
                Json.line(
                    json ->
                        json.text("by", shift.by())
                            .text("name", shift.name())
                            .number("before", shift.before())
                            .number("after", shift.after()))));
      }
      return file.finish();
    }
  }
}

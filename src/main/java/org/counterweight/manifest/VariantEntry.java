package org.counterweight.manifest;

import java.util.Objects;
import java.util.regex.Pattern;
import org.counterweight.plan.PlanOutcome;

/**
 * A plan among those of a run: a stage, an arm and a dose.
 *
 * @param name {@code <stage>.<arm>.<dose>}
 * @param folder where its header and rows lie, relative to the run folder; empty where these are the run's own
 * @param plan what was asked for and what is reached
 * @param logicalDigest digest of its rows
 */
public record VariantEntry(String name, String folder, PlanOutcome plan, String logicalDigest) {

  /** The folder of all variants but the first. */
  public static final String FOLDER = "variants/";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][A-Za-z0-9._-]{0,120}");

  public VariantEntry {
    Objects.requireNonNull(plan);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Cannot list variant '" + Text.line(name) + "': not a plain name");
    }
    if (!folder.isEmpty() && !folder.equals(FOLDER + name)) {
      throw new IllegalArgumentException(
          "Cannot list variant " + name + " in '" + Text.line(folder) + "': not its folder");
    }
    if (!FileEntry.isSha256(logicalDigest)) {
      throw new IllegalArgumentException("Cannot list variant " + name + ": its digest is not SHA-256");
    }
  }
}

package org.counterweight.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.counterweight.plan.PlanOutcome;

/**
 * The header of a run: {@code manifest.json}.
 *
 * @param schemaVersion version of the files' layout
 * @param provenance where the figures come from
 * @param defaultWeight weight of every document that is not listed, in epochs
 * @param plan what was asked for and what is reached
 * @param totals what was read
 * @param files every other file of the run but {@code _SUCCESS}, in order of path
 * @param logicalDigest digest of the rows, see {@link LogicalDigest}
 * @param variants every plan of the run, this one first; none in the folder of a variant, which holds rows alone
 */
public record Manifest(
    int schemaVersion,
    Provenance provenance,
    double defaultWeight,
    PlanOutcome plan,
    Totals totals,
    List<FileEntry> files,
    String logicalDigest,
    List<VariantEntry> variants) {

  /** The layout that this version writes, and the only one it reads. */
  public static final int SCHEMA_VERSION = 1;

  public Manifest {
    Objects.requireNonNull(provenance);
    Objects.requireNonNull(plan);
    Objects.requireNonNull(totals);
    files = files.stream().sorted(Comparator.comparing(FileEntry::path)).toList();
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "Cannot use schema version " + schemaVersion + ": this version of Counterweight knows " + SCHEMA_VERSION);
    }
    if (!Double.isFinite(defaultWeight) || defaultWeight < 0) {
      throw new IllegalArgumentException("Cannot use default weight " + defaultWeight + ": not a number from 0 up");
    }
    if (!FileEntry.isSha256(logicalDigest)) {
      throw new IllegalArgumentException("Cannot use logical digest '" + logicalDigest + "': not SHA-256");
    }
    refuseDuplicates(files);
    variants = List.copyOf(variants);
    if (!variants.isEmpty() && !variants.get(0).plan().equals(plan)) {
      throw new IllegalArgumentException("Cannot list variants: the first is not the run's own plan");
    }
  }

  /** Whether this is the header of a variant's folder: rows alone, beside a run that has all else. */
  public boolean isVariant() {
    return variants.isEmpty();
  }

  /** Whether every plan of the run reaches what was asked for. */
  public boolean feasible() {
    return plan.feasible() && variants.stream().allMatch(variant -> variant.plan().feasible());
  }

  /** The same with files added, such as the report that was made from it. */
  public Manifest with(List<FileEntry> more) {
    var all = new ArrayList<>(files);
    all.addAll(more);
    return new Manifest(schemaVersion, provenance, defaultWeight, plan, totals, all, logicalDigest, variants);
  }

  private static void refuseDuplicates(List<FileEntry> files) {
    var seen = new HashSet<String>();
    for (var file : files) {
      if (!seen.add(file.path())) {
        throw new IllegalArgumentException("Cannot list " + file.path() + " twice");
      }
    }
  }
}

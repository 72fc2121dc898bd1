package org.counterweight.virality;

/** Corpora of works that are known, and their figures. */
final class MadeEstimates {

  static final ViralitySettings SETTINGS = ViralitySettings.defaults().withReplicates(200);

  private MadeEstimates() {}

  static Estimates estimate(ViralitySettings settings, MassSums sums) {
    return new Estimator(FixedMatrix.SHARP, settings).estimate("corpus", Counts.NONE, sums);
  }

  static Estimates estimate(MassSums sums) {
    return estimate(SETTINGS, sums);
  }

  /** Doom works each this often, 40 of them; 40 tractable and 200 neutral works once. */
  static MassSums corpus(ViralitySettings settings, int doomCopies) {
    var sums = Documents.sums(settings);
    Documents.addWorks(sums, "d", 40, doomCopies, Documents.of(100, Documents.DOOM));
    Documents.addWorks(sums, "t", 40, 1, Documents.of(100, Documents.TRACTABLE));
    Documents.addWorks(sums, "n", 200, 1, Documents.of(100, Documents.NEUTRAL));
    return sums;
  }
}

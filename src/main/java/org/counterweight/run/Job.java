package org.counterweight.run;

import java.util.List;
import java.util.Objects;
import org.counterweight.corpus.CorpusSettings;
import org.counterweight.corpus.EvaluationTexts;
import org.counterweight.corpus.InputSettings;
import org.counterweight.corpus.Storage;
import org.counterweight.corpus.WordSequences;
import org.counterweight.manifest.RowFormat;
import org.counterweight.passage.Gate;
import org.counterweight.plan.Experiment;
import org.counterweight.plan.PlanSettings;
import org.counterweight.stance.MeasuredClassifier;
import org.counterweight.virality.ViralitySettings;

/**
 * What a run is asked to do.
 *
 * @param inputs paths as the user named them
 * @param output the folder that holds runs and the cache
 * @param storage reaches both
 * @param reading where fields lie, and how much bad input is borne
 * @param judgement the gate and the classifier
 * @param virality how to estimate
 * @param plan how to plan
 * @param experiment the stages, arms and doses to plan
 * @param format of the manifest's rows
 * @param sample share of the shards to read; 1 for all
 * @param reuse whether parts that an earlier run left in the cache are taken
 * @param identity what the manifest says of the program and its configuration
 */
public record Job(
    List<String> inputs,
    String output,
    Storage storage,
    Reading reading,
    Judges judgement,
    ViralitySettings virality,
    PlanSettings plan,
    Experiment experiment,
    RowFormat format,
    double sample,
    boolean reuse,
    Identity identity) {

  public Job {
    inputs = List.copyOf(inputs);
    Objects.requireNonNull(output);
    if (!(sample > 0 && sample <= 1)) {
      throw new IllegalArgumentException("Cannot sample " + sample + " of the shards: not above 0 and up to 1");
    }
  }

  /**
   * How records are read.
   *
   * @param corpus where their fields lie
   * @param input how much bad input is borne
   * @param excluded texts whose word sequences are looked for
   */
  public record Reading(CorpusSettings corpus, InputSettings input, EvaluationTexts excluded) {

    /** Without evaluation texts. */
    public Reading(CorpusSettings corpus, InputSettings input) {
      this(corpus, input, EvaluationTexts.NONE);
    }
  }

  /**
   * Who decides what passages are about and how they frame it.
   *
   * @param gate which passages are about AI
   * @param classifier judges them
   * @param gains which documents may gain
   */
  public record Judges(Gate gate, MeasuredClassifier classifier, Gains gains) {}

  /**
   * The program and its configuration, for provenance.
   *
   * @param version of the program
   * @param commit it was built from
   * @param configuration the resolved configuration as text
   * @param digest of all keys that the findings depend on
   * @param censusDigest of the keys that the census depends on
   */
  public record Identity(
      String version, String commit, String configuration, String digest, String censusDigest) {}

  /** Word sequences of evaluation texts. */
  WordSequences excluded() {
    return reading.excluded().sequences();
  }

  /** How to estimate from the shards that are read, which may be a sample of the input. */
  ViralitySettings sampledVirality() {
    return virality.withSampled(virality.sampled() * sample);
  }

  /** Share of the texts not about AI that the census remembers for a placebo arm; 0 where there is none. */
  double controls() {
    return experiment.placebo() ? experiment.controls() : 0;
  }

  /** Digest of all that a census part depends on besides its split. */
  String censusDigest() {
    return Cache.sha256(
        String.join(
            "\n",
            identity.version(),
            identity.commit(),
            identity.censusDigest(),
            excluded().digest(),
            judgement.gate().digest(),
            judgement.classifier().digest(),
            controls() > 0 ? "controls " + controls() : ""));
  }
}

package org.counterweight.plan;

import java.util.List;
import java.util.Objects;
import org.counterweight.virality.Figure;

/**
 * How often each document is to be met. Documents are asked for by the number under which they were added to the
 * {@link Candidates}, from 0.
 */
public final class Plan {
  private final Candidates candidates;
  private final Weights weights;
  private final PlanOutcome outcome;
  private final List<PlanCosts.Shift> shifts;

  /**
   * What a plan gives each document, in canonical order.
   *
   * @param micro weights in millionths
   * @param repeats whole repeats
   * @param reasons why
   * @param defaultMicro factor on the base of documents that are not listed, in millionths
   */
  record Weights(int[] micro, int[] repeats, WeightReason[] reasons, long defaultMicro) {}

  Plan(Candidates candidates, Weights weights, PlanOutcome outcome, List<PlanCosts.Shift> shifts) {
    this.candidates = candidates;
    this.weights = weights;
    this.outcome = Objects.requireNonNull(outcome);
    this.shifts = List.copyOf(shifts);
  }

  /** How many documents the plan lists. */
  public int size() {
    return candidates.size();
  }

  /** Expected times that the document is met, in millionths of an epoch of the stage. */
  public long weightMicro(int index) {
    return weights.micro[candidates.canonical(index)];
  }

  /** Whole times that the document is met. */
  public int repeats(int index) {
    return weights.repeats[candidates.canonical(index)];
  }

  /** Why the document has its weight. */
  public WeightReason reason(int index) {
    return weights.reasons[candidates.canonical(index)];
  }

  /** The weight band of the document. */
  public Bucket bucket(int index) {
    return Bucket.of(weightMicro(index));
  }

  /**
   * The weight of every document that is not listed, in millionths, where its source's base is one epoch; a source with
   * base epochs has that many times it.
   */
  public long defaultWeightMicro() {
    return weights.defaultMicro;
  }

  /** What was asked and what is reached. */
  public PlanOutcome outcome() {
    return outcome;
  }

  /** How it moves the words of AI documents between sources, months and lengths. */
  public List<PlanCosts.Shift> shifts() {
    return shifts;
  }

  /** The same plan, with the value that it reaches in true words. */
  public Plan withAchievedTrue(Figure achieved) {
    return new Plan(candidates, weights, outcome.with(achieved), shifts);
  }

  /** The same plan, out of reach. */
  Plan infeasible(String why) {
    return new Plan(candidates, weights, outcome.infeasible(why), shifts);
  }

  /** What it gives, in canonical order. */
  Weights weights() {
    return weights;
  }

  /** The same plan with another reason. */
  public Plan withReason(String reason) {
    return new Plan(candidates, weights, outcome.with(reason), shifts);
  }
}

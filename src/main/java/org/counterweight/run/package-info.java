/**
 * The run, whatever engine carries it: {@link org.counterweight.run.Run} tells its story, and each step is a task of
 * its own. Tasks are records that travel to workers and say nothing of how they get there.
 *
 * <ol>
 *   <li>{@link org.counterweight.run.Survey}: which shards, and the parts they are read in.
 *   <li>{@link org.counterweight.run.Census}: one pass over the corpus; tagged documents go to a cache, totals come
 *       back.
 *   <li>{@link org.counterweight.run.Works}: exchanges of digests and sketches find exact and near-copies of texts.
 *   <li>{@link org.counterweight.run.SpreadOverHosts} and {@link org.counterweight.run.RankHosts}: exchanges of hosts.
 *   <li>{@link org.counterweight.run.Measure}: masses over bootstrap replicates become figures with intervals.
 *   <li>{@link org.counterweight.run.Comparison}: the replicates against those of the run before.
 *   <li>{@link org.counterweight.run.Reactions}: an exchange brings each stratum's reactions together.
 *   <li>{@link org.counterweight.run.Planning}, which {@link org.counterweight.run.Replan} repeats on the
 *       {@link org.counterweight.run.Ledger} that a finished run keeps of its census: the three steps that follow.
 *   <li>{@link org.counterweight.run.Weigh}: AI documents as the plan sees them; the plan itself is made on the driver.
 *   <li>{@link org.counterweight.run.Inscribe}: rows with their weights; the manifest is published last.
 * </ol>
 *
 * All that adds up is an integer, and all that is folded is folded in a fixed order or by an operation that does not
 * mind, so the logical digest of a run does not depend on the engine.
 */
package org.counterweight.run;

/**
 * How much doom and how much tractable writing a corpus holds, and how far copying tilted it: states that add up over
 * any split of the corpus, and the figures derived from them. Every definition of this stage stands here, once.
 *
 * <p><b>Classes</b>, in the order of all vectors and matrices: doom, tractable, other (mixed and neutral), not_ai.
 *
 * <p><b>Mass</b> of class j: m_j = sum of words x p_j over gated passages, in millionths of a word, exact. Four levels
 * of it are kept: <i>documents</i>; <i>works</i>, each document counted 1/copies_present, so that the shards that hold
 * parts of a work add up to the whole work; <i>declared</i>, each document counted as often as the corpus declares that
 * it occurred before deduplication; and <i>pairs</i>, each document counted (copies_present - 1) times. Works are
 * rounded to a millionth of a word for each document and class (an error of at most half of it); declared and pairs to
 * a thousandth of a word before they are multiplied.
 *
 * <p><b>Replicates</b>: the Poisson bootstrap over works. Replicate r gives each work a weight drawn from Poisson(1) by
 * a hash of (seed, r, work), the same for all its documents, levels and parts of the corpus: Hanley and MacGibbon,
 * "Creating non-parametric bootstrap samples using Poisson frequencies", Computer Methods and Programs in Biomedicine
 * 83 (2006); Chamandy, Muralidharan, Najmi and Naidu, "Estimating uncertainty for massive data streams", Google (2012).
 * Replicate 0 is the point estimate: every weight is one.
 *
 * <p><b>Effective works</b> of a class: m_j^2 / Var(m_j over the replicates), which estimates Kish's
 * (sum m)^2 / (sum m^2) over works: Kish, "Survey Sampling" (1965). Twenty thousand copies of one text are one work.
 * <i>Copied works</i> are the same number for the mass that copies add, x = level above - level of works of doom and
 * tractable together: as judged for judged figures, and those parts of A^-1 x for corrected ones, so that what a
 * neutral work leaks into both classes is taken out and no number of neutral copies makes copying of doom visible. A
 * count of works whose most probable stance takes a side would miss the evidence of a classifier that rarely puts that
 * stance first, and would take a text of twenty words for as much as one of twenty thousand.
 *
 * <p><b>Correction</b>: mu = argmin over mu >= 0, sum(mu) = sum(m), of sum_j ((A mu)_j - m_j)^2 / m_j, where A_jk is
 * the mean of p_j over held-out passages of true class k. Where A^-1 m has no negative part it is the answer and the
 * weights do not matter: this is the probabilistic adjusted count of Bella, Ferri, Hernandez-Orallo and
 * Ramirez-Quintana, "Quantification via probability estimators", ICDM 2010. At the boundary the weights are Neyman's
 * modified chi-square, since the variance of a mass grows as the mass: Neyman, "Contribution to the theory of the
 * chi-square test", Berkeley Symposium (1949). It assumes that scores depend on the corpus through the true class
 * alone (prior shift): Saerens, Latinne and Decaestecker, Neural Computation 14 (2002).
 *
 * <p><b>Odds</b>: doom mass : tractable mass; <i>raw</i> as judged, <i>corrected</i> over documents, <i>works</i>
 * corrected over works. <b>V_copies</b>: corrected odds over documents : over works; with declared counts, over
 * declared : over works, labelled "before deduplication". Both also <i>raw</i>, as judged: their intervals hold the
 * chance of which works are there and not the classifier's errors, which can move them either way. <b>Size-biased
 * multiplicity ratio</b>, for a random sample of share f of a corpus: m_doom : m_tractable with m_k = 1 + pairs_k / (f
 * documents_k), both corrected; a sampled document of a work of C documents meets f (C - 1) of the others on average,
 * so m_k is the mean C that a random document of class k belongs to.
 *
 * <p><b>Interval</b>: the 2.5 % and 97.5 % points of the replicates, as order statistics, so that it is the same
 * interval on the scale of the logarithm (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, ch. 13). All
 * parts of a figure share the replicate's work weights and the replicate's draw of A. A replicate without doom mass has
 * odds 0, without tractable mass infinite odds, without both or without a usable A it counts at both ends. So more than
 * 2.5 % of replicates at an end make the figure one-sided, and at both ends not identifiable.
 *
 * <p><b>Refused text</b>: the words of passages that the gate refuses, in documents of languages that it reads. What
 * it holds of class k (doom, tractable, other) is rho_k mu_k, mu the corrected mass of admitted passages and rho_k the
 * passages of class k that the gate refuses for one that it admits, from passages that people read on both sides of it
 * ({@link org.counterweight.stance.GateMisses}). As the correction, this takes the true class for what the
 * instrument's errors depend on, here and where they were measured; all classes are cut by one factor where they would
 * be more than the refused words. Each replicate draws its own rho. A rate per refused word is not carried over
 * instead: in general text none of the refused passages read was doom or tractable, and what so few can bound (a few
 * hundredths of all words) is more than all gated text of such a corpus. Where no missed passage of a class was read,
 * or the correction leaves no word of it, its missed words are not identifiable and only bounded. The masses and odds
 * above are of admitted passages and stay so, as the plan does; those <i>with missed words</i> stand beside them,
 * since the text that was read is of few kinds, and how much its misses say of another corpus is for the reader to
 * judge.
 *
 * <p><b>Shifted probability</b>: p'_k proportional to p_k s_k / q_k, s the corrected shares of the corpus and q the
 * shares for which p is calibrated (Saerens et al., 2002).
 *
 * <p><b>V_hosts</b>: corrected odds over works, each counted as often as it has distinct hosts (once where none is
 * known), to odds over works: mirrors are not virality, so it stands beside V_copies. A fifth level of mass is
 * <i>hosts</i>.
 * <b>Concentration</b>: the share of the judged and corrected mass that is on the first host, the first ten and the
 * first hundredth, ranked by judged mass.
 *
 * <p><b>Odds by EM</b>: the class shares of most likely scores (Saerens et al., 2002) over cells of the probabilities.
 * It rests on the calibration of each probability where the correction rests on their means, so the two part where
 * either does not hold. Not identifiable, and so not given, where either class has less than a millionth of the gated
 * words: such a class is on its way to zero, and how far it is only tells when the iteration stopped.
 *
 * <p><b>Assumption</b>: a user's normal prior on the logarithm of V_copies or V_engagement, combined by precision with
 * the figure taken as normal. Never without being asked for, and said in the figure's reason.
 *
 * <p><b>Stratum</b>: the gated documents of one source that carry one field of reactions; y = max(value, 0). Strata are
 * never pooled raw. <b>V_engagement</b> of a stratum is exp(b_doom - b_tractable) in the quasi-Poisson regression
 * E[y_i] = exp(x_i'g) sum_k pi_k(i) exp(b_k), solved by Fisher scoring of sum_i z_i (y_i - mu_i) = 0 with z = d ln mu /
 * d(b, g). x holds the logarithm of the document's words and its <i>period</i>: months joined in order until they hold
 * a twelfth of the dated documents and at least 20. pi_k(i) is the word-weighted mean of P(class k | score) over the
 * gated passages, shifted to the stratum's own corrected shares. not_ai is a class of its own where its effective
 * number is at least 10 and belongs to other below that. The mean is linear in the true class, so scores in its place
 * leave it right as long as they are calibrated after the shift and the errors do not depend on engagement given the
 * class (Carroll, Ruppert, Stefanski and Crainiceanu, "Measurement Error in Nonlinear Models", 2006, ch. 4).
 *
 * <p>Where doom or tractable words may be absent from a stratum (under the point's matrix, or more than 2.5 % of the
 * replicates'), the shift is unknown and nothing corrected is identifiable there.
 *
 * <p><b>Its variance</b> is that of the stacked equations of b, g and the shares (Newey and McFadden, Handbook of
 * Econometrics IV, 1994, 6.1), summed by cluster and multiplied by G / (G - 1) (n - 1) / (n - p) as statsmodels does,
 * plus the variance over the replicates' matrices, to first order in the logarithms of the shares. The interval is
 * Student's with G - 1 degrees of freedom (Cameron and Miller, Journal of Human Resources 50, 2015). <b>Clusters</b>
 * are hosts if they, with the copies of each work joined, are at least 40 by Kish's effective number (sum n_g)^2 / sum
 * n_g^2, else works: the coarsest that carry a sandwich, since a finer one misses what a host's documents share.
 *
 * <p><b>Effective documents</b> of a class in a stratum: sum of pi_k(i)^2, each work counted once. At least 10 doom and
 * 10 tractable, or nothing is identifiable. <b>As judged</b>: the same regression over documents cut into pieces of
 * size p_k, so that the classifier's errors pull the ratio to 1.
 *
 * <p><b>Geometric means</b>: the same with least squares of ln(1 + y). <b>Effect size</b>: P(doom > tractable) plus
 * half of P(equal) between documents of a stratum, month and length not held, from an exact histogram in buckets of 1 %
 * by the signed weights A^-1 p, which count each class without bias (Nakamura, Biometrika 77, 1990); the variance is
 * that of the influences by cluster, on the logit scale, plus that over the replicates' matrices. <b>Quantiles</b> come
 * from the same histogram.
 *
 * <p><b>Truncated</b>: values start above 1, and the lowest quarter of an interquartile range (of the logarithms) above
 * the least value holds a twentieth of all, and at least 12. A left tail that thins out, such as the log-normal's,
 * holds far less there; a list admitted by its score has its wall there. Such a stratum's ratio is biased to 1.
 *
 * <p><b>Combination</b>: Paule and Mandel's random effects over sources with the interval of Hartung and Knapp, at
 * least half as long as that of a common effect. The fields of one source are averaged first, as if perfectly
 * correlated.
 *
 * <p><b>Achieved odds</b> of a plan: (mu_doom g_doom) : (mu_tractable g_tractable), where g_k = sum w_i n_i p'_k / sum
 * n_i p'_k is the gain of class k under weights w. A ratio estimator (Cochran, "Sampling Techniques", 1977, ch. 6).
 * The weights are chosen by looking at the scores, so A no longer describes the weighted passages and correcting the
 * weighted masses with it would be biased; the corrected masses at weight one are free of that.
 *
 * <p><b>Drift</b>: the change of the odds of a shard, or of the whole corpus, since the run before, replicate by
 * replicate: d_r = ln odds now - ln odds before. The work weights and the draws of A are the same functions of seed and
 * replicate in both runs, so that what both hold cancels and d_r varies only with what came, went or was judged anew.
 * Where the gated documents are the same, the change is exactly none. The two-sided p-value is 2 (1 + t) / (1 + R), t
 * the lesser number of the R replicates on either side of zero, those at it or undefined on both (Davison and Hinkley,
 * "Bootstrap Methods and their Application", 1997, ch. 4). Where t = 0 the replicates resolve no further: then, if it
 * is less, the normal tail at d_0 / sd(d_r) is taken, without which no single shard of more than 25 could be marked
 * with 1,000 replicates. Shards that changed are marked at a false discovery rate of 5 % by the procedure of Benjamini
 * and Hochberg, judged and corrected odds each by themselves. Runs with another model, gate, seed or number of
 * replicates are not compared: the instrument changed, not only the corpus.
 */
package org.counterweight.virality;

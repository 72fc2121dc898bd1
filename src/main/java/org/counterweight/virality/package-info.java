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
 * <p><b>Shifted probability</b>: p'_k proportional to p_k s_k / q_k, s the corrected shares of the corpus and q the
 * shares for which p is calibrated (Saerens et al., 2002).
 *
 * <p><b>Achieved odds</b> of a plan: (mu_doom g_doom) : (mu_tractable g_tractable), where g_k = sum w_i n_i p'_k / sum
 * n_i p'_k is the gain of class k under weights w. A ratio estimator (Cochran, "Sampling Techniques", 1977, ch. 6).
 * The weights are chosen by looking at the scores, so A no longer describes the weighted passages and correcting the
 * weighted masses with it would be biased; the corrected masses at weight one are free of that.
 */
package org.counterweight.virality;

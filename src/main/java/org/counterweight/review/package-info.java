/**
 * Review: a finished run's judgement checked by people, on a probability sample of its gated passages.
 *
 * <p><b>Frame</b>: every passage that passed the gate, of all documents, whatever it was judged; the run folder lists
 * them ({@code passages/} and {@code not_ai/}), so that it needs neither the corpus nor a cache to be drawn from again.
 *
 * <p><b>Classes</b>: doom, tractable, other (mixed and neutral), not_ai. Of passage i, n_i is its words, p_ik the
 * judged probability of class k, y_ik 1 if a person labels it k and 0 otherwise. M_k = sum of n_i p_ik over the frame
 * is the <b>judged mass</b>, Y_k = sum of n_i y_ik the <b>mass by labels</b>, which is what is estimated; the odds are
 * Y_doom : Y_tractable. Both are facts about this frame: the intervals hold the chance of the draw, and neither which
 * texts happened to be written nor the errors of the person who labels.
 *
 * <p><b>Strata</b>. Linearised, the log odds is the sum of z_i = n_i (y_i,doom / Y_doom - y_i,tractable / Y_tractable).
 * Under the model z_i has expectation e_i (y replaced by p, Y by M) and variance v_i = n_i^2 (p_d (1 - p_d) / M_d^2 +
 * p_t (1 - p_t) / M_t^2 + 2 p_d p_t / (M_d M_t)). A tenth of v_i is taken at the frame's mean probabilities, since
 * models are surest where they are wrong. Passages are divided by the likelier side, each side into bands of its
 * probability, each band into short and long, with cuts that give the parts about equal sums of sqrt(v_i): Wright,
 * "Finite population sampling with multivariate auxiliary information", JASA 78 (1983); Särndal, Swensson and Wretman,
 * "Model Assisted Survey Sampling" (1992), section 12.4.
 *
 * <p><b>Allocation</b>: Neyman's, n_h proportional to N_h S_h, S_h^2 = mean of v_i plus variance of e_i in stratum h
 * (Neyman, Journal of the Royal Statistical Society 97, 1934), at least {@code Allocation.LEAST} where there are as
 * many. <b>Draw</b>: simple random sampling in each stratum: the n_h passages of lowest hash of (seed, shard, row,
 * start, end). A hash of the place and not of the text, since copies of one text must be drawn apart for this to be
 * simple random sampling. The <b>inclusion probability</b> is n_h / N_h, exact.
 *
 * <p><b>Estimators</b>, with m_h labels of the N_h passages of stratum h, and those that are missing taken as missing
 * at random within it:
 *
 * <ul>
 *   <li><b>Horvitz-Thompson</b>: sum over h of N_h x mean of n_i y_ik (Journal of the American Statistical Association
 *       47, 1952);
 *   <li><b>Hájek</b>: the same divided by the estimate of all words and multiplied by their known number;
 *   <li><b>difference</b>, also called prediction-powered: lambda_k M_k + sum over h of N_h x mean of n_i (y_ik -
 *       lambda_k p_ik), with lambda_k in [0, 1] such that its estimated variance is least, so that scores that say
 *       nothing cost nothing: Särndal, Swensson and Wretman, chapter 6; Angelopoulos, Duchi and Zrnic, "PPI++", 2023.
 * </ul>
 *
 * <p><b>Variance</b>: sum over h of N_h^2 (1 - m_h / N_h) s_h^2 / m_h, s_h^2 the sample variance of what is summed: the
 * terms above, for Hájek their residuals, for odds their linearised difference. <b>Intervals</b> are on the scale of
 * the logarithm, with Student's t at Satterthwaite's degrees of freedom (Biometrics Bulletin 2, 1946). A mass needs
 * {@code Estimation.FEWEST} labels of its class.
 */
package org.counterweight.review;

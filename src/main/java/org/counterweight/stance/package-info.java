/**
 * What a passage about AI frames AI as, judged by a classifier that carries its own error rates.
 *
 * <p>Terms, used in this sense throughout:
 *
 * <dl>
 *   <dt>token
 *   <dd>a run of letters and digits, lower-cased, each run of digits folded to {@code 0}, apostrophes and the points of
 *       abbreviations dropped; or one of the marks {@code . ? ! " : # @}, a repeated mark counting once; or a web
 *       address, whatever it is. Emoji and other symbols are no tokens.
 *   <dt>n-gram
 *   <dd>one or two neighbouring tokens. It is known by its <i>bucket</i> alone, a hash of 18 bits: no vocabulary is
 *       kept, so that a model cannot give its training text back.
 *   <dt>raw score
 *   <dd>of class k: {@code z_k = b_k + scale * sum(W_k[bucket]) / sqrt(tokens + 5)}, summed over the occurrences of
 *       n-grams and one bucket for the octave of the length. The weights are 16-bit integers, so the sum is exact.
 *   <dt>calibrated probability
 *   <dd>{@code p_k = softmax(T_k z_k + c_k)}, with T and c fitted to the randomly drawn passages, at natural rates.
 *   <dt>family
 *   <dd>the source a passage comes from, shards of one collection taken together. Cross-validation leaves out whole
 *       families: a score is <i>out of fold</i> if its model saw no passage of the same family.
 *   <dt>drawn at random, enriched, written
 *   <dd>how a passage came to be labelled. Only random draws show natural rates; enriched passages were picked because
 *       some model thought them a stance, and count with an inclusion weight. Written passages were composed to show a
 *       stance: they help to fit weights, and enter no figure, calibration, matrix or threshold.
 *   <dt>inclusion weight
 *   <dd>of passage i in class k: {@code P(random | scores, family) * n_k / sum of these over class k}, n_k the random
 *       draws of the class: a density ratio, raked to the class counts of the random draws. See {@code
 *       InclusionWeights}.
 *   <dt>class
 *   <dd>what a classifier decides among: doom, tractable, neutral, not_ai. Mixed is too rare to learn (7 of 1,996
 *   random draws): it counts as neutral, and a fixed share of the neutral probability is handed to it.
 * </dl>
 */
package org.counterweight.stance;

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
 *   <dt>encoder
 *   <dd>a transformer that gives a text four raw scores by itself, one passage at a time: {@code input_ids} (int64, [1,
 *       n]) to {@code scores} (float32, [1, 4]). It sees the first and the last 127 of more than 254 word pieces, and
 *       the first and the last 4,000 UTF-16 units of a text of more than 8,000. Its files lie in {@code
 *       counterweight-encoder.jar}; it is known by the digest that {@code sha256sum encoder.onnx tokenizer.json |
 *       sha256sum} prints. The same instruction set gives the same scores.
 *   <dt>native memory
 *   <dd>of an encoder, outside the Java heap and once for each JVM: with 12 layers of width 384 in 8-bit integers (34
 *       MB) resident memory grew by 140 MiB when it was opened and by 30 MiB in use by four threads, in 32-bit floats
 *       (133 MB) by 470 and 30 MiB. An executor needs it in {@code spark.executor.memoryOverhead}, whose least (384
 *       MiB) holds the former beside Spark's own needs; 1g is ample.
 *   <dt>fast, accurate, cascade
 *   <dd>the classifiers. Fast is the linear model, accurate {@code z_k = b_k + sum_f W_kf x_f} with x the encoder's
 *       four raw scores and the linear model's four. The cascade is the accurate one where fast p(doom) + p(tractable)
 *       reaches a threshold, the fast one elsewhere; see {@code CascadeThreshold}.
 *   <dt>calibrated probability
 *   <dd>{@code p_k = softmax(T_k z_k + c_k)}, with T and c fitted to the randomly drawn passages, at natural rates.
 *   <dt>family
 *   <dd>the source a passage comes from, shards of one collection taken together. Cross-validation leaves out whole
 *       families: a score is <i>out of fold</i> if its model saw no passage of the same family.
 *   <dt>drawn at random, enriched, chosen, written
 *   <dd>how a passage came to be labelled. Only random draws show natural rates; enriched passages were picked because
 *       some model thought them a stance, and count with an inclusion weight. Chosen passages were picked later, by
 *       models that had learned from these, and written ones were composed to show a stance: they help to fit weights,
 *       and enter no figure, calibration, matrix or threshold. A chosen one is left out with its family.
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

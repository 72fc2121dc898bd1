/**
 * What to sample how often, so that a corpus hits its target.
 *
 * <p>Over the documents about AI ({@link org.counterweight.plan.Candidate candidates}) <i>i</i> with n_i words, t_i and
 * d_i expected true words of the tractable and the doom stance, and base epochs b_i, the plan minimises the
 * divergence <pre>sum n_i (w_i ln(w_i / b_i) - w_i + b_i)</pre> subject to
 *
 * <ul>
 *   <li><b>target</b>: sum w_i a_i = c. <i>Odds</i> r of doom to tractable words: a_i = t_i - d_i / r, c = 0.
 *       <i>Share</i> f of tractable words among all words: a_i = t_i - f n_i, c = f times the base words of all other
 *       documents ({@link org.counterweight.plan.Rest}). <i>Debias</i>: odds, with r the odds at base divided by the
 *       inflation that the data show. Odds and shares are limits from one side: a corpus already there stays at base;
 *   <li><b>floor</b>: w_i &gt;= floor x b_i. The floor is a share of the epochs already planned: 1 means that no
 *       document is met less often than it would have been, and the floor never raises a source's base;
 *   <li><b>max epochs</b>: copies of one work have the sum of their weights at most max(max epochs, copies present).
 *       Each copy's cap is its share by base epochs of that sum, and never below its base; near-copies that score
 *       differently are treated alike;
 *   <li><b>bars</b>: a document below the operating threshold, one that shares 13 words in a row with an evaluation
 *       text, and a synthetic one where these are excluded, have their base as their cap;
 *   <li><b>gain caps</b>: sum over one source (or host, or all synthetic documents) of n_i max(0, w_i - b_i) is at most
 *       the configured share of the
 *       extra words that the same plan would have without gain caps. That limit is a fixed number of words, so the
 *       constraint is convex, and it can never be met by adding words elsewhere only to grow the total.
 * </ul>
 *
 * The solution has the form <pre>w_i = clip(b_i exp(max(0, x_i - m_source - m_host)), floor b_i, cap_i)</pre> for
 * x_i = lambda a_i / n_i &gt; 0 and clip(b_i exp(x_i), ...) otherwise; each m &gt;= 0 belongs to a gain cap and is
 * above zero only where that cap binds. (Minimum discrimination information under linear constraints: Csiszar 1975,
 * "I-divergence geometry of probability distributions and minimization problems".)
 *
 * <p>Weights are published in millionths. Repeats are floor(weight + u), with u in [0, 1) from a hash of seed and key
 * ({@link org.counterweight.plan.Draw}), so that they grow with the weight and nest. Lambda is moved last until the
 * total over the whole repeats misses c by less than one document. A cap <i>binds</i> where at least one weight would
 * move were it lifted alone.
 *
 * <p>Where the target is out of reach, the plan is the one that comes nearest to it
 * (see Search), and the reason names the single caps that would bring it within.
 *
 * <h2>Stages, doses and arms</h2>
 *
 * An {@link org.counterweight.plan.Experiment} plans every stage of a training, in every arm, at every dose; each is a
 * {@link org.counterweight.plan.Variant} with a plan of its own.
 *
 * <ul>
 *   <li><b>stage</b>: base epochs are those of the corpus times the stage's length over the corpus's own, so that a
 *       stage shorter than the corpus meets a document with that probability. Weights are whole millionths of an epoch:
 *       a stage below a thousandth of the corpus is planned coarsely. <b>Caps hold over the sum of the stages</b>:
 *       the base of all stages is set aside first, since the floor keeps it; gains use up what is left of a work's cap
 *       in the order of training. A stage's own max-epochs, at most the plan's, bounds the sum up to that stage, and so
 *       leaves room for later ones. Gain caps hold in each stage and therefore over their sum;
 *   <li><b>dose</b> d: sum n_i (w_i - b_i) = d x the words of the stage at base, with w_i = b_i exp(lambda a_i / n_i)
 *       within the caps and a_i of the target, documents with a_i &lt; 0 at base: of all plans that reach the same
 *       odds without taking anything away, the one of least divergence. The target gives the way and no bound. A dose
 *       is <i>met</i> where the extra words of whole repeats (over those at base) miss it by at most 1 %, as a control
 *       may miss its treatment, or by the shortest document that may gain, since one repeat of it is the least step
 *       there is; otherwise it is not feasible and the reason names both numbers. So that it is met, a few documents
 *       off lambda's own choice are met once more or less, nearest to lambda first. With
 *       {@code debias} that shows no direction there is no way, and weights stay at base;
 *   <li><b>nesting</b>: weights grow with lambda, and where gain caps bind, what a smaller dose gave is the least that
 *       a larger one gives; with one draw for each document, repeats at a smaller dose never exceed those at a larger.
 *       A later stage plans beside what the largest dose of the earlier ones took, whatever its own dose;
 *   <li><b>treatment</b> gains by stance, as above. <b>salience</b>: as many extra words (whole repeats) for the
 *       documents about AI alike, w_i = b_i exp(lambda (1 + nu a_i / n_i)) with a_i = t_i - d_i T / D for the words T
 *       and D at base; nu = 0 unless caps hold some back, and keeps the expected odds at D / T. The operating threshold
 *       does not apply: no stance is claimed; evaluation texts and the synthetic guard do. <b>placebo</b>: documents
 *       not about AI, sharing nothing with evaluation texts and not marked synthetic, of the same
 *       {@link org.counterweight.plan.Cell source and length}, a whole number of times more, with as many words
 *       met at least once, twice, ... more as in the treatment; chosen by a hash of seed and text, so that a
 *       larger dose keeps what a smaller one took. Copies of a text within a source share its cap;
 *   <li>arms match the <b>extra words</b> of the treatment's whole repeats over whole repeats at base: salience and
 *       placebo within 1 %; otherwise they are not feasible and say why.
 * </ul>
 *
 * What is stable when shards are cut, moved or added: a document's draw and a text's place in the order of the placebo,
 * which depend on seed and document alone. Added documents move lambda and how far down the order the placebo goes.
 *
 * <p><b>Costs</b>, over documents about AI: D' = sum over works of U + U R* (1 - exp(-R / R*)), U their words, R + 1
 * the epochs that all their copies are met together, R* = 15.39 ({@link org.counterweight.plan.DataValue}); the value
 * of an extra word is the growth of D' of the works that gain for each word that they gain. Shifts are total
 * variations, half the sum of |share after - share before| over sources, months or length deciles, of the words;
 * deciles hold a tenth of the documents each.
 *
 * <p>Every sum runs in an order of the documents' own hashes, so that nothing depends on the order of arrival.
 */
package org.counterweight.plan;

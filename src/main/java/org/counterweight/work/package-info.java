/**
 * Which texts are near-copies of one another: what the census keeps of a text so that this can be told once the text is
 * gone, and how works are made of it. Every definition of this stage stands here, once.
 *
 * <p><b>Normal words</b> of a text, as a reader sees it (markup looked through): maximal runs of letters and digits in
 * lower case; all else only separates. Ideographs are a word each, since their scripts set no spaces; combining marks
 * are dropped.
 *
 * <p><b>Shingle</b>: five normal words in a row; a text of fewer words is one shingle. Five is what FineWeb uses, and
 * Lee et al., "Deduplicating Training Data Makes Language Models Better", ACL 2022: shorter ones meet by chance in
 * unrelated texts of one subject, longer ones make a single changed word cost more. One changed word costs up to five
 * shingles, so a text of n words with one word changed keeps a Jaccard index of about (n - 9) / (n + 1): at least .8
 * from some 50 words on. Shorter texts are taken for copies only where they differ at an end or not at all, which is
 * meant: short texts resemble one another by chance.
 *
 * <p><b>Sketch</b> of a text: its shingles' 32-bit hashes (of words: {@link
 * org.counterweight.work.NormalWords}) below 2^(32 - L), L the
 * least level at which at most 512 are left (adaptive sampling: Flajolet, "On adaptive sampling", Computing 43, 1990).
 * Texts of up to 512 distinct shingles are at level 0, where the sketch is the whole set. Two sketches are compared at
 * the higher of their levels, where both are the same random sample of all shingles: <b>Jaccard index</b>, shared : all
 * shingles, exactly for short texts (but for equal hashes of unequal shingles, one in 2^32 a pair), and for longer
 * ones with standard error sqrt(J (1 - J) / u), where u, the sampled shingles of both, is seldom below 256: at J = .8
 * at most .025. At most 2 KiB a text, whatever its length.
 *
 * <p><b>Candidates</b>: minimum hashes of the sketch (Broder, "On the resemblance and containment of documents", 1997)
 * by random linear functions modulo 2^64, upper half (Dietzfelbinger, 1996), in <b>bands</b> of <b>rows</b> (Leskovec,
 * Rajaraman and Ullman, "Mining of Massive Datasets", ch. 3). Texts that agree in a whole band meet: with probability
 * 1 - (1 - J^rows)^bands, the S-curve. For a threshold t, rows is the greatest number up to 4 for which at most 12
 * bands let a pair at J = t meet with probability .99 or more; bands is the least number that does. At t = .8 these
 * are 4 rows and 9 bands: <pre>
 *   J      .2    .3    .4    .5    .6    .7    .75   .8    .85   .9    .95
 *   meet   .014  .071  .208  .441  .713  .916  .967  .991  .999  1.00  1.00</pre>
 * A text whose sketch is so full that a longer copy may be a level above shows itself at that level as well.
 *
 * <p><b>Verified pair</b>: met, and Jaccard index of the sketches at or above t. Where many texts meet in one band,
 * each is compared with the least whose bits are all equal, and with the two least that look
 * alike by the lowest bits of the minimum hashes (b-bit minwise hashing: Li and Konig, WWW 2010),
 * looked for among the 32 least; so no meeting costs more than its length.
 *
 * <p><b>Work</b>: texts in descending order of their verified pairs, then by digest; each that is in no work yet leads
 * one, and takes in all texts in none yet that are verified against it. The work bears the digest of its leader. Chains
 * cannot grow: every text of a work is verified against one and the same text, and two of them have an index of at
 * least 2 t - 1, since 1 - J is a metric. So of pairs barely above t some are parted: those whose texts went to
 * different leaders. All copies of one text are one text here. Digests are of texts alone, so works depend neither on
 * the layout of files nor on the engine.
 *
 * <p><b>Print</b> of a passage: 64-bit hash of its normal words in order. <b>Quote</b>: a passage about AI of at least
 * 20 words whose print occurs in documents of two works or more. Passages are whole paragraphs where possible, and
 * quoted ones mostly keep their paragraphs; a quote that was reworded, or joined with other paragraphs into one
 * passage, is missed, so quotes are a lower bound.
 */
package org.counterweight.work;

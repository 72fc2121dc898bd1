/**
 * The published product of a run: rows, statistics, quarantine and the header that ties them together.
 *
 * <p>A <b>run folder</b> holds {@code documents/part-NNNNN.*} and {@code passages/part-NNNNN.*} (the rows, in the same
 * parts), {@code not_ai/part-NNNNN.*} (the passages that passed the gate in documents judged not about AI, so that with
 * {@code passages/} every gated passage is listed), {@code statistics/}, {@code quarantine/}, {@code census/} (what
 * later plans need of the census), {@code report.html}, then {@code manifest.json} naming every one of these with its
 * size and SHA-256, and last {@code _SUCCESS}, which holds the SHA-256 of {@code manifest.json} in the form that
 * {@code sha256sum -c} reads. A folder without {@code _SUCCESS} is not a run.
 *
 * <p>{@code statistics/} holds the figures, under {@code replicates/} the replicates of the log odds of the corpus and
 * each shard, and in {@code drift.jsonl} how these differ from the run before, where there was one. That depends on
 * what else lies in the output folder and not on the input alone, so none of it enters the logical digest.
 *
 * <p>A shard is listed with where it lay and with the digest by which a later command knows its content again.
 *
 * <p>A run that plans several stages, arms or doses holds the first of them itself and each other one in {@code
 * variants/<stage>.<arm>.<dose>/}: {@code documents/}, {@code manifest.json} and {@code _SUCCESS}, a folder that can be
 * verified and read by itself. Passages, statistics and quarantine are the run's. The run's own {@code manifest.json}
 * lists all variants and all their files. In a placebo arm the documents that are not about AI stand among the others,
 * with stance {@code not_ai} and reason {@code placebo}.
 *
 * <p><b>Row order.</b> Shards are named {@code <input number>/<relative path>} and ordered by number, then by the
 * path's code points (which is the order of its UTF-8 bytes); then come rows, then the passages of a row by start and
 * end. The rows of all parts, parts in order, are strictly ascending.
 *
 * <p><b>Logical digest.</b> SHA-256 over the ASCII text {@code counterweight-rows-1} and a line feed, then every
 * document row followed by its passage rows, in row order. A row is the letter {@code d} or {@code p}, then its columns
 * in the order of the file, each as a netstring: the number of bytes in decimal, a colon, the bytes, a comma. Texts are
 * UTF-8; integers are decimal; shares and weights are decimal integers of millionths. How rows are cut into parts,
 * their file format, times and versions do not enter.
 *
 * <p><b>Millionths</b> (1e-6) are the unit of shares and weights inside; files show them as decimal fractions, which is
 * exact in both directions.
 */
package org.counterweight.manifest;

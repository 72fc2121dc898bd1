/**
 * The corpus: finding its shards and reading their records.
 *
 * <p>A <em>shard</em> is one input file; a <em>split</em> the part of it that one task reads; a <em>record</em> what
 * stands at one row of it; a <em>document</em> a record that has text. Every record gets a row number, and is exactly
 * one of:
 *
 * <ul>
 *   <li><em>readable</em>: it has text;
 *   <li><em>empty</em>: its text is null, missing, empty or not a string;
 *   <li><em>refused</em>: it is not JSON, not UTF-8 or too large, and goes to the quarantine.
 * </ul>
 *
 * <p>A shard that cannot be read to its end is <em>damaged</em>: the records before the damage count.
 *
 * <p>A <em>dotted path</em> such as {@code metadata.Post Title} names the field {@code Post Title} of the object
 * {@code metadata}, or else a top-level field of that whole name. Where several paths may hold a field, the first that
 * holds something readable counts; for the text, the first that is not null.
 *
 * <p>Most documents of a corpus are not what is looked for, so that reading one costs only what it takes to know that
 * it is sound and to get its text; the rest is read when asked for.
 */
package org.counterweight.corpus;

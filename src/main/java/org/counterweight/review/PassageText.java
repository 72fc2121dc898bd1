package org.counterweight.review;

/**
 * A drawn passage with its text, as a reader sees it: markup dropped, entities decoded.
 *
 * @param drawn the passage
 * @param before text before it in its document, possibly cut at its start
 * @param text its own
 * @param after text after it, possibly cut at its end
 */
public record PassageText(Sample.Drawn drawn, String before, String text, String after) {}

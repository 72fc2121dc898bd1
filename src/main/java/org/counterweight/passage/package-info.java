/**
 * Passages: what of a document is judged, and whether it is about AI at all.
 *
 * <p><b>View</b>: the text as a reader sees it. Only a text that holds one of the tags {@code p, br, a, div, span,
 * blockquote} is markup; there the ends of blocks and line breaks become an empty line, other tags are dropped, and
 * then HTML5 character references are decoded as browsers do. Any other text is its own view. Offsets that leave this
 * package count Unicode code points of the original text.
 *
 * <p><b>Paragraph</b>: a maximal stretch of the view without a run of white space that holds two line feeds.
 *
 * <p><b>Passage</b>: paragraphs joined by an empty line until they hold 60 words. A paragraph of over 350 words stands
 * alone and is cut at sentence ends (one of {@code .!?}, then white space) into runs of at least 180 words; a run of
 * over 450 words is cut at white space into the fewest equal parts of at most 450. Every character of the view that is
 * not white space belongs to exactly one passage.
 *
 * <p><b>Gate</b>: says of a passage whether it holds a term of a lexicon, or several different weak ones: entries
 * carry points, and those of the weaker kinds count less the longer the passage, since they meet by chance. A
 * <b>token</b> is a maximal run of letters and digits, or one ideograph or kana.
 */
package org.counterweight.passage;

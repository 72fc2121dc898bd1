package org.counterweight.passage;

/**
 * What one pass over a document tells.
 *
 * @param words words of its view, as many as its passages hold together
 * @param admitted whether the gate may admit one of its passages: a no is certain
 */
public record Scan(int words, boolean admitted) {}

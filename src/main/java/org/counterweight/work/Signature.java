package org.counterweight.work;

import java.io.Serializable;

/**
 * How a text shows itself to others at one level.
 *
 * @param bands a key for each band; not to be changed
 * @param bits the lowest bit of each minimum hash
 */
public record Signature(long[] bands, long bits) implements Serializable {}

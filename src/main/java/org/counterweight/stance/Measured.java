package org.counterweight.stance;

import java.io.Serializable;

/**
 * A figure measured out of fold, in millionths, with its 95 % interval.
 *
 * @param name such as {@code doom.average_precision}
 */
public record Measured(String name, int value, int low, int high) implements Serializable {}

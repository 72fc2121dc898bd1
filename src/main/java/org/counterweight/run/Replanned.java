package org.counterweight.run;

import org.counterweight.manifest.Manifest;

/**
 * A run planned on the census of another.
 *
 * @param folder where it lies
 * @param manifest its header
 * @param seconds how long it took
 */
public record Replanned(String folder, Manifest manifest, double seconds) {}

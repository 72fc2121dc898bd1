package org.counterweight.virality;

import java.io.Serializable;

/** Words that are truly doom, tractable, or else about AI, after correcting the classifier's errors; rounded. */
public record CorrectedMass(long doom, long tractable, long other) implements Serializable {}

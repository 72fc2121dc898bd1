package org.counterweight.virality;

import java.io.Serializable;

/**
 * What a user assumes, if anything; null where nothing.
 *
 * @param vCopies of V_copies
 * @param vEngagement of V_engagement
 */
public record Priors(Prior vCopies, Prior vEngagement) implements Serializable {

  /** Nothing is assumed. */
  public static final Priors NONE = new Priors(null, null);

  Figure copies(Figure figure) {
    return vCopies == null ? figure : vCopies.with(figure);
  }

  Figure engagement(Figure figure) {
    return vEngagement == null ? figure : vEngagement.with(figure);
  }
}

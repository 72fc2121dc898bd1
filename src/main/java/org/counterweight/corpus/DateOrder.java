package org.counterweight.corpus;

/** Whether {@code 8/4/2016} is in August or in April. */
public enum DateOrder {
  /** Not said: such a date is read only where one of its numbers is over 12. */
  NONE,
  /** Month first. */
  MDY,
  /** Day first. */
  DMY
}

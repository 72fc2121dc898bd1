package org.counterweight.virality;

/** What counts as one when masses are added up; defined in the package's description. */
enum Level {
  DOCUMENTS,
  WORKS,
  HOSTS,
  DECLARED,
  PAIRS
}

package org.counterweight.virality;

/**
 * What a regression explains reactions by: documents in a fixed order, since its sums are of floating-point numbers.
 *
 * @param reactions y of each document, not negative
 * @param classes P(true class) of each document, by class; each adds up to one
 * @param covariates month and length of each document
 * @param clusters of each document, from 0
 * @param clusterCount how many clusters there are
 * @param split whether a document is cut into pieces, one a class, instead of being a mixture: the figures as judged
 */
record Design(
    double[] reactions, double[][] classes, double[][] covariates, int[] clusters, int clusterCount, boolean split) {

  int documents() {
    return reactions.length;
  }

  int classCount() {
    return classes[0].length;
  }

  int columns() {
    return classCount() + covariates[0].length;
  }

  Design with(double[][] otherClasses) {
    return new Design(reactions, otherClasses, covariates, clusters, clusterCount, split);
  }
}

package org.counterweight.manifest;

import java.util.List;

/**
 * What checking a run found.
 *
 * @param problems what is wrong, in the order of checking; none if the run is as it was published
 * @param files files checked byte by byte
 * @param documents document rows read
 * @param passages passage rows read
 * @param logicalDigest the digest of the rows as read, empty if they could not be read
 */
public record Verified(List<Problem> problems, long files, long documents, long passages, String logicalDigest) {

  public Verified {
    problems = List.copyOf(problems);
  }

  /** Whether the run is as it was published. */
  public boolean ok() {
    return problems.isEmpty();
  }
}

package org.counterweight.plan;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** What the laws of plans are tried on: small corpora of works and their copies, and settings of every kind. */
class PlanDomain extends DomainContextBase {

  @Provide
  Arbitrary<List<Candidate>> corpora() {
    return Corpora.small();
  }

  @Provide
  Arbitrary<PlanSettings> settings() {
    return Corpora.settings();
  }
}

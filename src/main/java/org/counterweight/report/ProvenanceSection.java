package org.counterweight.report;

import org.counterweight.manifest.Manifest;

/** What made these figures, enough to make them again. */
final class ProvenanceSection {

  private ProvenanceSection() {}

  static void write(Html html, Manifest manifest) {
    var made = manifest.provenance();
    HtmlReport.section(html, "Where this comes from", "");
    var facts = Facts.open(html, "Provenance");
    facts.fact("Counterweight", made.version(), made.commit().isEmpty() ? "" : "commit " + made.commit());
    facts.fact("Classifier", made.model(), "SHA-256 " + made.modelDigest());
    facts.fact(
        "Gate", "SHA-256 " + made.gateDigest(),
        made.gateMissesDigest().isEmpty() ? "" : "what it refuses was read: SHA-256 " + made.gateMissesDigest());
    facts.fact("Seed", Long.toString(made.seed()));
    facts.fact("Shards read", Amounts.whole(made.inputs().size()), "listed with their digests in manifest.json");
    facts.fact("Engine", made.engine(), "Java " + made.java() + spark(made.spark()));
    if (!made.census().isEmpty()) {
      facts.fact("Census", "of run " + made.census(), "planned again on it, without the corpus");
    }
    facts.fact("Configuration", "SHA-256 " + made.configurationDigest());
    facts.fact("Logical digest of the rows", manifest.logicalDigest());
    facts.close();
    html.open("details").element("summary", "The whole configuration").open("pre").line();
    made.configuration().lines().forEach(line -> html.text(line).line());
    html.close("pre").close("details").line();
  }

  private static String spark(String version) {
    return version.isEmpty() ? "" : ", Spark " + version;
  }
}

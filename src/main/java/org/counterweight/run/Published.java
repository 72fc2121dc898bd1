package org.counterweight.run;

import java.util.List;
import java.util.Optional;
import org.counterweight.manifest.Manifest;
import org.counterweight.virality.Drift;
import org.counterweight.virality.Statistics;

/**
 * A finished run.
 *
 * @param folder where it lies
 * @param manifest its header
 * @param statistics its figures
 * @param drift against the run before; empty where there was none
 * @param survey what was read
 * @param damage shards that broke off, a message each
 * @param seconds how long it took
 */
public record Published(
    String folder,
    Manifest manifest,
    Statistics statistics,
    Optional<Drift> drift,
    Survey survey,
    List<String> damage,
    double seconds) {}

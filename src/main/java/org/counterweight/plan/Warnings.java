package org.counterweight.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a person should know of a plan before using it, a sentence each.
 *
 * @param weights as planned, in millionths and in canonical order
 * @param scale factor on every weight
 */
record Warnings(Ground ground, PlanSettings settings, int[] weights, double scale) {

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    hostAlarm(sentences);
    counted(
        sentences, ground.candidates().columns().overlaps,
        "share a sequence of words with an evaluation text of plan.exclude and gain nothing");
    if (settings.guards().excludesSynthetic()) {
      counted(sentences, ground.candidates().columns().synthetic, "are marked synthetic and gain nothing");
    }
    return sentences;
  }

  private static void counted(List<String> sentences, boolean[] marked, String what) {
    int count = 0;
    for (boolean one : marked) {
      count += one ? 1 : 0;
    }
    if (count > 0) {
      sentences.add(String.format(Locale.ROOT, "%,d documents about AI %s", count, what));
    }
  }

  private void hostAlarm(List<String> sentences) {
    if (settings.guards().hostAlarm().isEmpty()) {
      return;
    }
    Candidates candidates = ground.candidates();
    Columns columns = candidates.columns();
    double[] gains = new double[candidates.hosts().length];
    double all = 0;
    for (int i = 0; i < weights.length; i++) {
      double gain = Math.max(0, weights[i] - ground.base()[i] * scale) / 1e6 * columns.words[i];
      gains[columns.host[i]] += gain;
      all += gain;
    }
    int most = -1;
    for (int host = 0; host < gains.length; host++) {
      boolean known = !candidates.hosts()[host].isEmpty();
      most = known && (most < 0 || gains[host] > gains[most]) ? host : most;
    }
    double limit = settings.guards().hostAlarm().getAsDouble();
    if (most >= 0 && all >= 1 && gains[most] > limit * all) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "%s carries %.0f %% of the gain (%,.0f of %,.0f words), over plan.alarm.host-share %s; plan.max-gain.host"
                  + " caps it",
              candidates.hosts()[most], 100 * gains[most] / all, gains[most], all, Goal.plain(limit)));
    }
  }
}

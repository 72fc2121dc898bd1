package org.counterweight.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterweight.virality.Estimates;
import org.counterweight.virality.Estimator;
import org.counterweight.virality.Stratum;

/** The strata of the corpus and of its parts, in order of source and field, whatever order they were found in. */
final class StrataFound {

  private static final Comparator<Stratum> ORDER =
      Comparator.comparing(Stratum::source).thenComparing(Stratum::field);

  private final Map<Reactions.Scope, Map<String, List<Stratum>>> strata = new HashMap<>();

  private final Estimator estimator;

  StrataFound(List<Reactions.AllFound> all, Estimator estimator) {
    this.estimator = estimator;
    for (var one : all) {
      for (var found : one.found()) {
        strata.computeIfAbsent(found.scope(), any -> new HashMap<>())
            .computeIfAbsent(found.name(), any -> new ArrayList<>())
            .add(found.stratum());
      }
    }
    strata.values().forEach(names -> names.values().forEach(list -> list.sort(ORDER)));
  }

  private List<Stratum> of(Reactions.Scope scope, String name) {
    return strata.getOrDefault(scope, Map.of()).getOrDefault(name, List.of());
  }

  /** The corpus's estimates with its strata. */
  Estimates corpus(Estimates corpus) {
    return corpus.with(estimator.engagement(of(Reactions.Scope.CORPUS, "")));
  }

  /** Each source's estimates with its strata. */
  List<Estimates> sources(List<Estimates> sources) {
    var all = of(Reactions.Scope.CORPUS, "");
    return sources.stream()
        .map(one -> one.with(estimator.engagement(
            all.stream().filter(stratum -> stratum.source().equals(one.name())).toList())))
        .toList();
  }

  /** Each shard's or month's estimates with the strata in it. */
  List<Estimates> parts(Reactions.Scope scope, List<Estimates> parts) {
    return parts.stream().map(one -> one.with(estimator.engagement(of(scope, one.name())))).toList();
  }
}

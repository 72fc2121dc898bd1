package org.counterweight.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The classifiers of one model file, trained together: the fast one and, where an encoder was at hand, the accurate one
 * and the cascade of both.
 */
public final class ModelSet {

  private final LinearModel fast;
  private final AccurateModel accurate;
  private final CascadeModel cascade;

  private ModelSet(LinearModel fast, AccurateModel accurate, CascadeModel cascade) {
    this.fast = Objects.requireNonNull(fast);
    this.accurate = accurate;
    this.cascade = cascade;
  }

  /** The fast one alone. */
  public static ModelSet of(LinearModel fast) {
    return new ModelSet(fast, null, null);
  }

  /** All three. Each one's digest is that of a file that holds it and what it rests on. */
  static ModelSet of(LinearModel fast, AccurateHeader accurate, CascadeHeader cascade) {
    var sure = new AccurateModel(fast, accurate, ModelFile.digest(fast, accurate, null));
    var both = new CascadeModel(fast, sure, cascade, ModelFile.digest(fast, accurate, cascade));
    return new ModelSet(fast, sure, both);
  }

  /** The linear model. */
  public LinearModel fast() {
    return fast;
  }

  /** The accurate model, if there is one. */
  public Optional<AccurateModel> accurate() {
    return Optional.ofNullable(accurate);
  }

  /** The cascade, if there is one. */
  public Optional<CascadeModel> cascade() {
    return Optional.ofNullable(cascade);
  }

  /** The names of those it holds. */
  public List<String> names() {
    var names = new ArrayList<>(List.of(Models.FAST));
    accurate().ifPresent(model -> names.add(model.name()));
    cascade().ifPresent(model -> names.add(model.name()));
    return List.copyOf(names);
  }
}

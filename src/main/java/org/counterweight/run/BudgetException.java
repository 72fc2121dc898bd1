package org.counterweight.run;

import java.io.IOException;

/** Input that is bad beyond what the configuration bears; nothing is published. */
public final class BudgetException extends IOException {

  public BudgetException(String message) {
    super(message);
  }
}

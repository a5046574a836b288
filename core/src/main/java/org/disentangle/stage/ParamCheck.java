package org.disentangle.stage;

import java.io.Serializable;
import java.util.Locale;
import scala.runtime.AbstractFunction1;

/** The {@code isValid} function of a Param: true, or an error that says what is wrong. */
final class ParamCheck<A> extends AbstractFunction1<A, Object> implements Serializable {

  private final InputErrors errors;
  private final String name;
  private final Allowed<?> allowed;

  ParamCheck(String stage, String name, Allowed<?> allowed) {
    this.errors = new InputErrors(stage);
    this.name = name;
    this.allowed = allowed;
  }

  @Override
  public Object apply(A value) {
    if (allowed.accepts(value)) {
      return true;
    }
    throw errors.parameter(name, value, expectedInsteadOf(value), allowed.advice());
  }

  private String expectedInsteadOf(A value) {
    if (value == null || allowed.type().isInstance(value)) {
      return allowed.expected();
    }
    return String.format(
        Locale.ROOT,
        "%s (%s, not %s)",
        allowed.expected(),
        allowed.type().getSimpleName(),
        value.getClass().getSimpleName());
  }
}

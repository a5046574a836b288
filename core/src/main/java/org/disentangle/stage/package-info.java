/**
 * What every Spark ML stage of this library shares: the declaration of Params ({@link
 * org.disentangle.stage.ParamTable}, {@link org.disentangle.stage.Allowed}, the {@code Has...}
 * interfaces), checks of input schemas, the form of error messages, and persistence.
 *
 * <p>Nothing here knows a concrete stage, a network or a metric; stages live in the packages {@code
 * model}, {@code estimator} and {@code evaluator}.
 */
package org.disentangle.stage;

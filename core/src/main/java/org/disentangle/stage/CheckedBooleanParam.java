package org.disentangle.stage;

import org.apache.spark.ml.param.BooleanParam;
import scala.Function1;

/** A Param of Spark's, which itself accepts null and values of any type, with a check. */
final class CheckedBooleanParam extends BooleanParam {

  private final ParamCheck<Object> check;

  CheckedBooleanParam(String stage, String name, String doc, ParamCheck<Object> check) {
    super(stage, name, doc);
    this.check = check;
  }

  @Override
  public Function1<Object, Object> isValid() {
    return check;
  }
}

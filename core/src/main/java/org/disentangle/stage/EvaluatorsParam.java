// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.DefaultParamsWritable;
import scala.Function1;

/**
 * A Param whose value is an array of Evaluators. It is saved with its stage, as {@code
 * CrossValidator} saves its evaluator: of each the class, the uid and the Params that are set.
 * {@link #isSavable} says whether that is all there is to an Evaluator, as it is for those of this
 * library and of Spark.
 */
public final class EvaluatorsParam extends Param<Evaluator[]> {

  private static final ObjectMapper JSON = new ObjectMapper();

  EvaluatorsParam(String stage, String name, String doc, Function1<Evaluator[], Object> isValid) {
    super(stage, name, doc, isValid);
  }

  /** Whether the Evaluator is no more than its Params. */
  public static boolean isSavable(Evaluator evaluator) {
    return evaluator instanceof DefaultParamsWritable;
  }

  @Override
  public String jsonEncode(Evaluator[] evaluators) {
    ArrayNode all = JSON.createArrayNode();
    for (Evaluator evaluator : evaluators) {
      all.add(StageText.of(evaluator));
    }
    return all.toString();
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if a class is not that of an Evaluator with
   *     a public constructor that takes a uid
   */
  @Override
  public Evaluator[] jsonDecode(String json) {
    List<Evaluator> evaluators = new ArrayList<>();
    InputErrors errors = new InputErrors(parent());
    try {
      for (JsonNode one : JSON.readTree(json)) {
        evaluators.add(StageText.read(one, Evaluator.class, errors, name()));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
    return evaluators.toArray(Evaluator[]::new);
  }
}

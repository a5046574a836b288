// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;

/**
 * What every stage of the library keeps, checked by reflection on one instance. Set some Params of
 * the instance first, so that their persistence is seen.
 *
 * <pre>
 * StageContract.check(new FactorVaeEvaluator().setSeed(7), folder);
 * </pre>
 */
public final class StageContract {

  private final Params stage;
  private final Path folder;

  private StageContract(Params stage, Path folder) {
    this.stage = stage;
    this.folder = folder;
  }

  /** Checks everything that needs no data; {@code folder} is an empty temporary folder. */
  public static void check(Params stage, Path folder) {
    StageContract contract = new StageContract(stage, folder);
    contract.constructors();
    contract.params();
    contract.gettersAndSetters();
    contract.copies();
    contract.javaSerialization();
    contract.persistence();
  }

  /** Checks also that the schema of the output is the one that {@code transformSchema} says. */
  public static void check(Transformer stage, Path folder, Dataset<Row> input) {
    check((Params) stage, folder);
    assertEquals(
        stage.transformSchema(input.schema()).toDDL(), stage.transform(input).schema().toDDL());
    schemaErrorsComeBeforeWork(stage, input);
  }

  /** Checks also that the fitted model belongs to the estimator, and the model itself. */
  public static void check(Estimator<?> stage, Path folder, Dataset<Row> input) {
    check((Params) stage, folder.resolve("estimator"));
    schemaErrorsComeBeforeWork(stage, input);
    Model<?> model = stage.fit(input);
    assertEquals(stage.uid(), model.uid());
    assertSame(stage, model.parent());
    for (Param<?> param : model.params()) {
      if (stage.hasParam(param.name()) && stage.isSet(stage.getParam(param.name()))) {
        assertTrue(model.isSet(param), "value of " + param.name() + " reaches the model");
      }
    }
    assertEquals(
        stage.transformSchema(input.schema()).toDDL(), model.transform(input).schema().toDDL());
    check(model, folder.resolve("model"), input);
  }

  private static void schemaErrorsComeBeforeWork(PipelineStage stage, Dataset<Row> input) {
    Dataset<Row> nothing = input.sparkSession().emptyDataFrame();
    InvalidInputException error =
        assertThrows(InvalidInputException.class, () -> stage.transformSchema(nothing.schema()));
    assertTrue(
        error.getMessage().startsWith(InputErrors.of(stage).stage() + ": "), error.getMessage());
  }

  private void constructors() {
    Class<?> type = stage.getClass();
    assertTrue(Modifier.isPublic(type.getModifiers()), type + " is public");
    if (!(stage instanceof Model)) {
      Params one = assertDoesNotThrow(() -> (Params) type.getConstructor().newInstance());
      Params two = assertDoesNotThrow(() -> (Params) type.getConstructor().newInstance());
      assertFalse(one.uid().equals(two.uid()), "each instance has its own uid");
      Params named =
          assertDoesNotThrow(
              () -> (Params) type.getConstructor(String.class).newInstance("a_name"));
      assertEquals("a_name", named.uid());
      assertEquals("a_name", named.toString());
    }
  }

  private void params() {
    Param<?>[] params = stage.params();
    String[] names = Arrays.stream(params).map(Param::name).toArray(String[]::new);
    assertEquals(
        Arrays.asList(Arrays.stream(names).sorted().distinct().toArray()), Arrays.asList(names));
    for (Param<?> param : params) {
      assertEquals(stage.uid(), param.parent(), param.name());
      assertSame(param, call(stage, param.name()), "accessor " + param.name());
      assertSame(param, stage.getParam(param.name()));
      assertTrue(param.doc().length() > 10, "doc of " + param.name());
    }
    String explained = stage.explainParams();
    for (String name : names) {
      assertTrue(explained.contains(name + ": "), explained);
    }
  }

  private void gettersAndSetters() {
    for (Param<?> param : stage.params()) {
      String suffix =
          param.name().substring(0, 1).toUpperCase(Locale.ROOT) + param.name().substring(1);
      Method getter = assertDoesNotThrow(() -> stage.getClass().getMethod("get" + suffix));
      Method setter =
          Arrays.stream(stage.getClass().getMethods())
              .filter(method -> method.getName().equals("set" + suffix) && !method.isBridge())
              .findFirst()
              .orElseThrow(() -> new AssertionError("no setter of " + param));
      assertEquals(getter.getReturnType(), setter.getParameterTypes()[0], param.name());
      if (stage.isDefined(param)) {
        Object value = call(stage, getter.getName());
        assertTrue(Objects.deepEquals(stage.getOrDefault(param), value), param.name());
        Params copy = stage.copy(ParamMap.empty());
        assertSame(copy, assertDoesNotThrow(() -> setter.invoke(copy, value)), "fluent setter");
        assertTrue(copy.isSet(copy.getParam(param.name())));
      }
    }
  }

  private void copies() {
    Params copy = stage.copy(ParamMap.empty());
    assertSame(stage.getClass(), copy.getClass());
    assertEquals(stage.uid(), copy.uid());
    assertEquals(values(stage), values(copy));
    if (stage instanceof Model<?> model) {
      assertSame(model.parent(), ((Model<?>) copy).parent());
    }
  }

  private void javaSerialization() {
    Params back =
        assertDoesNotThrow(
            () -> {
              ByteArrayOutputStream bytes = new ByteArrayOutputStream();
              new ObjectOutputStream(bytes).writeObject(stage);
              return (Params)
                  new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            });
    assertEquals(values(stage), values(back));
  }

  private void persistence() {
    String path = folder.resolve("stage").toString();
    MLWritable writable = (MLWritable) stage;
    assertDoesNotThrow(() -> writable.save(path));
    assertThrows(IOException.class, () -> writable.save(path));
    assertDoesNotThrow(() -> writable.write().overwrite().save(path));
    MLReader<?> reader = (MLReader<?>) callStatic("read");
    for (Object back : new Object[] {reader.load(path), callStatic("load", path)}) {
      assertSame(stage.getClass(), back.getClass());
      assertEquals(stage.uid(), ((Params) back).uid());
      assertEquals(values(stage), values((Params) back));
    }
  }

  /** Each Param's default and set value, as JSON. */
  public static Map<String, String> values(Params stage) {
    Map<String, String> values = new TreeMap<>();
    for (Param<?> typed : stage.params()) {
      @SuppressWarnings("unchecked") // only encodes values of the Param itself
      Param<Object> param = (Param<Object>) typed;
      values.put(
          param.name(),
          (stage.isSet(param) ? "set " + param.jsonEncode(stage.getOrDefault(param)) : "unset")
              + (stage.hasDefault(param)
                  ? " default " + param.jsonEncode(stage.getDefault(param).get())
                  : ""));
    }
    return values;
  }

  private static Object call(Params stage, String method) {
    return assertDoesNotThrow(() -> stage.getClass().getMethod(method).invoke(stage));
  }

  private Object callStatic(String name, Object... arguments) {
    Class<?>[] types = Arrays.stream(arguments).map(Object::getClass).toArray(Class<?>[]::new);
    return assertDoesNotThrow(
        () -> stage.getClass().getMethod(name, types).invoke(null, arguments));
  }
}

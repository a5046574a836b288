// SPDX-License-Identifier: Apache-2.0
package com.example.connect;

import static org.apache.spark.connect.proto.MlOperator.OperatorType.OPERATOR_TYPE_ESTIMATOR;
import static org.apache.spark.connect.proto.MlOperator.OperatorType.OPERATOR_TYPE_EVALUATOR;
import static org.apache.spark.connect.proto.MlOperator.OperatorType.OPERATOR_TYPE_MODEL;
import static org.apache.spark.connect.proto.MlOperator.OperatorType.OPERATOR_TYPE_TRANSFORMER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.connect.proto.Expression;
import org.apache.spark.connect.proto.MlCommandResult;
import org.apache.spark.connect.proto.MlOperator;
import org.apache.spark.connect.proto.MlParams;
import org.apache.spark.connect.proto.Relation;
import org.sparkproject.com.google.protobuf.ByteString;

/**
 * Every registered stage through a server: loaded from a folder that an earlier version wrote, used,
 * written, loaded again and used again with the same rows or score. Some of Spark's own as well,
 * because one class that the server cannot make would break those. {@code EveryStage PORT ROOT OUT}
 * prints a line per check and ends with 1 if one failed.
 */
public final class EveryStage {

  private static final List<String> SERVICES =
      List.of(
          "transformers/src/main/resources/META-INF/services/org.apache.spark.ml.Transformer",
          "estimators/src/main/resources/META-INF/services/org.apache.spark.ml.Estimator",
          "evaluators/src/main/resources/META-INF/services/org.apache.spark.ml.evaluation.Evaluator");

  private static final String JUDGED =
      "select array(factor_a + id % 3 / 7, factor_b / 3, factor_c - factor_a / 5) as codes,"
          + " factor_a, factor_b, factor_c, array(0.7 - id % 2 * 0.4D, 0.3 + id % 2 * 0.4D) as"
          + " probability, array(id % 5D, id % 7D) as features, id div 2 as pair, id % 2 as label"
          + " from (select id, cast(id % 4 as double) as factor_a, cast(id div 4 % 5 as double) as"
          + " factor_b, cast(id div 20 % 3 as double) as factor_c from range(240))";

  private interface Check {
    String run() throws IOException;
  }

  private final Commands server;
  private final Path saved;
  private final Path out;
  private int failures;

  private EveryStage(Commands server, Path root, Path out) {
    this.server = server;
    this.saved = root.resolve("src-test-data/models/format-1");
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    Path root = Path.of(args[1]);
    Path out = Path.of(args[2]);
    int failures = 0;
    try (Commands server = new Commands(port)) {
      server.await(180);
      EveryStage all = new EveryStage(server, root, out);
      all.check("spark before", () -> all.sparksOwn("before"));
      for (String file : SERVICES) {
        for (String type : Files.readAllLines(root.resolve(file))) {
          if (type.startsWith("org.")) {
            all.check(name(type), () -> all.stage(type, file));
          }
        }
      }
      all.check("fit", all::fitted);
      all.check("spark after", () -> all.sparksOwn("after"));
      failures = all.failures;
    }
    System.out.println(failures == 0 ? "all passed" : failures + " failed");
    System.exit(failures == 0 ? 0 : 1);
  }

  private void check(String name, Check check) {
    try {
      System.out.println("ok    " + name + ": " + check.run());
    } catch (IOException | RuntimeException e) {
      failures++;
      System.out.println("FAIL  " + name + ": " + e.getMessage());
    }
  }

  private String stage(String type, String service) throws IOException {
    if (service.endsWith("Evaluator")) {
      return evaluator(type);
    }
    if (service.endsWith("Estimator")) {
      MlCommandResult.MlOperatorInfo info = reread(type, OPERATOR_TYPE_ESTIMATOR);
      return "loaded, written, loaded: " + info.getParams().getParamsCount() + " Params";
    }
    return name(type).endsWith("Model") ? model(type) : transformer(type);
  }

  private String evaluator(String type) {
    MlCommandResult.MlOperatorInfo info = reread(type, OPERATOR_TYPE_EVALUATOR);
    double score =
        server.evaluate(
            operator(type, info, OPERATOR_TYPE_EVALUATOR),
            info.getParams(),
            Commands.sql(JUDGED));
    require(Double.isFinite(score), "score " + score);
    return String.format(Locale.ROOT, "loaded, written, loaded: score %.4f", score);
  }

  private String transformer(String type) {
    MlCommandResult.MlOperatorInfo info = reread(type, OPERATOR_TYPE_TRANSFORMER);
    Relation input =
        switch (name(type)) {
          case "ArrayImages" ->
              Commands.sql("select transform(sequence(1, 1024), i -> i % 256) as image");
          case "ImagePreparation" -> sprites();
          default -> Commands.sql("select id from range(5)");
        };
    MlOperator operator = operator(type, info, OPERATOR_TYPE_TRANSFORMER);
    List<ByteString> rows =
        server.rows(Commands.transformed(operator, info.getParams(), input));
    return "loaded, written, loaded, transforms: " + bytes(rows);
  }

  private String model(String type) {
    MlOperator operator = Commands.operator(type, "", OPERATOR_TYPE_MODEL);
    MlCommandResult.MlOperatorInfo first = server.read(operator, folder(type));
    String model = first.getObjRef().getId();
    Relation images = name(type).equals("OoganModel") ? sprites() : small();
    List<ByteString> rows = server.rows(Commands.transformed(model, images));
    String path = out.resolve(name(type)).toString();
    server.writeModel(model, path);
    MlCommandResult.MlOperatorInfo second = server.read(operator, path);
    require(first.getUid().equals(second.getUid()), "another uid " + second.getUid());
    require(first.getParams().equals(second.getParams()), "other Params");
    require(
        rows.equals(server.rows(Commands.transformed(second.getObjRef().getId(), images))),
        "other rows");
    return "loaded, transforms, written, loaded, same rows: "
        + bytes(rows)
        + "; "
        + server.fetch(model, "toString").getParam().getString();
  }

  /** Loads, writes and loads a stage that is no model. */
  private MlCommandResult.MlOperatorInfo reread(String type, MlOperator.OperatorType kind) {
    MlCommandResult.MlOperatorInfo first =
        server.read(Commands.operator(type, "", kind), folder(type));
    String path = out.resolve(name(type)).toString();
    server.write(operator(type, first, kind), first.getParams(), path);
    MlCommandResult.MlOperatorInfo second = server.read(Commands.operator(type, "", kind), path);
    require(first.getUid().equals(second.getUid()), "another uid " + second.getUid());
    require(first.getParams().equals(second.getParams()), "other Params");
    return second;
  }

  /** Fits, transforms, writes, loads, transforms. */
  private String fitted() {
    String type = "org.disentangle.estimator.InfoGanCr";
    MlParams params =
        MlParams.newBuilder()
            .putParams("preset", text("small32"))
            .putParams("numCodes", whole(3))
            .putParams("numWorkers", whole(2))
            .putParams("batchSize", whole(4))
            .putParams("maxIter", whole(2))
            .putParams("checkpointDir", text(out.resolve("checkpoints").toString()))
            .putParams("checkpointInterval", whole(1))
            .build();
    int before = server.progress();
    String model =
        server.fit(Commands.operator(type, "fitted", OPERATOR_TYPE_ESTIMATOR), params, sprites());
    int progress = server.progress() - before;
    List<ByteString> rows = server.rows(Commands.transformed(model, sprites()));
    String path = out.resolve("Fitted").toString();
    server.writeModel(model, path);
    MlCommandResult.MlOperatorInfo loaded =
        server.read(
            Commands.operator("org.disentangle.model.InfoGanCrModel", "", OPERATOR_TYPE_MODEL),
            path);
    require(
        rows.equals(
            server.rows(Commands.transformed(loaded.getObjRef().getId(), sprites()))),
        "other rows");
    require(Files.isDirectory(out.resolve("checkpoints")), "no checkpoints");
    return "fitted, transforms, written, loaded, same rows: "
        + bytes(rows)
        + "; checkpoints are there; "
        + progress
        + " messages of progress; summary "
        + refusal(() -> server.fetch(model, "summary").toString());
  }

  private String sparksOwn(String when) {
    Relation plain = Commands.sql("select id, cast(id % 2 as double) as label from range(20)");
    MlOperator assembler =
        Commands.operator(
            "org.apache.spark.ml.feature.VectorAssembler", "assembled", OPERATOR_TYPE_TRANSFORMER);
    MlParams columns =
        MlParams.newBuilder()
            .putParams("inputCols", texts("id", "label"))
            .putParams("outputCol", text("features"))
            .build();
    Relation vectors = Commands.transformed(assembler, columns, plain);
    MlOperator regression =
        Commands.operator(
            "org.apache.spark.ml.classification.LogisticRegression",
            "regression",
            OPERATOR_TYPE_ESTIMATOR);
    String model = server.fit(regression, MlParams.getDefaultInstance(), vectors);
    String path = out.resolve("spark-" + when).toString();
    server.writeModel(model, path);
    MlCommandResult.MlOperatorInfo loaded =
        server.read(
            Commands.operator(
                "org.apache.spark.ml.classification.LogisticRegressionModel",
                "",
                OPERATOR_TYPE_MODEL),
            path);
    Relation judged = Commands.transformed(loaded.getObjRef().getId(), vectors);
    double score =
        server.evaluate(
            Commands.operator(
                "org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator",
                "judge",
                OPERATOR_TYPE_EVALUATOR),
            MlParams.getDefaultInstance(),
            judged);
    require(score > 0.9, "score " + score);
    return String.format(
        Locale.ROOT, "assembled, fitted, written, loaded, transforms, score %.2f", score);
  }

  /** Squares (label 0) and hearts (1) in one order. */
  private static Relation sprites() {
    Relation.Builder source = Relation.newBuilder();
    source
        .getReadBuilder()
        .getDataSourceBuilder()
        .setFormat("dsprites")
        .putAllOptions(
            Map.of(
                "imageSize", "32",
                "factors", "shape,posX,posY",
                "shape", "0,2",
                "posX", "0:31:8",
                "posY", "0:31:8"));
    Relation.Builder relation = Relation.newBuilder();
    relation
        .getProjectBuilder()
        .setInput(source)
        .addExpressions(expression("image"))
        .addExpressions(expression("cast(factor_shape / 2 as int) as label"));
    return relation.build();
  }

  /** Images of 8 x 8 pixels, which most of the saved models take. */
  private static Relation small() {
    MlParams params =
        MlParams.newBuilder()
            .putParams("channels", whole(1))
            .putParams("height", whole(8))
            .putParams("width", whole(8))
            .build();
    Relation numbers =
        Commands.sql(
            "select id, transform(sequence(1, 64), i -> (i * 37 + id * 11) % 256) as image"
                + " from range(6)");
    MlOperator images =
        Commands.operator(
            "org.disentangle.model.ArrayImages", "arrayImages", OPERATOR_TYPE_TRANSFORMER);
    Relation.Builder relation = Relation.newBuilder();
    relation
        .getProjectBuilder()
        .setInput(Commands.transformed(images, params, numbers))
        .addExpressions(expression("prepared as image"));
    return relation.build();
  }

  private static Expression expression(String text) {
    Expression.Builder expression = Expression.newBuilder();
    expression.getExpressionStringBuilder().setExpression(text);
    return expression.build();
  }

  private static Expression.Literal text(String value) {
    return Expression.Literal.newBuilder().setString(value).build();
  }

  private static Expression.Literal whole(int value) {
    return Expression.Literal.newBuilder().setInteger(value).build();
  }

  private static Expression.Literal texts(String... values) {
    Expression.Literal.Builder literal = Expression.Literal.newBuilder();
    for (String value : values) {
      literal.getArrayBuilder().addElements(text(value));
    }
    literal.getArrayBuilder().getElementTypeBuilder().getStringBuilder();
    return literal.build();
  }

  private static MlOperator operator(
      String type, MlCommandResult.MlOperatorInfo info, MlOperator.OperatorType kind) {
    return Commands.operator(type, info.getUid(), kind);
  }

  private String folder(String type) {
    return saved.resolve(name(type)).toString();
  }

  private static String name(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private static String bytes(List<ByteString> rows) {
    return rows.stream().mapToInt(ByteString::size).sum() + " bytes";
  }

  private static String refusal(Check check) {
    try {
      return check.run();
    } catch (IOException | RuntimeException e) {
      return "is refused: " + e.getMessage();
    }
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalStateException(problem);
    }
  }
}

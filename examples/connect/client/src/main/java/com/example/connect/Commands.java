// SPDX-License-Identifier: Apache-2.0
package com.example.connect;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.apache.spark.connect.proto.Command;
import org.apache.spark.connect.proto.ExecutePlanRequest;
import org.apache.spark.connect.proto.ExecutePlanResponse;
import org.apache.spark.connect.proto.Fetch;
import org.apache.spark.connect.proto.MlCommand;
import org.apache.spark.connect.proto.MlCommandResult;
import org.apache.spark.connect.proto.MlOperator;
import org.apache.spark.connect.proto.MlParams;
import org.apache.spark.connect.proto.MlRelation;
import org.apache.spark.connect.proto.ObjectRef;
import org.apache.spark.connect.proto.Plan;
import org.apache.spark.connect.proto.Relation;
import org.apache.spark.connect.proto.SparkConnectServiceGrpc;
import org.apache.spark.connect.proto.UserContext;
import org.sparkproject.com.google.protobuf.ByteString;
import org.sparkproject.io.grpc.ManagedChannel;
import org.sparkproject.io.grpc.ManagedChannelBuilder;
import org.sparkproject.io.grpc.StatusRuntimeException;

/** One session with a server of Spark Connect: the commands of machine learning, as messages. */
final class Commands implements AutoCloseable {

  private static final int MEGABYTES_128 = 128 << 20;

  private final ManagedChannel channel;
  private final SparkConnectServiceGrpc.SparkConnectServiceBlockingStub server;
  private final String session = UUID.randomUUID().toString();
  private int progress;

  Commands(int port) {
    channel =
        ManagedChannelBuilder.forAddress("127.0.0.1", port)
            .usePlaintext()
            .maxInboundMessageSize(MEGABYTES_128)
            .build();
    server = SparkConnectServiceGrpc.newBlockingStub(channel);
  }

  /** Waits until the server answers, at most that long. */
  void await(int seconds) throws InterruptedException {
    for (int i = 0; ; i++) {
      try {
        rows(sql("select 1"));
        return;
      } catch (StatusRuntimeException e) {
        if (i == seconds) {
          throw e;
        }
        Thread.sleep(1000);
      }
    }
  }

  /** How many messages of progress came so far. */
  int progress() {
    return progress;
  }

  static Relation sql(String query) {
    Relation.Builder relation = Relation.newBuilder();
    relation.getSqlBuilder().setQuery(query);
    return relation.build();
  }

  static MlOperator operator(String type, String uid, MlOperator.OperatorType kind) {
    return MlOperator.newBuilder().setName(type).setUid(uid).setType(kind).build();
  }

  /** A reference to the model. */
  String fit(MlOperator estimator, MlParams params, Relation rows) {
    MlCommand.Builder command = MlCommand.newBuilder();
    command.getFitBuilder().setEstimator(estimator).setParams(params).setDataset(rows);
    return ml(command).getOperatorInfo().getObjRef().getId();
  }

  double evaluate(MlOperator evaluator, MlParams params, Relation rows) {
    MlCommand.Builder command = MlCommand.newBuilder();
    command.getEvaluateBuilder().setEvaluator(evaluator).setParams(params).setDataset(rows);
    return ml(command).getParam().getDouble();
  }

  MlCommandResult.MlOperatorInfo read(MlOperator operator, String path) {
    MlCommand.Builder command = MlCommand.newBuilder();
    command.getReadBuilder().setOperator(operator).setPath(path);
    return ml(command).getOperatorInfo();
  }

  void write(MlOperator operator, MlParams params, String path) {
    MlCommand.Builder command = MlCommand.newBuilder();
    command.getWriteBuilder().setOperator(operator).setParams(params).setPath(path);
    ml(command);
  }

  void writeModel(String model, String path) {
    MlCommand.Builder command = MlCommand.newBuilder();
    command.getWriteBuilder().setObjRef(reference(model)).setPath(path);
    ml(command);
  }

  MlCommandResult fetch(String model, String method) {
    MlCommand.Builder command = MlCommand.newBuilder();
    command
        .getFetchBuilder()
        .setObjRef(reference(model))
        .addMethods(Fetch.Method.newBuilder().setMethod(method));
    return ml(command);
  }

  static Relation transformed(MlOperator transformer, MlParams params, Relation rows) {
    MlRelation.Builder ml = MlRelation.newBuilder();
    ml.getTransformBuilder().setTransformer(transformer).setParams(params).setInput(rows);
    return Relation.newBuilder().setMlRelation(ml).build();
  }

  static Relation transformed(String model, Relation rows) {
    MlRelation.Builder ml = MlRelation.newBuilder();
    ml.getTransformBuilder().setObjRef(reference(model)).setInput(rows);
    return Relation.newBuilder().setMlRelation(ml).build();
  }

  private static ObjectRef reference(String id) {
    return ObjectRef.newBuilder().setId(id).build();
  }

  /** All rows, as they came: blocks of Arrow. */
  List<ByteString> rows(Relation relation) {
    List<ByteString> blocks = new ArrayList<>();
    for (ExecutePlanResponse each : execute(Plan.newBuilder().setRoot(relation).build())) {
      if (each.hasArrowBatch() && each.getArrowBatch().getRowCount() > 0) {
        blocks.add(each.getArrowBatch().getData());
      }
    }
    return blocks;
  }

  private MlCommandResult ml(MlCommand.Builder command) {
    Plan plan =
        Plan.newBuilder().setCommand(Command.newBuilder().setMlCommand(command)).build();
    MlCommandResult result = MlCommandResult.getDefaultInstance();
    for (ExecutePlanResponse each : execute(plan)) {
      if (each.hasMlCommandResult()) {
        result = each.getMlCommandResult();
      }
    }
    return result;
  }

  private List<ExecutePlanResponse> execute(Plan plan) {
    ExecutePlanRequest request =
        ExecutePlanRequest.newBuilder()
            .setSessionId(session)
            .setUserContext(UserContext.newBuilder().setUserId("client"))
            .setPlan(plan)
            .build();
    List<ExecutePlanResponse> all = new ArrayList<>();
    for (Iterator<ExecutePlanResponse> each = server.executePlan(request); each.hasNext(); ) {
      all.add(each.next());
    }
    progress += (int) all.stream().filter(ExecutePlanResponse::hasExecutionProgress).count();
    return all;
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}

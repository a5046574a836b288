// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import org.bytedeco.javacpp.Loader;
import org.disentangle.net.onednn.Bfloat16Support;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.slf4j.LoggerFactory;

/**
 * Which code computes the passes. On x86-64 processors single-precision networks run on oneDNN
 * directly; everything else (double precision, CUDA, other processors) runs layer by layer on ND4J.
 * The system property {@value #PROPERTY} set to {@code nd4j} asks for the latter everywhere.
 */
public final class Engine {

  /** {@code auto} (default) or {@code nd4j}. */
  public static final String PROPERTY = "disentangle.engine";

  private static final boolean ONE_DNN_LOADS = oneDnnLoads();

  private static final WorkspaceConfiguration BATCH =
      WorkspaceConfiguration.builder()
          .initialSize(0)
          .policyLearning(LearningPolicy.FIRST_LOOP)
          .policyAllocation(AllocationPolicy.OVERALLOCATE)
          .overallocationLimit(0.2)
          .policySpill(SpillPolicy.REALLOCATE)
          .build();

  /** See {@link #batchScope}. */
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  private Engine() {}

  /** Whether passes of this type run on oneDNN here. */
  public static boolean usesOneDnn(DataType type) {
    return ONE_DNN_LOADS
        && type == DataType.FLOAT
        && Nd4j.getBackend().getEnvironment().isCPU()
        && !"nd4j".equals(System.getProperty(PROPERTY));
  }

  /**
   * Refuses what cannot be computed here.
   *
   * @throws org.disentangle.error.InvalidInputException for bfloat16, with the reason
   */
  static void require(DataType type) {
    if (type == DataType.BFLOAT16) {
      Precision.BFLOAT16.requireHere();
    }
  }

  /** Whatever decides here whether {@link Precision#BFLOAT16} can be computed. */
  static Precision.Machine machine() {
    return new Precision.Machine(
        ONE_DNN_LOADS,
        Nd4j.getBackend().getEnvironment().isCPU(),
        "nd4j".equals(System.getProperty(PROPERTY)),
        ONE_DNN_LOADS && Bfloat16Support.onThisProcessor());
  }

  /** The type of the arrays of a network that computes in a given one. */
  public static DataType arrays(DataType type) {
    return type == DataType.BFLOAT16 ? DataType.FLOAT : type;
  }

  /**
   * Keeps the calling thread's array operations, and all matrix products of this JVM, on one
   * thread: one Spark task computes on one core.
   */
  public static void useOneThread() {
    OneBlasThread.ensure();
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
  }

  /**
   * Asks once per JVM: each time the library is looked for again, which takes half a millisecond.
   */
  private static final class OneBlasThread {

    static {
      Nd4j.getBackend();
      Nd4j.factory().blas().setMaxThreads(1);
    }

    static void ensure() {}
  }

  /**
   * The scope of the work on one batch. On oneDNN, where only small arrays are made in it, these
   * share memory that the next batch uses again, so that native memory does not wait for the
   * garbage collector. Arrays made inside must not be used after it.
   */
  public static Scope batchScope(DataType type) {
    return usesOneDnn(type)
        ? Nd4j.getWorkspaceManager().getAndActivateWorkspace(BATCH, "DISENTANGLE_BATCH")::close
        : () -> {};
  }

  private static boolean oneDnnLoads() {
    try {
      Loader.load(org.bytedeco.dnnl.global.dnnl.class);
      return true;
    } catch (LinkageError | RuntimeException e) {
      LoggerFactory.getLogger(Engine.class).info("oneDNN is not available here", e);
      return false;
    }
  }
}

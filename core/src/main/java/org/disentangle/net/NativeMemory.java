// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Memory of this process outside the Java heap. */
public final class NativeMemory {

  /** Share of a limit of JavaCPP from which on memory is scarce. */
  private static final double SCARCE = 0.9;

  private NativeMemory() {}

  /** Bytes of the arrays and networks that are alive, or not yet freed. */
  public static long arrayBytes() {
    return Pointer.totalBytes();
  }

  /** Bytes the whole process holds, heap and all, by the operating system's count. */
  public static long processBytes() {
    return Pointer.physicalBytes();
  }

  /**
   * Makes something that takes memory. Where that would come near a limit of JavaCPP, whatever lies
   * idle in this JVM is closed first; where it fails nevertheless, once more.
   *
   * @param bytes outside the heap that it takes, about
   * @throws OutOfMemoryError if there is not enough even then
   */
  public static <T> T making(long bytes, Supplier<T> maker) {
    if (isScarceWith(bytes)) {
      IdleShelf.JVM.closeAll();
    }
    try {
      return maker.get();
    } catch (OutOfMemoryError e) {
      if (IdleShelf.JVM.closeAll() == 0) {
        throw e;
      }
      return maker.get();
    }
  }

  private static boolean isScarceWith(long bytes) {
    return exceeds(Pointer.totalBytes() + bytes, Pointer.maxBytes())
        || exceeds(Pointer.physicalBytes() + bytes, Pointer.maxPhysicalBytes());
  }

  /** A limit of 0 means no limit. */
  private static boolean exceeds(long bytes, long limit) {
    return limit > 0 && bytes > SCARCE * limit;
  }

  /** Bytes of an array's elements. */
  static long bytes(INDArray array) {
    return array == null ? 0 : array.length() * array.dataType().width();
  }

  /**
   * Frees what a graph holds now and not when the garbage collector finds it: its parameters, their
   * gradients and the optimiser's state. It must not be used any more.
   */
  public static void free(ComputationGraph graph) {
    free(graph.params());
    free(graph.getFlattenedGradients());
    if (graph.getUpdater(false) != null) {
      free(graph.getUpdater(false).getStateViewArray());
    }
  }

  /** Frees an array's elements now. Views are left to the array that they are of. */
  public static void free(INDArray array) {
    if (array != null && array.closeable()) {
      array.close();
    }
  }
}

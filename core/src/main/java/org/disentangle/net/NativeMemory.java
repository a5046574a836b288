package org.disentangle.net;

import org.bytedeco.javacpp.Pointer;

/** Memory of this process outside the Java heap. */
public final class NativeMemory {

  private NativeMemory() {}

  /** Bytes of the arrays and networks that are alive, or not yet freed. */
  public static long arrayBytes() {
    return Pointer.totalBytes();
  }

  /** Bytes the whole process holds, heap and all, by the operating system's count. */
  public static long processBytes() {
    return Pointer.physicalBytes();
  }
}

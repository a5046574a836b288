package org.disentangle.net;

/** Something that holds memory outside the Java heap and can serve one task after another. */
public interface Reusable extends AutoCloseable {

  /** Bytes outside the Java heap that it holds now. */
  long nativeBytes();

  /** Frees them; it must not be used any more. */
  @Override
  void close();
}

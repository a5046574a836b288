// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Objects of one JVM that are expensive to make and serve one task at a time, such as live
 * networks. One that is taken belongs to its task until it is given back. Those that lie idle are
 * closed after a minute; earlier, the longest unused first, where all pools together hold more than
 * a sixteenth of what JavaCPP may allocate ({@code org.bytedeco.javacpp.maxBytes}, by default as
 * much as the Java heap); and at once where memory runs out.
 *
 * @param <K> what equal things are made from
 */
public final class IdlePool<K, S extends IdlePool.Reusable> {

  private final Function<K, S> opener;
  private final Duration warm;
  private final IdleShelf shelf;

  /** The tasks of a job, which follow one another at once, find what those before them made. */
  private static final Duration BETWEEN_TASKS = Duration.ofSeconds(2);

  /**
   * @param opener makes a thing where none is idle
   */
  public IdlePool(Function<K, S> opener) {
    this(opener, BETWEEN_TASKS);
  }

  /**
   * @param opener makes a thing where none is idle
   * @param warm how long a thing is kept whatever others need, as one is likely to be wanted soon;
   *     only where memory runs out it is closed
   */
  public IdlePool(Function<K, S> opener, Duration warm) {
    this(opener, warm, IdleShelf.JVM);
  }

  IdlePool(Function<K, S> opener, Duration warm, IdleShelf shelf) {
    this.opener = opener;
    this.warm = warm;
    this.shelf = shelf;
  }

  Duration warm() {
    return warm;
  }

  /**
   * An idle one made from an equal key on the same device, or a new one.
   *
   * @param device empty where there is only one
   */
  @SuppressWarnings("unchecked") // what lies at a place of this pool was given back to it
  public S take(K key, OptionalInt device) {
    return shelf
        .take(place(key, device))
        .map(idle -> (S) idle)
        .orElseGet(() -> NativeMemory.making(0, () -> opener.apply(key)));
  }

  /** Gives a healthy one back; one that failed is to be closed instead. */
  public void giveBack(K key, OptionalInt device, S opened) {
    shelf.add(place(key, device), opened);
  }

  private IdleShelf.PoolKey place(K key, OptionalInt device) {
    return new IdleShelf.PoolKey(this, key.hashCode(), key, device);
  }

  /** Closes the idle ones made from a key, on any device. */
  public void close(K key) {
    shelf.close(this, key);
  }

  /** Something that holds memory outside the Java heap and can serve one task after another. */
  public interface Reusable extends AutoCloseable {

    /** Bytes outside the Java heap that it holds now. */
    long nativeBytes();

    /** Frees them; it must not be used any more. */
    @Override
    void close();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCRATCHPAD;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx2;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_mic;
import static org.bytedeco.dnnl.global.dnnl.dnnl_get_effective_cpu_isa;

import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.dnnl.dnnl_memory_handle;
import org.bytedeco.dnnl.dnnl_post_ops_handle;
import org.bytedeco.dnnl.dnnl_primitive_attr_handle;
import org.bytedeco.dnnl.dnnl_primitive_desc_handle;
import org.bytedeco.dnnl.dnnl_primitive_handle;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl.scratchpad_mode;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.disentangle.net.NativeMemory;
import org.disentangle.net.onednn.Stage.Program;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** oneDNN's processor engine: memory, layouts and the execution of primitives. */
final class Device implements AutoCloseable {

  /** One primitive with its arguments. */
  private record Call(primitive primitive, IntMemoryMap arguments, stream stream)
      implements Runnable {
    @Override
    public void run() {
      primitive.execute(stream, arguments);
    }
  }

  /** Bytes of a cache line and of the widest vector. */
  private static final long ALIGNMENT = 64;

  private static final int AVX512_BITS =
      (dnnl_cpu_isa_avx512_core | dnnl_cpu_isa_avx512_mic) & ~dnnl_cpu_isa_avx2;

  /**
   * Channels side by side in the layouts that are fast on this processor: a vector register of
   * floats, so 16 with AVX-512 and 8 without. For other blocks oneDNN has only its reference code.
   */
  static final int BLOCK = (dnnl_get_effective_cpu_isa() & AVX512_BITS) != 0 ? 16 : 8;

  /** One of the JVM: primitives that oneDNN keeps for later ones of the same kind refer to it. */
  private static final engine ENGINE = new engine(org.bytedeco.dnnl.engine.kind.cpu, 0);

  /** What oneDNN makes while something is compiled; all of it holds native memory. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no generic arrays
  private static final Class<? extends Pointer>[] OWNED =
      new Class[] {
        dnnl_memory_handle.class,
        dnnl_primitive_handle.class,
        dnnl_primitive_desc_handle.class,
        dnnl_primitive_attr_handle.class,
        dnnl_post_ops_handle.class,
        memory.desc.class,
        IntMemoryMap.class
      };

  private final stream stream = new stream(ENGINE);
  private final List<BytePointer> buffers = new ArrayList<>();
  private final List<INDArray> arrays = new ArrayList<>();
  private final Deque<PointerScope> owned = new ArrayDeque<>();
  private final Scratchpad scratchpad = new Scratchpad(ENGINE, this::aligned);

  private final Layouts values;

  /** A device that computes in single precision. */
  Device() {
    this(Layouts.FLOATS);
  }

  /**
   * @param values what products take and give
   */
  Device(Layouts values) {
    this.values = values;
  }

  /** Layouts of what products take and give. */
  Layouts values() {
    return values;
  }

  static engine engine() {
    return ENGINE;
  }

  /**
   * While this is open, what oneDNN makes on the calling thread is this device's and lives until
   * the device is closed. Without it, it waits for a garbage collection that may be long in coming,
   * as the heap hardly feels it.
   */
  PointerScope owning() {
    PointerScope scope = new PointerScope(OWNED).extend();
    owned.push(scope);
    return scope;
  }

  /** A new array of zeros, which lives until this device is closed. */
  INDArray array(long... sizes) {
    INDArray array = Nd4j.create(DataType.FLOAT, sizes);
    arrays.add(array);
    return array;
  }

  /** Bytes of all memory and arrays made here. */
  long nativeBytes() {
    return buffers.stream().mapToLong(BytePointer::capacity).sum()
        + arrays.stream().mapToLong(INDArray::length).sum() * Float.BYTES;
  }

  /** Attributes of every primitive: it gets its working space from {@link #call}. */
  static primitive_attr attributes() {
    primitive_attr attributes = new primitive_attr();
    attributes.set_scratchpad_mode(scratchpad_mode.user);
    return attributes;
  }

  /**
   * New memory, which lives until this device is closed; counted by JavaCPP as ND4J's own arrays
   * are.
   */
  memory allocate(memory.desc layout) {
    return new memory(layout, ENGINE, aligned(layout.get_size()));
  }

  private Pointer aligned(long size) {
    BytePointer buffer =
        NativeMemory.making(size + ALIGNMENT, () -> new BytePointer(size + ALIGNMENT));
    buffers.add(buffer);
    return buffer.getPointer(Math.floorMod(-buffer.address(), ALIGNMENT));
  }

  /** Frees all memory; nothing compiled for this device may run any more. */
  @Override
  public void close() {
    owned.forEach(PointerScope::deallocate);
    owned.clear();
    stream.deallocate();
    buffers.forEach(BytePointer::deallocate);
    buffers.clear();
    arrays.forEach(NativeMemory::free);
    arrays.clear();
  }

  /** Memory over the elements of an array, which must be contiguous and stay alive. */
  memory over(INDArray array, memory.desc layout) {
    return new memory(layout, ENGINE, array.data().addressPointer());
  }

  /** The same bytes under another layout. */
  memory view(memory source, memory.desc layout) {
    return new memory(layout, ENGINE, source.get_data_handle());
  }

  /** The floats of a memory, in its own layout. */
  static FloatBuffer floats(memory source) {
    long length = source.get_desc().get_size() / Float.BYTES;
    return new FloatPointer(source.get_data_handle()).capacity(length).asBuffer();
  }

  /**
   * A primitive ready to run, on any thread: argument identifiers and memories in turn.
   *
   * @throws IllegalStateException if it was not made with {@link #attributes}
   */
  Runnable call(primitive primitive, Object... arguments) {
    IntMemoryMap map = new IntMemoryMap();
    for (int i = 0; i < arguments.length; i += 2) {
      map.put((Integer) arguments[i], (memory) arguments[i + 1]);
    }
    map.put(DNNL_ARG_SCRATCHPAD, scratchpad.of(primitive));
    return new Call(primitive, map, stream);
  }

  /** Copies between layouts. */
  Runnable copy(memory from, memory to) {
    return reorder(from, to, attributes());
  }

  /** Adds to the target, converting the layout. */
  Runnable add(memory from, memory to) {
    post_ops sum = new post_ops();
    sum.append_sum();
    primitive_attr attributes = attributes();
    attributes.set_post_ops(sum);
    return reorder(from, to, attributes);
  }

  /** Copies values times a factor, converting their type. */
  Runnable scaled(memory from, memory to, float factor) {
    primitive_attr attributes = attributes();
    attributes.set_output_scales(0, new float[] {factor});
    return reorder(from, to, attributes);
  }

  private Runnable reorder(memory from, memory to, primitive_attr attributes) {
    reorder primitive =
        new reorder(
            new reorder.primitive_desc(
                ENGINE, from.get_desc(), ENGINE, to.get_desc(), attributes, false));
    return call(
        primitive,
        org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM,
        from,
        org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO,
        to);
  }

  /** The memory itself where it has the layout asked for, or a copy that {@code program} makes. */
  memory in(memory.desc layout, memory source, Program program) {
    if (source.get_desc().equals(layout)) {
      return source;
    }
    memory converted = allocate(layout);
    program.add(copy(source, converted));
    return converted;
  }
}

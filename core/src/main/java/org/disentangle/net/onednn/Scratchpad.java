// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_get_scratchpad_mode;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_get_attr;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_scratchpad_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_scratchpad_mode_user;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.javacpp.Pointer;

/**
 * The working space of all primitives of a device, which never run at the same time. Left to
 * itself, oneDNN keeps one for each thread and lets no primitive run on another thread than the one
 * that made it; sessions and models go from thread to thread.
 */
final class Scratchpad {

  private final engine engine;
  private final LongFunction<Pointer> allocator;
  private final List<memory> views = new ArrayList<>();
  private Pointer bytes;
  private long size;

  /**
   * @param allocator of a given number of bytes
   */
  Scratchpad(engine engine, LongFunction<Pointer> allocator) {
    this.engine = engine;
    this.allocator = allocator;
  }

  /**
   * The space as a primitive wants it.
   *
   * @throws IllegalStateException if it would take another one
   */
  memory of(primitive primitive) {
    dnnl_primitive_desc description = primitive.get_dnnl_primitive_desc();
    requireUser(description);
    memory.desc wanted =
        new memory.desc(dnnl_primitive_desc_query_md(description, dnnl_query_scratchpad_md, 0));
    if (wanted.get_size() > size) {
      size = wanted.get_size();
      bytes = allocator.apply(size);
      views.forEach(view -> view.set_data_handle(bytes));
    }
    memory view = new memory(wanted, engine, bytes);
    views.add(view);
    return view;
  }

  private static void requireUser(dnnl_primitive_desc description) {
    dnnl_primitive_attr attributes = new dnnl_primitive_attr();
    int[] mode = new int[1];
    dnnl_primitive_desc_get_attr(description, attributes);
    dnnl_primitive_attr_get_scratchpad_mode(attributes, mode);
    if (mode[0] != dnnl_scratchpad_mode_user) {
      throw new IllegalStateException("a primitive was made without Device.attributes()");
    }
  }
}

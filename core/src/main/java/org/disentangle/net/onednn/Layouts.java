// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import org.bytedeco.dnnl.memory;

/**
 * Layouts of memory whose values have one type.
 *
 * @param type single precision or bfloat16
 */
record Layouts(memory.data_type type) {

  /** Of single precision, as all arrays of ND4J have it. */
  static final Layouts FLOATS = new Layouts(memory.data_type.f32);

  /** Of bfloat16: the upper halves of floats, rounded to the nearest, halves to even. */
  static final Layouts BFLOATS = new Layouts(memory.data_type.bf16);

  /** Of the type that a memory has. */
  static Layouts like(memory values) {
    return values.get_desc().data_type().intern() == BFLOATS.type ? BFLOATS : FLOATS;
  }

  /** A layout for oneDNN to choose. */
  memory.desc any(long... sizes) {
    return layout(memory.format_tag.any, sizes);
  }

  /** Row-major. */
  memory.desc plain(long... sizes) {
    return layout(
        switch (sizes.length) {
          case 1 -> memory.format_tag.a;
          case 2 -> memory.format_tag.ab;
          default -> memory.format_tag.abcd;
        },
        sizes);
  }

  /** Feature maps with {@link Device#BLOCK} channels side by side. */
  memory.desc blocked(long... sizes) {
    return layout(Device.BLOCK == 16 ? memory.format_tag.aBcd16b : memory.format_tag.aBcd8b, sizes);
  }

  /** Feature maps with the channels of a position side by side. */
  memory.desc channelsLast(long... sizes) {
    return layout(memory.format_tag.acdb, sizes);
  }

  private memory.desc layout(memory.format_tag tag, long... sizes) {
    return new memory.desc(sizes, type, tag);
  }
}

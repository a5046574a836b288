// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.idx;

/** What an IDX file of unsigned bytes holds. */
enum IdxKind {

  /** One byte per image. */
  LABELS(0x801, "labels"),

  /** Rows x columns bytes per image, rows from the top. */
  IMAGES(0x803, "images");

  private final int magic;
  private final String plural;

  IdxKind(int magic, String plural) {
    this.magic = magic;
    this.plural = plural;
  }

  /** The first four bytes of a file; the last of them is the number of sizes. */
  int magic() {
    return magic;
  }

  /** The name of several elements. */
  String plural() {
    return plural;
  }

  /** How many sizes follow the magic number: the count and those of an element. */
  int sizes() {
    return magic & 0xff;
  }

  /** Bytes before the first element. */
  int headerBytes() {
    return Integer.BYTES * (1 + sizes());
  }

  /** What a magic number means, for messages. */
  static String meaning(int magic) {
    for (IdxKind kind : values()) {
      if (kind.magic == magic) {
        return ", which is that of " + kind.plural;
      }
    }
    return "";
  }
}

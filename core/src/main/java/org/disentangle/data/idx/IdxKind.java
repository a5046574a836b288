// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.idx;

/** What an IDX file holds. */
enum IdxKind {

  /** One byte per image. */
  LABELS(0x801, "labels"),

  /** Eight ints per image, of which the first is the label: QMNIST's. */
  QMNIST_LABELS(0xC02, "labels of QMNIST"),

  /** Rows x columns bytes per image, rows from the top. */
  IMAGES(0x803, "images");

  /** Numbers of a QMNIST label. */
  static final int QMNIST_NUMBERS = 8;

  private static final int INTS = 0xC;

  private final int magic;
  private final String plural;

  IdxKind(int magic, String plural) {
    this.magic = magic;
    this.plural = plural;
  }

  /**
   * The first four bytes of a file; the third is the type of its numbers, the last the number of
   * sizes.
   */
  int magic() {
    return magic;
  }

  /** The name of several elements. */
  String plural() {
    return plural;
  }

  /** Bytes of each number. */
  int numberBytes() {
    return magic >> Byte.SIZE == INTS ? Integer.BYTES : 1;
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

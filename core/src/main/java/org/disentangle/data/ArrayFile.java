// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.util.List;

/** A file of named arrays. */
public interface ArrayFile {

  /** Where it is. */
  DataFile file();

  /** The names of all arrays, sorted. */
  List<String> names();

  /**
   * One of the arrays, not yet read.
   *
   * @throws org.disentangle.error.InvalidInputException if it is missing or damaged
   */
  StoredArray array(String name);
}

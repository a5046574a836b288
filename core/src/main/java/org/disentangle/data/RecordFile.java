// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.disentangle.error.InvalidInputException;

/** A file, or a part of one, that is a sequence of records of equal size. */
public interface RecordFile extends Serializable {

  /** How many records it has. */
  int records();

  /** The records from the first on. Closing the stream closes the file. */
  InputStream open() throws IOException;

  /**
   * The refusal of what it holds.
   *
   * @param found such as "the pixel value 3 in image 7"
   * @param expected what it should be
   * @param cause may be null
   */
  InvalidInputException refuse(String found, String expected, Throwable cause);

  /** The refusal of a file that cannot be read to its end. */
  default InvalidInputException damaged(IOException cause) {
    return refuse(
        "data that cannot be read to its end (" + cause.getMessage() + ")", "a whole file", cause);
  }
}

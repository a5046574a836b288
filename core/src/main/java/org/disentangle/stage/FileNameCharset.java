// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.nio.charset.Charset;
import java.util.Locale;
import org.apache.hadoop.fs.Path;
import org.disentangle.error.InvalidInputException;

/**
 * The character set in which the Java virtual machine writes names of local files. In the locale C
 * it is ASCII; other letters then become question marks, and a file of another name is made.
 */
final class FileNameCharset {

  private static final String PROPERTY = "sun.jnu.encoding";

  private FileNameCharset() {}

  /**
   * @throws InvalidInputException if the path is a local one with letters that the set lacks
   */
  static void require(InputErrors errors, Path path) {
    Charset charset = Charset.forName(System.getProperty(PROPERTY, "UTF-8"));
    if ("file".equals(path.toUri().getScheme())
        && !charset.newEncoder().canEncode(path.toUri().getPath())) {
      throw errors.file(
          path,
          "letters that file names cannot have here",
          String.format(Locale.ROOT, "letters of %s, the locale's character set", charset),
          "Set LC_ALL=C.UTF-8 before Java starts.",
          null);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Text as users and programs mistype it. */
final class Text {

  private Text() {}

  /** Any characters, or what is special to columns, paths, formats and numbers. */
  static Arbitrary<String> any() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(8),
        Arbitraries.strings().withChars("a.`:/%= ,*{}[]\\'\"\n-0").ofMaxLength(6),
        Arbitraries.of(
            "",
            " ",
            "NaN",
            "-1",
            "null",
            "%s%n",
            "a:b",
            "::",
            "s3://x/y",
            "file:x",
            "1e400",
            "..",
            "9999999999",
            "0x10",
            "a b",
            "\u0000",
            "hdfs:",
            "//",
            "*",
            "0:31:0",
            "٣"));
  }
}

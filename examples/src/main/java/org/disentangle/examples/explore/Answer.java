// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.explore;

import java.nio.charset.StandardCharsets;

/**
 * What a request is answered with.
 *
 * @param type of the content
 * @param fileName under which a browser saves it; null for what is shown
 * @param content the body
 */
record Answer(String type, String fileName, byte[] content) {

  static Answer text(String type, String text) {
    return new Answer(type + "; charset=utf-8", null, text.getBytes(StandardCharsets.UTF_8));
  }

  static Answer json(String text) {
    return text("application/json", text);
  }

  static Answer png(byte[] content) {
    return new Answer("image/png", null, content);
  }

  /** The same as a file to save. */
  Answer as(String name) {
    return new Answer(type, name, content);
  }
}

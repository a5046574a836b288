// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.util.StringJoiner;

/**
 * The text by which checkpoints know a record: {@code Name[component=value, ...]}. It stays as it
 * is when the record or a component is renamed, so that older checkpoints can still be continued.
 */
public final class CheckpointText {

  private final StringJoiner components;

  private CheckpointText(String record) {
    components = new StringJoiner(", ", record + "[", "]");
  }

  /** The text of a record without components. */
  public static CheckpointText of(String record) {
    return new CheckpointText(record);
  }

  /** Adds a component; its value as {@link String#valueOf(Object)} writes it. */
  public CheckpointText with(String component, Object value) {
    components.add(component + "=" + value);
    return this;
  }

  @Override
  public String toString() {
    return components.toString();
  }
}

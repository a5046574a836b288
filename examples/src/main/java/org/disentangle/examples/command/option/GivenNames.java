// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import org.disentangle.pretrained.PretrainedModels;

/** What the codes of a model are called unless a command names them. */
public final class GivenNames {

  private GivenNames() {}

  /**
   * The names that were given; without them those of a model that ships, or none.
   *
   * @param path as the model was named
   * @param given empty if none were given
   */
  public static String[] of(String path, String... given) {
    return given.length > 0 || !PretrainedModels.isName(path)
        ? given
        : PretrainedModels.card(path.substring(PretrainedModels.PREFIX.length()))
            .codes()
            .toArray(String[]::new);
  }
}

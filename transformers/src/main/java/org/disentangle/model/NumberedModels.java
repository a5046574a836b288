// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.disentangle.stage.StageFiles;

/** Several models inside the folder of a saved stage: {@code models/0}, {@code models/1} and on. */
public final class NumberedModels {

  private NumberedModels() {}

  public static void write(List<? extends DisentangledModel<?>> models, StageFiles files)
      throws IOException {
    for (int i = 0; i < models.size(); i++) {
      models.get(i).save(path(files, i));
    }
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if one of them is missing or damaged
   */
  public static List<DisentangledModel<?>> read(int count, StageFiles files) {
    return IntStream.range(0, count)
        .<DisentangledModel<?>>mapToObj(
            i -> DisentangledModel.load(files.session(), path(files, i)))
        .toList();
  }

  private static String path(StageFiles files, int number) {
    return files.path("models/" + number);
  }
}

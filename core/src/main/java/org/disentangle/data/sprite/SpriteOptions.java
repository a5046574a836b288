// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import java.util.HashSet;
import java.util.Set;
import org.disentangle.data.FactorOptions;
import org.disentangle.data.OptionReader;
import org.disentangle.data.RenderedGrid;
import org.disentangle.data.RowData;
import org.disentangle.data.Sample;

/** The options of {@link SpriteSource}, and what they lead to. */
final class SpriteOptions {

  private static final String IMAGE_SIZE = "imageSize";
  private static final int ORIGINAL_SIZE = 64;

  private SpriteOptions() {}

  /** The rendered grid, or the file where a path is given. */
  static RowData describe(OptionReader options) {
    options.requireOnly(names());
    if (options.text(OptionReader.PATH).isEmpty()) {
      int imageSize = imageSize(options);
      return RenderedGrid.parse(options, SpriteFactor.ALL, () -> new SpriteRenderer(imageSize));
    }
    options.number(IMAGE_SIZE, ORIGINAL_SIZE, ORIGINAL_SIZE, ORIGINAL_SIZE, "Leave the path out.");
    return SpriteFile.parse(options);
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>(FactorOptions.names(SpriteFactor.ALL));
    names.addAll(Sample.OPTIONS);
    names.addAll(Set.of(OptionReader.PATH, OptionReader.IMAGE_FORMAT, IMAGE_SIZE));
    return names;
  }

  private static int imageSize(OptionReader options) {
    String advice = "Make other sizes from 64 pixels by resizing.";
    int imageSize = (int) options.number(IMAGE_SIZE, ORIGINAL_SIZE, 16, ORIGINAL_SIZE, advice);
    if (imageSize % 2 != 0) {
      throw options.refuse(IMAGE_SIZE, "an even number", advice);
    }
    return imageSize;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntUnaryOperator;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;
import org.disentangle.image.AnyShapeDecoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.image.PlanarImage;
import org.disentangle.image.ValueRange;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;

/**
 * Images that are a picture file each (PNG, JPEG, PGM or PPM).
 *
 * @param source name of the data source, for messages
 * @param paths of the files, qualified with their file system
 * @param shape of all of them; files of another shape are refused when they are read
 * @param configuration of Hadoop
 */
public record PictureFiles(
    String source, String[] paths, ImageShape shape, SerializableConfiguration configuration)
    implements ImageStore {

  @Override
  public Pixels open(IntUnaryOperator imageOfRow) {
    AnyShapeDecoder decoder =
        new AnyShapeDecoder(ImageFormat.PNG, ValueRange.UNIT, null, source, FactorColumns.IMAGE);
    return (row, planes) -> {
      String path = paths[imageOfRow.applyAsInt(row)];
      PlanarImage image = colour(decoder.decode(bytes(path), path));
      if (!image.shape().equals(shape)) {
        throw new InputErrors(source)
            .file(path, "an image of " + image.shape(), "one of " + shape + ", as the first", null);
      }
      System.arraycopy(image.values(), 0, planes, 0, planes.length);
    };
  }

  /** A grey file among colour ones. */
  private PlanarImage colour(PlanarImage image) {
    return shape.channels() == 3 ? image.rgb() : image;
  }

  private byte[] bytes(String path) throws IOException {
    try (InputStream stream = QualifiedPath.open(new Path(path), configuration.value())) {
      return stream.readAllBytes();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.IOException;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * The images of files one after the other, streamed: each is a part of a record.
 *
 * @param files in order
 * @param recordBytes bytes of each record
 * @param offset where the pixels begin in a record
 * @param pixels how an image is stored
 */
public record RecordImages(List<RecordFile> files, int recordBytes, int offset, StoredPixels pixels)
    implements ImageStore {

  public RecordImages {
    files = List.copyOf(files);
  }

  /** Records that are an image each. */
  public static RecordImages of(List<RecordFile> files, StoredPixels pixels) {
    return new RecordImages(files, pixels.bytes(), 0, pixels);
  }

  /** How many images there are. */
  public int count() {
    return files.stream().mapToInt(RecordFile::records).reduce(0, Math::addExact);
  }

  @Override
  public Pixels open(IntUnaryOperator imageOfRow) {
    return new Reader(imageOfRow);
  }

  private final class Reader implements Pixels {

    private final IntUnaryOperator imageOfRow;
    private final StoredPixels.Decoder decoder = pixels.decoder();
    private int file = -1;
    private int first;
    private int end;
    private RecordStream stream;

    Reader(IntUnaryOperator imageOfRow) {
      this.imageOfRow = imageOfRow;
    }

    @Override
    public void read(int row, float[] planes) throws IOException {
      int image = imageOfRow.applyAsInt(row);
      if (image >= end) {
        close();
        while (image >= end) {
          file++;
          first = end;
          end += files.get(file).records();
        }
        RecordFile opened = files.get(file);
        stream = new RecordStream(opened::open, recordBytes, opened::damaged);
      }
      byte[] stored = stream.read(image - first);
      int bad = decoder.decode(stored, offset, planes);
      if (bad >= 0) {
        throw files
            .get(file)
            .refuse(decoder.problem(stored, bad, image - first), decoder.expected(), null);
      }
    }

    @Override
    public void close() throws IOException {
      if (stream != null) {
        stream.close();
        stream = null;
      }
    }
  }
}

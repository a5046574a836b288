// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.Signature;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;

/**
 * A file that a data source reads, in any file system Hadoop knows; opened on the driver and on the
 * executors.
 *
 * @param source name of the data source, for messages
 * @param path qualified with its file system
 * @param length bytes, at least 1
 * @param configuration of Hadoop
 */
public record DataFile(
    String source, String path, long length, SerializableConfiguration configuration)
    implements Serializable {

  private static final int BUFFER = 1 << 16;

  /**
   * Finds a file, on the driver.
   *
   * @throws InvalidInputException if it is absent, a folder or empty, or the text is no path
   */
  public static DataFile find(String source, String path) {
    SerializableConfiguration configuration =
        new SerializableConfiguration(SparkSession.active().sessionState().newHadoopConf());
    InputErrors errors = new InputErrors(source);
    QualifiedPath place = QualifiedPath.of(errors, path, configuration.value());
    String qualified = place.toString();
    try {
      if (!place.exists(errors, null)) {
        throw refuse(source, qualified, "nothing", "a file", null);
      }
      FileStatus status = place.files().getFileStatus(place.path());
      if (status.isDirectory()) {
        throw refuse(
            source,
            qualified,
            "a folder",
            "a file",
            "Give the path of the file in that folder.",
            null);
      }
      if (status.getLen() == 0) {
        throw refuse(
            source, qualified, "an empty file (0 bytes)", "data", "Download the file again.", null);
      }
      return new DataFile(source, qualified, status.getLen(), configuration);
    } catch (IOException e) {
      throw refuse(
          source,
          path,
          String.format(Locale.ROOT, "an error of the file system (%s)", e.getMessage()),
          "a file that can be read",
          e);
    }
  }

  /** Opens the file at its beginning. */
  public FSDataInputStream open() throws IOException {
    return QualifiedPath.open(new Path(path), configuration.value());
  }

  /**
   * Its content from the beginning, buffered. Closing the stream closes the file.
   *
   * @param gzip whether it is compressed
   */
  public InputStream open(boolean gzip) throws IOException {
    InputStream stream = open();
    if (!gzip) {
      return new BufferedInputStream(stream, BUFFER);
    }
    try {
      return new GZIPInputStream(stream, BUFFER);
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  /** Its first bytes, as many as {@link Signature} looks at; none if it cannot be read. */
  public byte[] begin() {
    return begin(Signature.BYTES);
  }

  /** Its first bytes, up to a number of them; none if it cannot be read. */
  public byte[] begin(int bytes) {
    try (FSDataInputStream stream = open()) {
      return stream.readNBytes(bytes);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /**
   * The refusal of this file.
   *
   * @param advice one or more whole sentences
   * @param cause may be null
   */
  public InvalidInputException refuse(
      String found, String expected, String advice, Throwable cause) {
    return refuse(source, path, found, expected, advice, cause);
  }

  /** The same without advice. */
  public InvalidInputException refuse(String found, String expected, Throwable cause) {
    return refuse(found, expected, null, cause);
  }

  private static InvalidInputException refuse(
      String source, String path, String found, String expected, Throwable cause) {
    return refuse(source, path, found, expected, null, cause);
  }

  private static InvalidInputException refuse(
      String source, String path, String found, String expected, String advice, Throwable cause) {
    return new InputErrors(source).file(path, found, expected, advice, cause);
  }
}

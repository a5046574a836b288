// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.pretrained.PretrainedModels;

/**
 * The folder of one saved stage, on any file system that Hadoop knows.
 *
 * @param folder the folder of the stage; its child {@code metadata} is taken
 * @param session the session that reads and writes tables in it
 */
public record StageFiles(QualifiedPath folder, SparkSession session) {

  /**
   * @param path of a folder, or the name of a {@link PretrainedModels model of the class path}
   * @throws InvalidInputException if the text is no path, or of a file system that cannot be
   *     opened; if the class path has no such model
   */
  static StageFiles of(InputErrors errors, String path, SparkSession session) {
    return new StageFiles(
        QualifiedPath.of(errors, located(errors, path), session.sessionState().newHadoopConf()),
        session);
  }

  private static String located(InputErrors errors, String path) {
    if (!PretrainedModels.isName(path)) {
      return path;
    }
    try {
      return PretrainedModels.folder(path).toUri().toString();
    } catch (InvalidInputException refusal) {
      throw errors.refused(refusal);
    }
  }

  /** A file or folder of this stage, as a path for Spark's writers and for other stages. */
  public String path(String name) {
    return folder.child(name).toString();
  }

  /** The table in a folder of this stage. */
  public Dataset<Row> parquet(String name) {
    return QualifiedPath.reader(session).parquet(path(name));
  }

  /** Creates a new file; the caller closes the stream. */
  public OutputStream create(String name) throws IOException {
    return folder.files().create(folder.child(name).path(), false);
  }

  /** Opens a file; the caller closes the stream. */
  public InputStream open(String name) throws IOException {
    return folder.files().open(folder.child(name).path());
  }

  /** Whether there is a file or folder of this name. */
  public boolean has(String name) throws IOException {
    return folder.files().exists(folder.child(name).path());
  }
}

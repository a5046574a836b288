package org.disentangle.stage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The folder of one saved stage, on any file system that Hadoop knows.
 *
 * @param folder the folder of the stage; its child {@code metadata} is taken
 * @param session the session that reads and writes tables in it
 */
public record StageFiles(Path folder, SparkSession session) {

  /** A file or folder of this stage, as a path for Spark's readers and writers. */
  public String path(String name) {
    return new Path(folder, name).toString();
  }

  /** Creates a new file; the caller closes the stream. */
  public OutputStream create(String name) throws IOException {
    return fileSystem().create(new Path(folder, name), false);
  }

  /** Opens a file; the caller closes the stream. */
  public InputStream open(String name) throws IOException {
    return fileSystem().open(new Path(folder, name));
  }

  /** Whether there is a file or folder of this name. */
  public boolean has(String name) throws IOException {
    return fileSystem().exists(new Path(folder, name));
  }

  private FileSystem fileSystem() throws IOException {
    return folder.getFileSystem(session.sessionState().newHadoopConf());
  }
}

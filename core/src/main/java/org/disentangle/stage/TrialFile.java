// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.io.IOException;
import java.util.UUID;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * A hidden file that is made and deleted again to see that a folder can be written to. A program
 * that is stopped, by a signal too, ends when the file is gone, and begins no other.
 */
final class TrialFile {

  /** Before file systems are closed. */
  private static final int PRIORITY = FileSystem.SHUTDOWN_HOOK_PRIORITY + 1;

  private static boolean watching;
  private static boolean ending;

  private TrialFile() {}

  /** A name that nothing else has. */
  static String newName() {
    return ".disentangle-" + UUID.randomUUID();
  }

  /**
   * @param trial a file of a {@link #newName}
   * @throws IOException if it cannot be made; what there is of it is gone then, as after an error
   *     of the file system
   */
  static synchronized void make(FileSystem files, Path trial) throws IOException {
    watch();
    if (ending) {
      return;
    }
    try {
      files.create(trial, false).close();
    } catch (IOException | RuntimeException | FSError e) {
      deleteRemains(files, trial, e);
      throw e;
    }
    files.delete(trial, false);
  }

  /** A disk without room takes a file's name, and not what is in it. */
  private static void deleteRemains(FileSystem files, Path trial, Throwable failure) {
    try {
      files.delete(trial, false);
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private static void watch() {
    if (!watching && !ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().addShutdownHook(TrialFile::end, PRIORITY);
      watching = true;
    }
  }

  private static synchronized void end() {
    ending = true;
  }
}

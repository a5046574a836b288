// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.disentangle.testing.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is stopped while it looks whether a folder can be written to leaves no file. */
@Tag("cluster")
class TrialFileTest {

  @TempDir Path folder;

  @Test
  void nothingIsLeftWhereAProgramIsStopped() throws Exception {
    Path place = Files.createDirectory(folder.resolve("place"));
    Path log = folder.resolve("log");
    Process child =
        ChildJvm.start(ChildJvm.of(StoppedProgram.class, "100m", place.toString()), log);
    child.waitFor(60, TimeUnit.SECONDS);
    assertEquals(StoppedProgram.EXIT, child.exitValue(), () -> text(log));
    assertArrayEquals(new String[0], place.toFile().list());
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Ends while the file is there, on a slow file system. */
  static final class StoppedProgram {

    static final int EXIT = 7;

    private static final CountDownLatch MADE = new CountDownLatch(1);

    private StoppedProgram() {}

    public static void main(String[] place) throws IOException, InterruptedException {
      SlowFiles files = new SlowFiles();
      files.initialize(URI.create("file:///"), new Configuration());
      QualifiedPath out =
          new QualifiedPath(new org.apache.hadoop.fs.Path("file", null, place[0]), files);
      Thread trial = new Thread(() -> out.requireWritable(new InputErrors("test"), "--out"));
      trial.setDaemon(true);
      trial.start();
      MADE.await();
      System.exit(EXIT);
    }

    /** Takes long to delete. */
    private static final class SlowFiles extends RawLocalFileSystem {
      @Override
      public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
        MADE.countDown();
        try {
          Thread.sleep(1000);
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        return super.delete(path, recursive);
      }
    }
  }
}

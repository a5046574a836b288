// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.round;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.disentangle.net.device.DeviceBinder;

/** Pretends to have two devices, and writes one file a task: its device, start and end. */
public final class RecordingBinder implements DeviceBinder {

  /** Spark setting: where the files go. */
  public static final String FOLDER = "spark.disentangle.test.bound";

  @Override
  public int deviceCount() {
    return 2;
  }

  @Override
  public void bind(int device) {
    Path folder = Path.of(SparkEnv.get().conf().get(FOLDER));
    long start = System.nanoTime();
    TaskContext.get()
        .addTaskCompletionListener(
            task -> {
              String name =
                  String.format(
                      Locale.ROOT,
                      "%d-%d-%d",
                      task.stageId(),
                      task.partitionId(),
                      task.attemptNumber());
              try {
                Files.writeString(
                    folder.resolve(name), device + " " + start + " " + System.nanoTime());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }
}

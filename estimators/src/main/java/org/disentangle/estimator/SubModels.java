// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.ml.Estimator;
import org.apache.spark.sql.Dataset;
import org.disentangle.model.DisentangledModel;

/**
 * The runs of a selection, each with its number.
 *
 * @param runs estimators with all their values set, in the order of the runs
 * @param parallelism runs at the same time
 */
record SubModels(List<Estimator<? extends DisentangledModel<?>>> runs, int parallelism) {

  /**
   * The models of all runs: those that the folder has, and the others trained. The first training
   * that fails ends those that have not begun.
   */
  List<DisentangledModel<?>> of(Dataset<?> data, Optional<SubModelFolder> folder) {
    List<Optional<DisentangledModel<?>>> before = new ArrayList<>();
    for (int run = 0; run < runs.size(); run++) {
      before.add(found(folder, run));
    }
    ExecutorService threads = Executors.newFixedThreadPool(parallelism);
    try {
      List<Future<DisentangledModel<?>>> trained = new ArrayList<>();
      for (int run = 0; run < runs.size(); run++) {
        int number = run;
        Callable<DisentangledModel<?>> training =
            before.get(run).isPresent() ? before.get(run)::get : () -> train(number, data, folder);
        trained.add(threads.submit(training));
      }
      List<DisentangledModel<?>> models = new ArrayList<>();
      for (Future<DisentangledModel<?>> model : trained) {
        models.add(awaited(model));
      }
      return models;
    } finally {
      threads.shutdownNow();
    }
  }

  private Optional<DisentangledModel<?>> found(Optional<SubModelFolder> folder, int run) {
    return folder.flatMap(saved -> saved.find(run));
  }

  private DisentangledModel<?> train(int run, Dataset<?> data, Optional<SubModelFolder> folder) {
    folder.ifPresent(saved -> saved.begin(run));
    DisentangledModel<?> model = runs.get(run).fit(data);
    folder.ifPresent(saved -> saved.save(run, model));
    return model;
  }

  private static DisentangledModel<?> awaited(Future<DisentangledModel<?>> model) {
    try {
      return model.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The selection was interrupted.", e);
    }
  }
}

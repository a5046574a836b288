// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.disentangle.error.InvalidInputException;
import org.disentangle.estimator.ModelListener;
import org.disentangle.file.PngFile;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.SavedTraining;
import org.disentangle.model.TrainedModel;
import org.disentangle.model.Traversal;
import org.disentangle.train.checkpoint.FinishedCheckpoints.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Traversals of a model at several iterations of its training, from the same latent vectors. Of a
 * long training an ever smaller share of the evaluations is kept, the first and the latest always.
 * Models without codes to traverse have none.
 */
public final class TraversalSeries implements ModelListener {

  private static final Logger LOG = LoggerFactory.getLogger(TraversalSeries.class);
  private static final int MOST = 8;
  private static final int SAMPLES = 1;

  private final long seed;
  private final List<Picture> pictures = new ArrayList<>();
  private Picture latest;
  private int every = 1;
  private int seen;

  /**
   * A traversal.
   *
   * @param iteration of the training
   * @param png bytes of a PNG file
   */
  public record Picture(long iteration, byte[] png) {}

  /**
   * @param seed where the latent vectors come from
   */
  public TraversalSeries(long seed) {
    this.seed = seed;
  }

  @Override
  public synchronized void afterEvaluation(
      long iteration, TrainedModel model, Map<String, Double> scores) {
    if (!(model instanceof DisentangledModel<?> coded)) {
      return;
    }
    latest =
        new Picture(
            iteration,
            PngFile.bytes(new Traversal(coded).samples(SAMPLES).seed(seed).grid().draw()));
    if (seen++ % every == 0) {
      pictures.add(latest);
      if (pictures.size() > MOST) {
        thin();
      }
    }
  }

  /**
   * Adds what a training was before it is resumed, from up to {@value #MOST} of its checkpoints,
   * the first and the last among them. A checkpoint that is no model of this version is left out.
   */
  public synchronized void before(SavedTraining training) {
    List<Entry> all = training.checkpoints();
    int count = Math.min(MOST, all.size());
    for (int i = 0; i < count; i++) {
      long iteration =
          all.get(count == 1 ? 0 : (int) ((long) i * (all.size() - 1) / (count - 1))).iteration();
      try {
        afterEvaluation(iteration, training.model(iteration, TrainedModel.class), Map.of());
      } catch (InvalidInputException noModel) {
        LOG.warn(
            "The checkpoint of iteration {} is not drawn: {}", iteration, noModel.getMessage());
      }
    }
  }

  /** Adds the model that a training ended with, unless it is the latest. */
  public synchronized void last(TrainedModel model) {
    if (model instanceof DisentangledModel<?> coded) {
      long iteration = coded.data().state().iteration();
      if (pictures().stream().noneMatch(picture -> picture.iteration() == iteration)) {
        afterEvaluation(iteration, model, Map.of());
      }
    }
  }

  /** Drops every second one. */
  private void thin() {
    List<Picture> kept = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i += 2) {
      kept.add(pictures.get(i));
    }
    pictures.clear();
    pictures.addAll(kept);
    every *= 2;
  }

  /** In the order of their iterations. */
  public synchronized List<Picture> pictures() {
    List<Picture> all = new ArrayList<>(pictures);
    if (latest != null && !all.contains(latest)) {
      all.add(latest);
    }
    return all;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.JsonText;
import org.disentangle.image.ImageFormat;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.ModelFingerprint;
import org.disentangle.stage.InputErrors;

/**
 * A labelled data set on disk: ids, the codes and noise drawn for them, and the images these make.
 *
 * <pre>{@code
 * CodeSampler codes = CodeSampler.of(model).setCodeDraw("balanced").setSeed(7);
 * new LabelledDataSet(model, codes, 1_000_000).rowsPerFile(50_000).write(spark, "set", ifThere);
 * }</pre>
 *
 * <p>The set is a plain Parquet folder that {@code spark.read().parquet} reads. Ids go from 0; each
 * file holds the rows of one range of ids and is named after it. Rows and files are the same
 * whatever the cores. Files appear whole, one by one, so a job that dies can be continued. A
 * finished set has nothing but these files in its folder, so that every reader of Parquet folders
 * takes it. Beside it, in a folder with {@code -card} at the end of its name, lie {@code set.json},
 * which says what the set is and is written first, and {@code CARD.md} and {@code card.json}
 * ({@link DataCard}), written last: without {@code card.json} a set is unfinished.
 */
public final class LabelledDataSet {

  /** Rows a file unless said otherwise. */
  public static final long ROWS_PER_FILE = 100_000;

  private static final InputErrors ERRORS = new InputErrors("LabelledDataSet");

  /** What to do where something is already. */
  public enum IfThere {
    /** Refuse it. */
    REFUSE,
    /** Write what is missing of the same set; begin it where nothing is. */
    RESUME,
    /**
     * Delete it, if it is a folder of Parquet files and nothing else: when the new set is whole,
     * which lies beside it until then and can be resumed, or first where moving copies.
     */
    REPLACE
  }

  private final DisentangledModel<?> model;
  private final CodeSampler sampler;
  private final long count;
  private long rowsPerFile = ROWS_PER_FILE;
  private boolean forOthers;
  private WritingListener listener = (done, total) -> {};

  /**
   * @param model its Params say the image format and the columns
   * @param sampler for the same model: {@link CodeSampler#of}
   * @param count rows, at least 1
   * @throws InvalidInputException if the sampler has another number of codes or noise values
   */
  public LabelledDataSet(DisentangledModel<?> model, CodeSampler sampler, long count) {
    requireSame("numCodes", sampler.getNumCodes(), model.numCodes());
    requireSame("noiseDim", sampler.getNoiseDim(), model.noiseDim());
    this.model = model;
    this.sampler = sampler;
    this.count = count;
  }

  private static void requireSame(String name, int found, int expected) {
    if (found != expected) {
      throw ERRORS.parameter(
          name,
          found,
          expected + ", as the model has",
          "Make the sampler with CodeSampler.of(model).");
    }
  }

  /** Rows a file, at least 1; no more than 100,000 files. Default {@value #ROWS_PER_FILE}. */
  public LabelledDataSet rowsPerFile(long rows) {
    rowsPerFile = rows;
    return this;
  }

  /**
   * Whether the set is as Hugging Face's {@code datasets}, and so DuckDB, polars and pandas, have
   * sets of images: the image is a struct of {@code bytes} (PNG) and {@code path} (the id), beside
   * the array of codes each code has a column of its own name, those of categorical codes are class
   * labels with names, and the card is a dataset card too ({@code README.md}). The model's image
   * format must be {@code png}. Default false.
   */
  public LabelledDataSet bytesAndPath(boolean published) {
    forOthers = published;
    return this;
  }

  /** Is called after every file. */
  public LabelledDataSet listener(WritingListener listener) {
    this.listener = listener;
    return this;
  }

  /**
   * Refuses a place where anything is, finished or not; to be called before any work.
   *
   * @param hadoop how file systems are reached
   * @throws InvalidInputException if there is
   */
  public static void requireFree(String path, Configuration hadoop) {
    requireFree(new SetFolder(path, hadoop));
  }

  private static void requireFree(SetFolder folder) {
    if (!folder.exists() && folder.text(SetFolder.SET).isEmpty()) {
      return;
    }
    if (folder.text(SetFolder.SET).isPresent() && !folder.isFinished()) {
      throw ERRORS.file(
          folder.path(),
          String.format(
              Locale.ROOT, "an unfinished labelled data set (%d files)", folder.rowFiles().size()),
          "a place where nothing is",
          "Continue it with --resume, or replace it with --overwrite.",
          null);
    }
    throw ERRORS.file(
        folder.path(),
        "something there already",
        "a place where nothing is",
        "Replace it with --overwrite.",
        null);
  }

  /**
   * Writes the set, or what is missing of it.
   *
   * @param path folder on any file system that Hadoop knows
   * @return the data card
   * @throws InvalidInputException if something is there that may not be touched, the path lies in a
   *     saved model, another set is to be resumed, or Params do not fit
   */
  public DataCard write(SparkSession session, String path, IfThere ifThere) {
    RowRanges ranges = new RowRanges(count, rowsPerFile);
    String fingerprint = ModelFingerprint.of(model);
    SetIdentity identity = SetIdentity.of(fingerprint, model, sampler, ranges, imageFormat());
    RangeWriter writer = new RangeWriter(session, model, sampler, ranges, forOthers);
    SetFolder folder = new SetFolder(path, session.sparkContext().hadoopConfiguration());
    folder.requireWritable();
    folder.requireOutsideStages();
    SetFolder successor = folder.successor();
    boolean replaces = false;
    switch (ifThere) {
      case REFUSE -> requireFree(folder);
      case RESUME -> replaces = folder.mayHaveSuccessor() && identity.isThatOf(successor);
      case REPLACE -> {
        folder.requireReplaceable();
        successor.requireReplaceable();
        successor.delete();
        replaces = !folder.rowFiles().isEmpty() && folder.mayHaveSuccessor();
        if (!replaces) {
          folder.delete();
        }
      }
    }
    SetFolder written = replaces ? successor : folder;
    if (ifThere == IfThere.RESUME) {
      requireSame(written, identity, ranges);
      requireWhole(session, written, ranges);
    }
    DataCard card = complete(written, identity, writer, ranges, fingerprint);
    if (replaces) {
      successor.replace(folder);
    }
    return card;
  }

  /** Writes what a folder lacks. */
  private DataCard complete(
      SetFolder folder,
      SetIdentity identity,
      RangeWriter writer,
      RowRanges ranges,
      String fingerprint) {
    Optional<DataCard> card = folder.json(SetFolder.CARD_JSON, DataCard.class);
    int[] missing = ranges.missing(folder.rowFiles());
    DataCard made = DataCard.of(fingerprint, model, sampler, ranges, imageFormat());
    if (card.isPresent() && !card.get().isOfSameSet(made)) {
      throw folder.damagedDescription(SetFolder.CARD_JSON, "the card of another set", null);
    }
    boolean described = card.isPresent() && folder.text(SetFolder.CARD_TEXT).isPresent();
    if (described && missing.length == 0) {
      folder.adopt();
      return card.get();
    }
    folder.write(SetFolder.SET, identity.json());
    if (missing.length > 0) {
      folder.clearHalfWritten();
      writer.write(folder.qualifiedPath(), missing, listener);
      folder.clearHalfWritten();
    }
    DataCard written = DataCard.of(fingerprint, model, sampler, ranges, imageFormat());
    folder.write(SetFolder.CARD_TEXT, written.markdown());
    if (forOthers) {
      folder.write(SetFolder.DATASET_CARD, PublishedRows.CARD_BEGIN + written.markdown());
    }
    folder.write(SetFolder.CARD_JSON, JsonText.of(written));
    folder.clearSideFiles();
    return written;
  }

  private String imageFormat() {
    if (!forOthers) {
      return model.getImageFormat();
    }
    if (!model.getImageFormat().equals(ImageFormat.PNG.id())) {
      throw ERRORS.parameter(
          "imageFormat", model.getImageFormat(), "png, whose bytes the structs hold");
    }
    return PublishedRows.FORMAT;
  }

  private static void requireWhole(SparkSession session, SetFolder folder, RowRanges ranges) {
    WrittenFiles.broken(session, ranges, folder.qualifiedPath(), folder.rowFiles())
        .ifPresent(
            name -> {
              throw folder.damagedRows(name);
            });
  }

  private static void requireSame(SetFolder folder, SetIdentity wanted, RowRanges ranges) {
    Set<String> foreign = folder.rowFiles();
    Optional<SetIdentity> set = SetIdentity.of(folder);
    if (set.isPresent()) {
      SetIdentity found = set.get();
      List<String> differing = found.differing(wanted);
      if (!differing.isEmpty()) {
        throw ERRORS.file(
            folder.path(),
            "a set with " + String.join(", ", differing),
            "the set to resume, with " + String.join(", ", wanted.differing(found)),
            "Resume with the same options.",
            null);
      }
      foreign.removeAll(ranges.names());
    }
    if (!foreign.isEmpty()) {
      throw ERRORS.file(
          folder.path(),
          String.format(Locale.ROOT, "'%s'", foreign.iterator().next()),
          "files of the set to resume alone",
          null);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.disentangle.file.FolderContent;
import org.disentangle.file.Place;
import org.disentangle.file.WholeFile;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.latent.CodeRule;
import org.disentangle.model.CodeFields;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;
import org.disentangle.stage.InputErrors;

/**
 * The first images of a labelled data set as PNG files named after their ids, in one folder per
 * class of one code, as image classifiers read them. A code on a grid has a class for each of its
 * values, any other one for each of {@code bins} intervals of equal width. Names such as {@code
 * size_03_-0.625_to_-0.500} name code, class and values. A class without images has no folder.
 */
public final class ClassFolders {

  private final LabelledSample sample;
  private final int code;
  private final CodeClasses classes;

  /**
   * @param path of a finished set made by this model and sampler
   * @param by name or index of the code
   * @param images the most images to write
   * @throws org.disentangle.error.InvalidInputException if there is no such code
   */
  public ClassFolders(
      SparkSession session,
      String path,
      DisentangledModel<?> model,
      CodeSampler sampler,
      String by,
      long images) {
    code = requireCode(sampler, by);
    CodeRule rule = sampler.rules().get(code);
    classes =
        CodeClasses.of(
            sampler.names().get(code), rule, sampler.latent().values(code), sampler.getBins());
    sample = LabelledSample.of(session, path, model, sampler, images);
  }

  /**
   * The index of the code to sort by.
   *
   * @throws org.disentangle.error.InvalidInputException if there is no such code
   */
  public static int requireCode(CodeSampler sampler, String by) {
    int code = CodeFields.index(sampler.names(), by);
    if (code < 0) {
      throw new InputErrors("ClassFolders")
          .parameter(
              "by",
              by,
              String.format(
                  Locale.ROOT, "one of the codes %s, or an index from 0", sampler.names()),
              "Case matters.");
    }
    return code;
  }

  /**
   * Writes the folders; they appear together or not at all.
   *
   * @param overwrite whether a folder that is there may be deleted first
   * @throws java.nio.file.FileAlreadyExistsException if it is there and may not
   * @throws org.disentangle.error.InvalidInputException if it holds anything but such folders
   */
  public void write(Place folder, boolean overwrite) throws IOException {
    if (overwrite) {
      FolderContent.CLASSES.requireReplaceable(new InputErrors("ClassFolders"), "folder", folder);
    }
    WholeFile.writeFolder(folder, overwrite, this::fill);
  }

  /** The same for a folder on the local disk. */
  public void write(Path folder, boolean overwrite) throws IOException {
    write(Place.of(folder), overwrite);
  }

  private void fill(Place folder) throws IOException {
    ImageEncoder png = new ImageEncoder(ImageFormat.PNG, sample.shape(), "ClassFolders", "image");
    for (Iterator<LabelledSample.Labelled> rows = sample.iterator(); rows.hasNext(); ) {
      LabelledSample.Labelled row = rows.next();
      folder
          .child(classes.name(row.codes()[code]))
          .child(String.format(Locale.ROOT, "%012d.png", row.id()))
          .create((byte[]) png.encode(row.planes()));
    }
  }
}

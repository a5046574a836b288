// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.disentangle.dataset.ClassFolders;
import org.disentangle.dataset.ContactSheet;
import org.disentangle.file.FolderContent;
import org.disentangle.file.Place;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Option;

/** Pictures of a part of a labelled data set. */
public final class SampleOptions {

  @Option(
      names = "--sheet",
      paramLabel = "PNG",
      description =
          "Also draw the first images in one PNG, in rows of ten, or with one row per step of the last --grid code.")
  private String sheet;

  @Needs("--by")
  @Option(
      names = "--folders",
      paramLabel = "DIR",
      description =
          "Also write the first images as PNG files in one folder per class of the code --by: a class is a value"
              + " of a --grid code, else one of --bins intervals.")
  private String folders;

  @Needs("--folders")
  @Option(
      names = "--by",
      paramLabel = "CODE",
      description = "The code (name or index) whose values make the classes of --folders.")
  private String by;

  @Needs("--folders")
  @Option(
      names = "--folder-images",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Images of --folders, at most. Default: ${DEFAULT-VALUE}.")
  private long folderImages;

  private Place sheetPlace;
  private Place foldersPlace;

  /** Names the outputs and refuses what cannot be drawn; to be called before any work. */
  public void require(Outputs outputs) {
    sheetPlace = outputs.file("--sheet", sheet);
    foldersPlace = outputs.folder("--folders", folders, FolderContent.CLASSES);
    InputErrors errors = new InputErrors("disentangle generate");
    if (folderImages < 1) {
      throw errors.parameter("--folder-images", folderImages, "at least 1");
    }
  }

  /** Refuses a code that the model does not have; to be called before images are made. */
  public void require(CodeSampler sampler) {
    if (by != null) {
      ClassFolders.requireCode(sampler, by);
    }
  }

  public void write(
      SparkSession session,
      String set,
      DisentangledModel<?> model,
      CodeSampler sampler,
      boolean overwrite,
      PrintWriter printer)
      throws IOException {
    if (sheet != null) {
      new ContactSheet(session, set, model, sampler).write(sheetPlace, overwrite);
      printer.printf(Locale.ROOT, "contact sheet: %s%n", sheet);
    }
    if (folders != null) {
      new ClassFolders(session, set, model, sampler, by, folderImages)
          .write(foldersPlace, overwrite);
      printer.printf(Locale.ROOT, "classes of %s: %s%n", by, folders);
    }
  }
}

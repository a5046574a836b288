// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.disentangle.file.FolderContent;
import org.disentangle.file.Place;
import org.disentangle.stage.InputErrors;

/**
 * The models of a selection that are trained already, kept beside its output until it is saved.
 *
 * @param folder with a folder {@code run-N} for each
 */
public record FinishedRuns(Place folder) {

  private static final InputErrors ERRORS = new InputErrors("disentangle select");

  /** Refuses those of an earlier selection that is neither continued nor replaced. */
  public void requireFree(boolean resume, boolean overwrite) {
    if (resume) {
      return;
    }
    for (String name : overwrite ? runs() : List.<String>of()) {
      FolderContent.RUN.requireReplaceable(ERRORS, "--out", folder.child(name));
      FolderContent.STAGE.requireReplaceable(ERRORS, "--out", folder.child(name).child("model"));
    }
    if (!overwrite && !folder.names().isEmpty()) {
      throw ERRORS.parameter(
          "--out",
          String.format(Locale.ROOT, "%s beside it, which has %s", folder, folder.names().get(0)),
          "no finished models of another selection",
          "Continue it with --resume, or start again with --overwrite.");
    }
  }

  /** Deletes them, and the folder if nothing else is in it. */
  public void remove() throws IOException {
    List<String> runs = runs();
    for (String name : runs) {
      folder.child(name).delete();
    }
    if (!runs.isEmpty() && folder.names().isEmpty()) {
      folder.delete();
    }
  }

  private List<String> runs() {
    return folder.names().stream().filter(name -> name.matches("run-\\d+")).toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.experiment;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.disentangle.examples.experiment.ExperimentTable;
import org.disentangle.examples.experiment.KnownExperiments;
import org.disentangle.file.Place;
import org.disentangle.stage.InputErrors;

/**
 * The table that a user named: an experiment of this project, or a file.
 *
 * @param name as it was given
 */
record NamedTable(String name, Configuration hadoop) {

  private static final InputErrors ERRORS = new InputErrors("disentangle experiment");

  /**
   * @throws org.disentangle.error.InvalidInputException if there is no such experiment or file, or
   *     it is not a table
   */
  ExperimentTable table() throws IOException {
    return KnownExperiments.named(name).isPresent()
        ? KnownExperiments.named(name).get()
        : KnownExperiments.written(name, text());
  }

  /** The file that it is read from; empty for an experiment of this project. */
  Optional<String> file() {
    return KnownExperiments.named(name).isPresent() ? Optional.empty() : Optional.of(name);
  }

  private String text() throws IOException {
    Place file = Place.of(ERRORS, "NAME", name, hadoop);
    if (!file.exists() || file.isFolder()) {
      throw ERRORS.parameter(
          "NAME", name, "a file with a table, or one of " + KnownExperiments.names());
    }
    return file.text();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.disentangle.data.OptionReader;
import org.disentangle.stage.InputErrors;

/** The columns that the options {@code labels}, {@code pattern} and {@code table} make. */
final class FolderLabels {

  static final String LABELS = "labels";

  private static final String LABEL = "label";
  private static final String BY_FOLDER = "folder";

  private final FolderFiles files;
  private final List<LabelColumn> indices = new ArrayList<>();
  private final List<LabelColumn> values = new ArrayList<>();

  private FolderLabels(FolderFiles files) {
    this.files = files;
  }

  /** The label, then all factors, then all values. */
  static List<LabelColumn> of(OptionReader options, FolderFiles files) {
    FolderLabels labels = new FolderLabels(files);
    options.text(LABELS).ifPresent(text -> labels.addFolders(options, text));
    options.text(PathPattern.OPTION).ifPresent(text -> labels.addGroups(options, text));
    options.file(PictureTable.OPTION).ifPresent(labels::addTable);
    labels.indices.sort(
        (one, other) -> Boolean.compare(other.name().equals(LABEL), one.name().equals(LABEL)));
    labels.indices.addAll(labels.values);
    return labels.indices;
  }

  private void addFolders(OptionReader options, String text) {
    if (!text.equals(BY_FOLDER)) {
      throw options.refuse(LABELS, BY_FOLDER, "Read labels of a file with the option table.");
    }
    List<String> folders =
        IntStream.range(0, files.paths().length).mapToObj(files::below).map(this::parent).toList();
    indices.add(LabelColumn.text(LABEL, folders));
  }

  private String parent(String below) {
    int slash = below.lastIndexOf('/');
    if (slash < 0) {
      throw new InputErrors(files.source())
          .file(
              files.root(),
              "the picture " + below + " in no folder of it",
              "folders with the pictures of one label each",
              "Move it, or leave out labels=folder.",
              null);
    }
    return below.substring(0, slash);
  }

  private void addGroups(OptionReader options, String text) {
    PathPattern.parse(options, text)
        .values(files)
        .forEach(
            (group, ofFile) -> {
              LabelColumn factor = LabelColumn.nominal("factor_" + group, ofFile, ofFile);
              add(PathPattern.OPTION, factor);
              factor.values("value_" + group).ifPresent(values::add);
            });
  }

  private void addTable(String path) {
    PictureTable.read(files, path)
        .columns(files)
        .forEach((name, known) -> addColumn(name, known.ofFile(), known.all()));
  }

  private void addColumn(String name, List<String> ofFile, List<String> all) {
    if (name.equals(LABEL)) {
      add(PictureTable.OPTION, LabelColumn.nominal(LABEL, ofFile, all));
      return;
    }
    LabelColumn factor = LabelColumn.nominal("factor_" + name, ofFile, all);
    if (!factor.isNumeric() || factor.isWhole()) {
      add(PictureTable.OPTION, factor);
    }
    Optional<LabelColumn> value = factor.values("value_" + name);
    value.ifPresent(column -> requireNew(PictureTable.OPTION, values, column));
    value.ifPresent(values::add);
  }

  private void add(String option, LabelColumn column) {
    requireNew(option, indices, column);
    indices.add(column);
  }

  private void requireNew(String option, List<LabelColumn> before, LabelColumn column) {
    if (before.stream().anyMatch(each -> each.name().equalsIgnoreCase(column.name()))) {
      throw new InputErrors(files.source())
          .parameter(
              option,
              "a second column " + column.name(),
              "other names than those of the other options");
    }
  }
}

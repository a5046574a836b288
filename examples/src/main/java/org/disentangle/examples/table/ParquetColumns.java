// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.table;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.disentangle.error.FirstFew;
import org.disentangle.stage.InputErrors;

/**
 * Whether the files of a table have the same columns. Spark takes those of one file, leaves others
 * out, and fills in nulls.
 *
 * @param file one of the files, as Spark names it
 * @param names of its columns, sorted, in lower case
 */
record ParquetColumns(String file, Set<String> names) {

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  /**
   * Compares all files.
   *
   * @param files as Spark names them
   * @param depth how many names the path has that is read; what comes below may be folders of
   *     values, such as {@code x=1}
   * @throws org.disentangle.error.InvalidInputException if columns differ, or a file has one that
   *     the folder it lies in is called after
   */
  static void requireSame(String[] files, int depth, Configuration conf) {
    List<ParquetColumns> all =
        Arrays.stream(files).sorted().parallel().flatMap(file -> of(file, conf).stream()).toList();
    for (ParquetColumns each : all) {
      if (!each.names.equals(all.get(0).names)) {
        throw ERRORS.file(
            each.path().toUri().getPath(),
            "the columns " + each.shown(),
            all.get(0).shown() + ", as in " + all.get(0).path().getName(),
            "Write all files of the table with one schema, or read one of them.",
            null);
      }
      each.requireOwnNames(depth);
    }
  }

  /** Empty for a file that cannot be read: Spark says so when it comes to it. */
  private static Optional<ParquetColumns> of(String file, Configuration conf) {
    Path path = new Path(URI.create(file));
    ParquetReadOptions schemaOnly =
        HadoopReadOptions.builder(conf, path)
            .withMetadataFilter(ParquetMetadataConverter.SKIP_ROW_GROUPS)
            .build();
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, conf), schemaOnly)) {
      return Optional.of(
          new ParquetColumns(
              file,
              reader.getFileMetaData().getSchema().getFields().stream()
                  .map(Type::getName)
                  .map(name -> name.toLowerCase(Locale.ROOT))
                  .collect(Collectors.toCollection(TreeSet::new))));
    } catch (IOException | RuntimeException e) { // what Parquet throws at other bytes than its own
      return Optional.empty();
    }
  }

  private void requireOwnNames(int depth) {
    Path folder = path().getParent();
    for (; folder != null && folder.depth() > depth; folder = folder.getParent()) {
      String name = folder.getName();
      int equals = name.indexOf('=');
      if (equals > 0 && names.contains(name.substring(0, equals).toLowerCase(Locale.ROOT))) {
        throw ERRORS.file(
            path().toUri().getPath(),
            String.format(
                Locale.ROOT,
                "the column %s, which its folder %s gives too",
                name.substring(0, equals),
                name),
            "columns in the files or in the names of folders, not in both",
            "Rename the folder.",
            null);
      }
    }
  }

  private Path path() {
    return new Path(URI.create(file));
  }

  private String shown() {
    return "[" + FirstFew.of(names) + "]";
  }
}

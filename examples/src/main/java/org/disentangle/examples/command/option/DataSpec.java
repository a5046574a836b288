// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.data.huggingface.ClassLabelNames;
import org.disentangle.error.InvalidInputException;
import org.disentangle.examples.table.ParquetTable;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.NearestName;
import picocli.CommandLine.ITypeConverter;

/**
 * Images named in one word of the command line.
 *
 * <ul>
 *   <li>{@code dsprites[:OPTION=VALUE,...]}, {@code cdsprites[:OPTION=VALUE,...]} and {@code
 *       teapots[:OPTION=VALUE,...]}: the data source of that name with its options. A {@code +} in
 *       a value stands for the comma of a list: {@code
 *       dsprites:imageSize=32,factors=scale+posX+posY,scale=1+3+5,posX=0:31:2}. In the option
 *       {@code path}, {@code dsprites:path=FILE}, it stands for itself
 *   <li>{@code idx:FILE[,OPTION=VALUE,...]}: the data source {@code idx}, with the file of images
 *       first: {@code idx:train-images.gz,labels=train-labels.gz,sample=10000}
 *   <li>{@code NAME:path=FILE[,OPTION=VALUE,...]} with a name of {@link #PUBLISHED}: the data
 *       source of that name, which reads published files
 *   <li>{@code parquet:PATH[,OPTION=VALUE,...]}: a table with an image column, {@code image} or the
 *       one that the option {@code imageCol} names; {@code drop=COL+COL} leaves columns out, {@code
 *       rename=OLD:NEW+OLD:NEW} renames them; the options of folders prepare its images. Where
 *       nothing has this name, it is a pattern with {@code * ? [ ] { }}
 *   <li>{@code image:DIR[,OPTION=VALUE,...]} or {@code folder:path=DIR[,OPTION=VALUE,...]}: the PNG
 *       and JPEG files below a folder, at any depth, prepared as the options say: {@code
 *       image:celeba,cropSize=128,imageSize=32,colourMode=rgb}. Labels and factors come from the
 *       options of the data source {@code folder}: {@code
 *       folder:path=DIR,labels=folder,glob=*.png}. What {@code pattern}, {@code glob} and {@code
 *       table} say is taken as written, up to the next comma before the name of an option and an
 *       equals sign
 * </ul>
 *
 * <p>Images of every source are prepared as those of folders are where such options are given;
 * {@code imageSize} of the rendered sources is their own option. {@code part=train} takes four
 * fifths of the images, {@code part=test} the others; with {@code by=COLUMN} four fifths of the
 * column's values.
 *
 * @param kind dsprites, cdsprites, teapots, idx, one of {@link #PUBLISHED}, parquet, folder or
 *     image
 * @param path what parquet, folder and image read; empty for the other data sources
 * @param options of the data source, or of the columns and the preparation of images
 */
public record DataSpec(String kind, String path, Map<String, String> options) {

  /** The sources of published data sets, which read the file or folder of option path. */
  public static final List<String> PUBLISHED =
      List.of(
          "mpi3d",
          "shapes3d",
          "rc49",
          "cars3d",
          "smallnorb",
          "norb",
          "svhn",
          "cifar",
          "celeba",
          "yaleb",
          "sprites",
          "npz",
          "hdf5");

  /** The explanation that every command with such an option gives. */
  public static final String HELP =
      """
      The images: a kind, a path if it reads files, and options, as in dsprites:imageSize=32,sample=500, image:DIR,imageSize=32,colourMode=grey \
      or parquet:PATH. 'disentangle data --help' lists kinds and options.""";

  /** All kinds of data and their options, for the help of the commands on data. */
  public static final String ALL_HELP =
      """
      SPEC, the images: dsprites[:OPTION=VALUE,...], cdsprites[:OPTION=VALUE,...], teapots[:OPTION=VALUE,...], \
      folder:path=DIR[,OPTION=VALUE,...], idx:FILE[,labels=FILE][,OPTION=VALUE,...], parquet:PATH[,OPTION=VALUE,...], \
      image:DIR[,OPTION=VALUE,...] (folder and image: all PNG, JPEG, PGM and PPM files below DIR) or a published data set, \
      NAME:path=FILE[,OPTION=VALUE,...] with NAME mpi3d, shapes3d, rc49, cars3d, smallnorb, norb, svhn, cifar, celeba, yaleb, sprites, npz or hdf5. \
      Options are those of the data source (all: seed; all but teapots: sample; dsprites: path of the original .npz or .hdf5, \
      imageSize, factors, shape, scale, orientation, posX, posY; cdsprites: factors, angle, radius; teapots: variant, rows, groups, groupSize, imageSize; \
      folder and image: labels=folder, pattern=REGEX with named groups, table=FILE, glob, recursive; \
      parquet: imageCol, codesCol, drop, rename=OLD:NEW; all: part=train or test, four fifths or the other fifth, of the values of a column with by=COLUMN; recipe, cropSize, cropOrder, window, imageSize, imageWidth, colourMode, interpolation, flip, range, \
      applyOrientation, handleInvalid), \
      with + between the items of a list: dsprites:imageSize=32,factors=scale+posX+posY,posX=0:31:2. \
      imageSize stretches images that are not square; cropSize cuts a square out of their centre first. \
      A PATH that nothing is named after may be a pattern: parquet:days/2024-*""";

  private static final String KINDS =
      "dsprites[:OPTION=VALUE,...], cdsprites[:OPTION=VALUE,...], teapots[:OPTION=VALUE,...],"
          + " folder:path=DIR[,OPTION=VALUE,...],"
          + " idx:FILE[,labels=FILE][,OPTION=VALUE,...], parquet:PATH[,OPTION=VALUE,...],"
          + " image:DIR[,OPTION=VALUE,...] or NAME:path=FILE[,OPTION=VALUE,...] with NAME one of "
          + String.join(", ", PUBLISHED);

  private static final List<String> NAMES =
      Stream.concat(
              Stream.of("dsprites", "cdsprites", "teapots", "idx", "folder", "parquet", "image"),
              PUBLISHED.stream())
          .toList();

  private static final String PATH = "path";
  private static final String LABELS = "labels";

  /** Options whose value is the name of a file. */
  private static final Set<String> FILES = Set.of(PATH, LABELS, "table");

  /** Options whose value is taken as written: + and commas are letters like any other. */
  private static final Set<String> VERBATIM = Set.of("pattern", "glob", "table");

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  /** For picocli. */
  public static final class Converter implements ITypeConverter<DataSpec> {
    @Override
    public DataSpec convert(String text) {
      return parse(text);
    }
  }

  public static DataSpec parse(String text) {
    DataSpec spec = read(text);
    for (Map.Entry<String, String> option : spec.options().entrySet()) {
      if (option.getValue().isEmpty() && isAsWritten(option.getKey())) {
        throw refuse(
            text,
            String.format(Locale.ROOT, "a value after '%s=', found nothing", option.getKey()));
      }
    }
    return spec;
  }

  private static DataSpec read(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String rest = colon < 0 ? "" : text.substring(colon + 1);
    if (PUBLISHED.contains(kind)) {
      return published(kind, text, required(text, kind, rest));
    }
    return switch (kind) {
      case "dsprites", "cdsprites", "teapots" -> new DataSpec(kind, "", options(text, rest));
      case "idx" -> new DataSpec(kind, "", options(text, "path=" + required(text, kind, rest)));
      case "folder" -> prepared(kind, text, required(text, kind, rest.replaceFirst("^path=", "")));
      case "parquet", "image" -> prepared(kind, text, required(text, kind, rest));
      default ->
          throw refuse(
              text,
              KINDS,
              NearestName.hint(
                  kind.strip(),
                  NAMES,
                  String.format(
                      Locale.ROOT, "Write the kind before the path, as in parquet:%s.", text)));
    };
  }

  /** A path may hold commas, but none that is followed by a name and an equals sign. */
  private static DataSpec prepared(String kind, String text, String rest) {
    String[] parts = rest.split(",(?=\\w+=)", 2);
    return new DataSpec(kind, parts[0], options(text, parts.length == 1 ? "" : parts[1]));
  }

  /** The path may stand alone, first. */
  private static DataSpec published(String kind, String text, String rest) {
    String[] parts = rest.split(",(?=\\w+=)", 2);
    String first = parts[0].matches("(?s)\\w+=.*") ? parts[0] : PATH + "=" + parts[0];
    int equals = first.indexOf('=');
    Map<String, String> options = options(text, parts.length == 1 ? "" : parts[1]);
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        first.substring(0, equals), value(first.substring(0, equals), first.substring(equals + 1)));
    for (Map.Entry<String, String> option : options.entrySet()) {
      add(text, all, option.getKey(), option.getValue());
    }
    return new DataSpec(kind, "", all);
  }

  private static String value(String name, String given) {
    return isAsWritten(name) ? given : given.replace('+', ',');
  }

  /** Data sources read names in upper and lower case alike. */
  private static void add(String text, Map<String, String> options, String name, String value) {
    if (options.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
      throw refuse(text, String.format(Locale.ROOT, "every option once, found %s again", name));
    }
    options.put(name, value);
  }

  private static String required(String text, String kind, String rest) {
    if (rest.isEmpty() || rest.startsWith(",")) {
      throw refuse(text, String.format(Locale.ROOT, "a path after '%s:'", kind), "Add the path.");
    }
    return rest;
  }

  private static Map<String, String> options(String text, String rest) {
    Map<String, String> options = new LinkedHashMap<>();
    String before = "";
    for (String item : rest.isEmpty() ? new String[0] : rest.split(",", -1)) {
      int equals = item.indexOf('=');
      if (VERBATIM.contains(before)
          && (equals < 1 || !PictureFolder.OPTIONS.contains(item.substring(0, equals)))) {
        options.merge(before, "," + item, String::concat);
        continue;
      }
      if (equals < 1) {
        throw refuse(
            text,
            String.format(Locale.ROOT, "OPTION=VALUE between the commas, found '%s'", item),
            "Join the items of a list with +, not commas.");
      }
      before = item.substring(0, equals);
      add(text, options, before, value(before, item.substring(equals + 1)));
    }
    return options;
  }

  private static boolean isAsWritten(String option) {
    return FILES.contains(option) || VERBATIM.contains(option);
  }

  /** The images as a DataFrame; refuses a path where nothing is. */
  public Dataset<Row> load(SparkSession spark) {
    Map<String, String> whole = ImagePart.others(options);
    Dataset<Row> images =
        switch (kind) {
          case "parquet" ->
              PictureFolder.prepare(ClassLabelNames.named(table(spark).load(spark)), whole);
          case "folder", "image" -> PictureFolder.load(path, whole, spark);
          default -> PictureFolder.source(kind, whole, spark);
        };
    return ImagePart.of(images, options);
  }

  /** As it may be written. */
  public String text() {
    List<String> items = new ArrayList<>();
    if (!path.isEmpty()) {
      items.add(kind.equals("folder") ? PATH + "=" + path : path);
    }
    boolean standsAlone = kind.equals("idx");
    options.forEach(
        (name, value) ->
            items.add(
                (standsAlone && name.equals(PATH) ? "" : name + "=")
                    + (isAsWritten(name) ? value : value.replace(',', '+'))));
    return items.isEmpty() ? kind : kind + ":" + String.join(",", items);
  }

  /** Paths of all files and folders that are read. */
  List<String> files() {
    Stream<String> named =
        options.entrySet().stream()
            .filter(option -> FILES.contains(option.getKey()))
            .filter(option -> kind.equals("idx") || !option.getKey().equals(LABELS))
            .map(Map.Entry::getValue);
    return Stream.concat(Stream.of(path).filter(text -> !text.isEmpty()), named).toList();
  }

  private ParquetTable table(SparkSession spark) {
    return new ParquetTable(path, ExistingInput.matching(path, "--data", spark).pattern());
  }

  private static InvalidInputException refuse(String text, String expected) {
    return refuse(text, expected, null);
  }

  private static InvalidInputException refuse(String text, String expected, String advice) {
    return ERRORS.parameter("--data", text, expected, advice);
  }
}

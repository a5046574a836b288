package org.disentangle.examples.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.ITypeConverter;

/**
 * Images named in one word of the command line.
 *
 * <ul>
 *   <li>{@code dsprites[:OPTION=VALUE,...]}: the data source {@code dsprites} with its options. A
 *       {@code +} in a value stands for the comma of a list: {@code
 *       dsprites:imageSize=32,factors=scale+posX+posY,scale=1+3+5,posX=0:31:2}
 *   <li>{@code teapots[:OPTION=VALUE,...]}: the data source {@code teapots} in the same way: {@code
 *       teapots:variant=rotation,rows=10000}
 *   <li>{@code parquet:PATH}: a table with an image column
 *   <li>{@code image:DIR[,OPTION=VALUE,...]}: a folder of PNG and JPEG files, prepared as the options
 *       say: {@code image:celeba,cropSize=128,imageSize=32,colourMode=rgb}
 * </ul>
 *
 * @param kind dsprites, teapots, parquet or image
 * @param path what parquet and image read; empty for the others
 * @param options of the data source
 */
record DataSpec(String kind, String path, Map<String, String> options) {

  /** The explanation that every command with such an option gives. */
  static final String HELP =
      """
      The images: dsprites[:OPTION=VALUE,...], teapots[:OPTION=VALUE,...], parquet:PATH or image:DIR[,OPTION=VALUE,...]. \
      Options of dsprites are those of the data source (imageSize, sample, seed, factors, shape, scale, \
      orientation, posX, posY), with + between the items of a list: \
      dsprites:imageSize=32,factors=scale+posX+posY,posX=0:31:2. Those of teapots are variant \
      (standard, rotation, light), rows, groups, groupSize, imageSize, seed and the names of its factors. Those of image are cropSize, imageSize, colourMode (keep, grey, \
      rgb), interpolation (bilinear, nearest, area) and handleInvalid (error, skip).""";

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  /** For picocli. */
  static final class Converter implements ITypeConverter<DataSpec> {
    @Override
    public DataSpec convert(String text) {
      return parse(text);
    }
  }

  static DataSpec parse(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String rest = colon < 0 ? "" : text.substring(colon + 1);
    return switch (kind) {
      case "dsprites", "teapots" -> new DataSpec(kind, "", options(text, rest));
      case "parquet", "image" -> {
        if (rest.isEmpty()) {
          throw refuse(text, "a path after '%s:'".formatted(kind), "the path is missing.");
        }
        int comma = kind.equals("image") ? beginOfOptions(rest) : rest.length();
        yield new DataSpec(
            kind, rest.substring(0, comma), options(text, rest.substring(comma).replaceFirst(",", "")));
      }
      default ->
          throw refuse(
              text,
              "dsprites[:OPTION=VALUE,...], teapots[:OPTION=VALUE,...], parquet:PATH or"
                  + " image:DIR[,OPTION=VALUE,...]",
              "the path lacks its kind, as in parquet:%s.".formatted(text));
    };
  }

  /** Paths may hold commas, but none that is followed by a name and an equals sign. */
  private static int beginOfOptions(String rest) {
    Matcher option = Pattern.compile(",\\w+=").matcher(rest);
    return option.find() ? option.start() : rest.length();
  }

  private static Map<String, String> options(String text, String rest) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String item : rest.isEmpty() ? new String[0] : rest.split(",", -1)) {
      int equals = item.indexOf('=');
      if (equals < 1) {
        throw refuse(
            text,
            "OPTION=VALUE between the commas, found '%s'".formatted(item),
            "a list was written with commas: its items are joined by +.");
      }
      String name = item.substring(0, equals);
      String value = item.substring(equals + 1).replace('+', ',');
      if (options.put(name, value) != null) {
        throw refuse(
            text, "every option once, found %s again".formatted(name), "one is left over.");
      }
    }
    return options;
  }

  /** The images as a DataFrame; refuses a path where nothing is. */
  Dataset<Row> load(SparkSession spark) {
    return switch (kind) {
      case "parquet" -> spark.read().parquet(existing(spark));
      case "image" -> PictureFolder.load(existing(spark), options, spark);
      default -> spark.read().format(kind).options(options).load();
    };
  }

  private String existing(SparkSession spark) {
    return ExistingInput.require(path, "--data", spark);
  }

  private static IllegalArgumentException refuse(String text, String expected, String maybe) {
    return ERRORS.parameter("--data", text, expected, maybe);
  }
}

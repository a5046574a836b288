package org.disentangle.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.disentangle.image.ImageFormat;

/**
 * The options of {@link SpriteSource}, checked.
 *
 * @param imageSize height and width in pixels
 * @param imageFormat form of the image column
 * @param selection which pictures
 * @param numPartitions partitions of the data set
 */
record SpriteOptions(
    int imageSize, ImageFormat imageFormat, SpriteSelection selection, int numPartitions)
    implements Serializable {

  private static final String IMAGE_SIZE = "imageSize";
  private static final String IMAGE_FORMAT = "imageFormat";
  private static final String SAMPLE = "sample";
  private static final String SEED = "seed";
  private static final String FACTORS = "factors";
  private static final String NUM_PARTITIONS = "numPartitions";
  private static final String ALL = "all";
  private static final int ROWS_PER_PARTITION = 4096;
  private static final long DEFAULT_SEED = 42;

  /** Reads options as Spark hands them over; refuses what is unknown or out of range. */
  static SpriteOptions parse(CaseInsensitiveStringMap map) {
    OptionReader options = new OptionReader(SpriteSource.NAME, map);
    options.requireOnly(names());
    int imageSize = imageSize(options);
    ImageFormat format = imageFormat(options);
    List<List<Integer>> indices = indices(options);
    int pool = SpriteSelection.poolOf(indices);
    String maybe = "the factors leave fewer pictures (%d) than thought".formatted(pool);
    int rows = (int) options.number(SAMPLE, pool, 1, pool, maybe);
    long seed =
        options.number(
            SEED, DEFAULT_SEED, Long.MIN_VALUE, Long.MAX_VALUE, "it is a name or has a fraction");
    int byDefault = (rows + ROWS_PER_PARTITION - 1) / ROWS_PER_PARTITION;
    int numPartitions =
        (int)
            options.number(
                NUM_PARTITIONS, byDefault, 1, rows, "there are fewer pictures than partitions");
    return new SpriteOptions(
        imageSize, format, new SpriteSelection(indices, rows, seed), numPartitions);
  }

  private static Set<String> names() {
    Set<String> names =
        new HashSet<>(Set.of(IMAGE_SIZE, IMAGE_FORMAT, SAMPLE, SEED, FACTORS, NUM_PARTITIONS));
    for (SpriteFactor factor : SpriteFactor.values()) {
      names.add(factor.id());
    }
    return names;
  }

  private static int imageSize(OptionReader options) {
    String maybe = "another size should be made from 64 pixels by resizing";
    int imageSize = (int) options.number(IMAGE_SIZE, 64, 16, 64, maybe);
    if (imageSize % 2 != 0) {
      throw options.refuse(IMAGE_SIZE, "an even number", maybe);
    }
    return imageSize;
  }

  private static ImageFormat imageFormat(OptionReader options) {
    String id = options.text(IMAGE_FORMAT).orElse(ImageFormat.IMAGE.id());
    return ImageFormat.find(id)
        .orElseThrow(
            () ->
                options.refuse(
                    IMAGE_FORMAT,
                    "one of " + String.join(", ", ImageFormat.ids()),
                    "it is misspelt; ids are in lower case"));
  }

  private static List<List<Integer>> indices(OptionReader options) {
    Set<SpriteFactor> varying = varying(options);
    List<List<Integer>> indices = new ArrayList<>();
    for (SpriteFactor factor : SpriteFactor.values()) {
      Optional<String> named = options.text(factor.id());
      if (named.isPresent() && !varying.contains(factor)) {
        throw options.refuse(
            factor.id(),
            "no such option, because option factors leaves %s out".formatted(factor.id()),
            "the factor should be added to option factors, or that option left out");
      }
      if (named.isPresent()) {
        indices.add(
            IndexList.parse(named.get(), factor.count())
                .orElseThrow(
                    () ->
                        options.refuse(
                            factor.id(),
                            "different indices from 0 to %d such as 0,2 or 0:%d or 0:%d:2"
                                .formatted(
                                    factor.count() - 1, factor.count() - 1, factor.count() - 1),
                            "indices were counted from 1, or a range runs backwards")));
      } else if (varying.contains(factor)) {
        indices.add(IndexList.all(factor.count()));
      } else {
        indices.add(List.of(factor.restingIndex()));
      }
    }
    return indices;
  }

  private static Set<SpriteFactor> varying(OptionReader options) {
    String text = options.text(FACTORS).orElse(ALL);
    if (text.equals(ALL)) {
      return EnumSet.allOf(SpriteFactor.class);
    }
    Set<SpriteFactor> varying = EnumSet.noneOf(SpriteFactor.class);
    for (String item : text.split(",", -1)) {
      String id = item.strip();
      SpriteFactor named =
          Arrays.stream(SpriteFactor.values())
              .filter(factor -> factor.id().equals(id))
              .findFirst()
              .orElseThrow(() -> refuseFactors(options));
      if (!varying.add(named)) {
        throw refuseFactors(options);
      }
    }
    return varying;
  }

  private static IllegalArgumentException refuseFactors(OptionReader options) {
    return options.refuse(
        FACTORS,
        "\"%s\" or different ones of %s, separated by commas".formatted(ALL, SpriteFactor.ids()),
        "a name is misspelt; letters have to match, as in posX");
  }
}

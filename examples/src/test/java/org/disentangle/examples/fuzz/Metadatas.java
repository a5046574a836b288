// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.disentangle.image.ImageColumns;

/** Metadata of columns: of images, of ML attributes, and what other programs make of their keys. */
final class Metadatas {

  private static final String IMAGE = "disentangle.image";

  private Metadatas() {}

  static Arbitrary<Metadata> any() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.just(Metadata.empty())),
        Tuple.of(2, Arbitraries.just(ImageColumns.metadata(EveryStage.SHAPE))),
        Tuple.of(
            1,
            Arbitraries.longs()
                .tuple3()
                .map(sizes -> sizes(sizes.get1(), sizes.get2(), sizes.get3()))),
        Tuple.of(
            1,
            Arbitraries.of(
                new MetadataBuilder().putString(IMAGE, "1x32x32").build(),
                new MetadataBuilder().putLong(IMAGE, 32).build(),
                new MetadataBuilder().putMetadata(IMAGE, Metadata.empty()).build(),
                nested(new MetadataBuilder().putString("channels", "1")),
                nested(image().putString("valueRange", "percent")),
                nested(image().putLong("valueRange", 1)),
                new MetadataBuilder().putString("ml_attr", "nominal").build(),
                new MetadataBuilder()
                    .putMetadata("ml_attr", new MetadataBuilder().putString("type", "odd").build())
                    .build())));
  }

  private static Metadata sizes(long channels, long height, long width) {
    return nested(
        new MetadataBuilder()
            .putLong("channels", channels)
            .putLong("height", height)
            .putLong("width", width));
  }

  private static MetadataBuilder image() {
    return new MetadataBuilder().putLong("channels", 1).putLong("height", 32).putLong("width", 32);
  }

  private static Metadata nested(MetadataBuilder image) {
    return new MetadataBuilder().putMetadata(IMAGE, image.build()).build();
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.image.ImageColumns;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSpecTest {

  @Test
  void plusesJoinListsButBelongToNamesOfFiles() {
    assertEquals(
        Map.of("path", "a+b.npz", "shape", "0,2"),
        DataSpec.parse("dsprites:path=a+b.npz,shape=0+2").options());
    assertEquals(
        Map.of("path", "hdfs://host/c++/i.gz", "labels", "c++/l.gz", "sample", "9"),
        DataSpec.parse("idx:hdfs://host/c++/i.gz,labels=c++/l.gz,sample=9").options());
  }

  @Test
  void patternsAreTakenAsWritten() {
    String pattern = "(?<a>\\w+)_[x,y=]{1,3}(?=z),b=(?<c>.)";
    DataSpec spec =
        DataSpec.parse("folder:path=a,b,glob=*.{png,jpg},pattern=" + pattern + ",imageSize=8");
    assertEquals("a,b", spec.path());
    assertEquals(
        Map.of("glob", "*.{png,jpg}", "pattern", pattern, "imageSize", "8"), spec.options());
    assertEquals(spec, DataSpec.parse(spec.text()));
    assertEquals(
        Map.of("table", "a+b,c.csv", "labels", "folder"),
        DataSpec.parse("image:d,table=a+b,c.csv,labels=folder").options());
  }

  @Test
  void imagesOfSourcesAreTooPrepared() {
    Dataset<Row> discs =
        DataSpec.parse("cdsprites:sample=3,cropSize=32,colourMode=rgb").load(SharedSpark.session());
    assertEquals("image", discs.columns()[0]);
    assertEquals("3x32x32", ImageColumns.shapeOf(discs.schema().apply("image")).get().toString());
  }

  @Test
  void partsAreApartAndTogetherAllImages() {
    Dataset<Row> train = DataSpec.parse("cdsprites:part=train").load(SharedSpark.session());
    Dataset<Row> test = DataSpec.parse("cdsprites:part=test").load(SharedSpark.session());
    assertEquals(1080, train.count() + test.count());
    assertEquals(
        1080, train.union(test).select("factor_angle", "factor_radius").distinct().count());
    assertEquals(0.2, test.count() / 1080.0, 0.04);
    String refusal =
        assertThrows(
                InvalidInputException.class,
                () -> DataSpec.parse("cdsprites:part=half").load(SharedSpark.session()))
            .getMessage();
    assertTrue(refusal.contains("half") && refusal.contains("[train, test]"), refusal);
  }

  /** As for identities of which none is both trained and tested on. */
  @Test
  void partsByAColumnHaveNoValueInCommon() {
    String all = "cdsprites:radius=0:25:5";
    Dataset<Row> train = loaded(all + ",part=train,by=factor_radius");
    Dataset<Row> test = loaded(all + ",part=test,by=factor_radius");
    assertEquals(loaded(all).count(), train.count() + test.count());
    List<Integer> trained = radii(train);
    List<Integer> tested = radii(test);
    assertEquals(4, trained.size());
    assertEquals(2, tested.size());
    assertTrue(trained.stream().noneMatch(tested::contains), trained + " and " + tested);
    assertTrue(trained.contains(0), "labels to train on begin with the first: " + trained);
    for (String[] wrong :
        new String[][] {
          {"by=factor_radius", "by needs part=train or part=test"},
          {"part=test,by=nope", "found 'nope'; expected one of the columns"},
          {"part=test,by=factor_radius,radius=5", "two values or more; it has 1"}
        }) {
      String refusal =
          assertThrows(InvalidInputException.class, () -> loaded("cdsprites:" + wrong[0]))
              .getMessage();
      assertTrue(refusal.contains(wrong[1]), refusal);
    }
  }

  private static Dataset<Row> loaded(String spec) {
    return DataSpec.parse(spec).load(SharedSpark.session());
  }

  private static List<Integer> radii(Dataset<Row> discs) {
    return discs.select("factor_radius").distinct().sort("factor_radius").collectAsList().stream()
        .map(row -> ((Number) row.get(0)).intValue())
        .toList();
  }

  @Test
  void discsAreLoaded() {
    Dataset<Row> discs = DataSpec.parse("cdsprites:radius=0+26").load(SharedSpark.session());
    assertEquals(80, discs.count());
    assertEquals(1080, DataSpec.parse("cdsprites").load(SharedSpark.session()).count());
  }

  @Test
  void idxFilesAreLoaded(@TempDir Path folder) throws IOException {
    byte[] images =
        ByteBuffer.allocate(24).putInt(0x803).putInt(2).putInt(2).putInt(2).putInt(-1).array();
    byte[] labels = ByteBuffer.allocate(10).putInt(0x801).putInt(2).put((byte) 7).array();
    Path file = Files.write(folder.resolve("images"), images);
    Path label = Files.write(folder.resolve("labels"), labels);
    Dataset<Row> loaded =
        DataSpec.parse(String.format(Locale.ROOT, "idx:%s,labels=%s", file, label))
            .load(SharedSpark.session());
    assertArrayEquals(new String[] {"image", "label"}, loaded.columns());
    assertEquals(7, loaded.first().getInt(1));
  }

  @Test
  void publishedSetsHaveAPath() {
    DataSpec named = DataSpec.parse("npz:path=a,b+c.npz,sizes=3+2,names=x+y");
    assertEquals(Map.of("path", "a,b+c.npz", "sizes", "3,2", "names", "x,y"), named.options());
    assertEquals(named, DataSpec.parse("npz:a,b+c.npz,sizes=3+2,names=x+y"));
    assertEquals("npz:path=a,b+c.npz,sizes=3+2,names=x+y", named.text());
    assertThrows(InvalidInputException.class, () -> DataSpec.parse("mpi3d"));
    assertThrows(InvalidInputException.class, () -> DataSpec.parse("npz:path=a,seed=1,seed=2"));
  }

  @Test
  void everyPublishedSetIsKnownToHelpAndToSpark() {
    for (String name : DataSpec.PUBLISHED) {
      assertTrue(DataSpec.ALL_HELP.matches("(?s).*\\b" + name + "\\b.*"), name);
      DataSpec spec = DataSpec.parse(name + ":path=/nothing/there");
      String message =
          assertThrows(InvalidInputException.class, () -> spec.load(SharedSpark.session()), name)
              .getMessage();
      assertTrue(message.startsWith(name + ": "), message);
    }
  }

  @Test
  void optionsStandOnceInUpperOrLowerCase() {
    for (String twice : List.of("dsprites:imageSize=32,imagesize=64", "npz:path=a,PATH=b")) {
      String found =
          assertThrows(InvalidInputException.class, () -> DataSpec.parse(twice)).getMessage();
      assertTrue(found.contains("every option once"), found);
    }
  }

  @Test
  void whatIsMissingIsNamed() {
    String message =
        assertThrows(InvalidInputException.class, () -> DataSpec.parse("idx:,labels=x"))
            .getMessage();
    assertTrue(message.contains("a path after 'idx:'"), message);
    for (String empty :
        List.of("npz:path=", "folder:x,table=", "idx:x,labels=", "folder:x,glob=")) {
      String option = empty.replaceFirst(".*[:,]", "");
      String found =
          assertThrows(InvalidInputException.class, () -> DataSpec.parse(empty)).getMessage();
      assertTrue(found.contains("a value after '" + option + "', found nothing"), found);
    }
    String other =
        assertThrows(InvalidInputException.class, () -> DataSpec.parse("mnist")).getMessage();
    assertTrue(other.contains("cdsprites"), other);
  }

  @Test
  void dataAreWrittenAsTheyAreTyped() {
    for (String typed :
        List.of("folder:path=a,sample=3", "idx:i.gz,labels=l.gz", "dsprites:shape=0+2")) {
      assertEquals(typed, DataSpec.parse(typed).text());
      assertEquals(DataSpec.parse(typed), DataSpec.parse(DataSpec.parse(typed).text()));
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What paths and tables say about pictures becomes labels and factors. */
class FolderSourceTest {

  @TempDir Path folder;

  @Test
  void labelsAreThePathsOfFolders() throws IOException {
    pictures("Latin/character01/a.png", "Greek/character01/b.png", "Greek/character02/c.png");
    Dataset<Row> rows = reader().option("labels", "folder").load();
    assertEquals(List.of("image", "path", "label"), List.of(rows.columns()));
    assertEquals(
        List.of("Greek/character01", "Greek/character02", "Latin/character01"),
        names(rows, "label"));
    assertEquals("b.png:0 c.png:1 a.png:2", joined(rows, "label"));
    pictures("d.png");
    assertRefused("folder", reader().option("labels", "folder"), "d.png", "in no folder");
    assertRefused("folder", reader().option("labels", "name"), "option labels is \"name\"");
  }

  @Test
  void groupsOfAPatternAreFactors() throws IOException {
    pictures(
        "b7/renders/image_p020_t348.png",
        "b7/renders/image_p030_t011.png",
        "a1/renders/image_p020_t011.png");
    Dataset<Row> rows =
        reader()
            .option(
                "pattern",
                "(?P<the_model>\\w+)/renders/.*_p(?<elevation>\\d+)_t(?<azimuth>\\d{1,3})")
            .load();
    assertEquals(
        List.of(
            "image",
            "path",
            "factor_the_model",
            "factor_elevation",
            "factor_azimuth",
            "value_elevation",
            "value_azimuth"),
        List.of(rows.columns()));
    assertEquals(List.of("a1", "b7"), names(rows, "factor_the_model"));
    assertEquals(List.of("011", "348"), names(rows, "factor_azimuth"));
    Row last = rows.collectAsList().get(2);
    assertEquals(1, last.getInt(2));
    assertEquals(1, last.getInt(3));
    assertEquals(30.0, last.getDouble(5));
    assertEquals(11.0, last.getDouble(6));
    pictures("c/renders/image.png");
    assertRefused("folder", reader().option("pattern", "_t(?<t>\\d+)"), "c/renders/image.png");
    assertRefused("folder", reader().option("pattern", "(?<a>x)?"), "value of group a");
    assertRefused("folder", reader().option("pattern", "(?<a>"), "a regular expression");
    assertRefused("folder", reader().option("pattern", "c"), "named groups");
    assertRefused("folder", reader().option("pattern", "(?<a>.)(?<A>.)"), "every group once");
  }

  @Test
  void numbersAreSortedAsNumbers() throws IOException {
    pictures("x+110.png", "x-35.png", "x+5.png", "x-035.png");
    Dataset<Row> rows = reader().option("pattern", "x(?<angle>[+-]\\d+)").load();
    assertEquals("x+110.png:2 x+5.png:1 x-035.png:0 x-35.png:0", joined(rows, "factor_angle"));
    assertEquals(
        "x+110.png:110.0 x+5.png:5.0 x-035.png:-35.0 x-35.png:-35.0", joined(rows, "value_angle"));
  }

  @Test
  void globAndDepth() throws IOException {
    pictures("a.png", "b.jpg", "c/d.png", "c/e/f.png");
    assertEquals(4, reader().load().count());
    assertEquals(2, reader().option("recursive", "false").load().count());
    assertEquals(3, reader().option("glob", "*.png").load().count());
    assertEquals(1, reader().option("glob", "c/*").load().count());
    assertEquals(2, reader().option("glob", "{c/**,x}").load().count());
    assertEquals(2, reader().option("glob", "[ab].{png,jpg}").load().count());
    assertRefused("folder", reader().option("glob", "*.gif"), "unmatched files", "match *.gif");
    assertRefused("folder", reader().option("glob", "[a"), "option glob is");
    assertRefused("folder", reader().option("recursive", "no"), "true or false");
  }

  @Test
  void aTableIsJoinedByName() throws IOException {
    pictures("x/1.png", "x/2.png", "3.jpg");
    String csv =
        """
        \uFEFFname,hue,size,label,"the, text"
        3.jpg,2,0.5,dog,"a ""b"\""
        4.jpg,9,0.5,ape,z

        x/1.png,10,1.5,cat,"two
        lines"
        x/2.png,-1,1e1,cat,z
        """;
    Dataset<Row> rows = table("t.csv", csv.replace("\n", "\r\n").replace("two\r\n", "two\n"));
    assertEquals(
        List.of(
            "image", "path", "label", "factor_hue", "factor_the, text", "value_hue", "value_size"),
        List.of(rows.columns()));
    assertEquals(List.of("ape", "cat", "dog"), names(rows, "label"));
    assertEquals("3.jpg:2 1.png:1 2.png:1", joined(rows, "label"));
    assertEquals(List.of("-1", "2", "9", "10"), names(rows, "factor_hue"));
    assertEquals("3.jpg:1 1.png:3 2.png:0", joined(rows, "factor_hue"));
    assertEquals("3.jpg:0.5 1.png:1.5 2.png:10.0", joined(rows, "value_size"));
    assertEquals(List.of("a \"b\"", "two\nlines", "z"), names(rows, "factor_the, text"));
  }

  @Test
  void tablesOfCelebA() throws IOException {
    pictures("1.jpg", "2.jpg");
    Dataset<Row> attributes = table("a.txt", "3\nMale 5_o \n1.jpg -1  1\n2.jpg  1 -1\n9.jpg 1 1\n");
    assertEquals("1.jpg:0 2.jpg:1", joined(attributes, "factor_Male"));
    assertEquals("1.jpg:1.0 2.jpg:-1.0", joined(attributes, "value_5_o"));
    assertEquals(List.of("-1", "1"), names(attributes, "factor_Male"));
    Dataset<Row> identities = table("i.txt", "1.jpg 2880\n2.jpg 17\n");
    assertEquals(List.of("image", "path", "label"), List.of(identities.columns()));
    assertEquals("1.jpg:1 2.jpg:0", joined(identities, "label"));
    Dataset<Row> stems = table("s.tsv", "id\tage\n1\t30\n2\t40\n3\t4\n");
    assertEquals("1.jpg:30.0 2.jpg:40.0", joined(stems, "value_age"));
    assertEquals("1.jpg:0 2.jpg:1", joined(table("c.csv", "a;1.jpg\nb;2.jpg"), "label"));
  }

  @Test
  void tablesThatDoNotFitAreRefused() throws IOException {
    pictures("1.jpg", "2.jpg", "x/3.jpg", "y/3.jpg");
    refused("a.txt", "1.jpg 1\n2.jpg 2\nx/3.jpg 3", "no line for 1 of 4", "y/3.jpg");
    refused("b.txt", "1.jpg 1\n1.jpg 2", "two lines for 1.jpg");
    refused("c.csv", "f,v\n1.jpg,1\n2.jpg", "1 fields in line 3", "2 fields");
    refused("d.txt", "5\nv w\n1.jpg 1 1\n2.jpg 1 2", "2 lines of pictures", "5, as the first");
    refused("e.txt", "3.jpg 1\n1.jpg 1", "the name of several pictures");
    refused("f.csv", "f,v\n1.jpg,\n2.jpg,1\nx/3.jpg,1\ny/3.jpg,1", "no v for 1.jpg");
    refused(
        "l.csv", "f,v\n1.jpg,.5\n2.jpg,NaN\nx/3.jpg,1\ny/3.jpg,-inf", "v NaN for 2.jpg (2 of 4");
    refused("g.csv", "f,v,V\n1.jpg,1,1", "two columns");
    refused("h.csv", "\n", "no line of text");
    refused("i.csv", "a,b\nc,d", "no column with names of pictures");
    refused("j.csv", "x/3.jpg,1\nfolder/x/3.jpg,1".replace("folder", name()), "two lines for one");
    refused(
        "m.csv",
        "f,v\n1.jpg,a\n2.jpg,b\nx/3.jpg,a\ny/3.jpg,b\n1,c",
        "two lines for one picture, 1.jpg and 1");
    Files.write(folder.resolve("k.csv"), new byte[] {'a', (byte) 0xff});
    assertRefused("folder", reader().option("table", folder + "/k.csv"), "no text in UTF-8");
    assertRefused("folder", reader().option("table", "absent.csv"), "absent.csv", "found nothing");
  }

  /** 2^53 and 2^53 + 1 are one double. */
  @Test
  void longWholeNumbersAreToldApart() throws IOException {
    pictures("1.jpg", "2.jpg", "3.jpg");
    String ids = "f,label,v\n1.jpg,9007199254740993,7\n2.jpg,9007199254740992,1\n3.jpg,-5,%s\n";
    Dataset<Row> rows = table("big.csv", ids.replace("%s", "9".repeat(20)));
    assertEquals(List.of("-5", "9007199254740992", "9007199254740993"), names(rows, "label"));
    assertEquals("1.jpg:2 2.jpg:1 3.jpg:0", joined(rows, "label"));
    assertEquals("1.jpg:1 2.jpg:0 3.jpg:2", joined(rows, "factor_v"));
    assertEquals(List.of("image", "path", "label", "factor_v"), List.of(rows.columns()));
    rows = table("exact.csv", "f,v\n1.jpg,9007199254740991\n2.jpg,1\n3.jpg,2\n");
    assertEquals("1.jpg:9.007199254740991E15 2.jpg:1.0 3.jpg:2.0", joined(rows, "value_v"));
  }

  /** NaN among words is a word. */
  @Test
  void aColumnOfWordsMayHaveAnyWord() throws IOException {
    pictures("1.jpg", "2.jpg", "3.jpg");
    Dataset<Row> rows = table("w.csv", "f,v\n1.jpg,red\n2.jpg,nan\n3.jpg,7\n");
    assertEquals(List.of("7", "nan", "red"), names(rows, "factor_v"));
    rows = table("n.csv", "f,v\n1.jpg,none\n2.jpg,n/a\n3.jpg,none\n");
    assertEquals(List.of("n/a", "none"), names(rows, "factor_v"));
  }

  @Test
  void picturesOfNetpbm() throws IOException {
    pictures("a.png", "c.txt");
    Files.writeString(folder.resolve("b.PGM"), "P2 2 1 255 7 9");
    Files.writeString(folder.resolve("d.ppm"), "P3 1 1 255 7 8 9");
    Files.writeString(folder.resolve("e"), "P5 2 1 255\n\1\2");
    List<Row> rows = reader().load().select("image.*").collectAsList();
    assertEquals(
        List.of(3, 1, 3, 1), rows.stream().map(row -> row.<Integer>getAs("nChannels")).toList());
    assertArrayEquals(new byte[] {7, 9}, rows.get(1).<byte[]>getAs("data"));
    assertArrayEquals(new byte[] {9, 8, 7}, rows.get(2).<byte[]>getAs("data"));
  }

  @Test
  void imagesOfEveryFormat() throws IOException {
    pictures("a.png", "b.jpg");
    Row first = reader().load().select("image.*").first();
    assertEquals("file:" + folder.resolve("a.png"), first.getString(0));
    assertEquals(3, first.getInt(3));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a.png")),
        reader().option("imageFormat", "png").load().first().getAs("image"));
    assertEquals(
        3 * 4 * 5,
        reader()
            .option("imageFormat", "array")
            .load()
            .first()
            .<scala.collection.Seq<?>>getAs(0)
            .size());
  }

  private String name() {
    return folder.getFileName().toString();
  }

  private void refused(String name, String text, String... parts) throws IOException {
    Files.writeString(folder.resolve(name), text);
    assertRefused("folder", reader().option("table", folder.resolve(name).toString()), parts);
  }

  private Dataset<Row> table(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
    return reader().option("table", name).load();
  }

  private DataFrameReader reader() {
    return SharedSpark.session().read().format("folder").option("path", folder.toString());
  }

  private static List<String> names(Dataset<Row> rows, String column) {
    return List.of(
        ((NominalAttribute) Attribute.fromStructField(rows.schema().apply(column))).values().get());
  }

  private static String joined(Dataset<Row> rows, String column) {
    return rows.select("path", column).collectAsList().stream()
        .map(
            row -> {
              String path = row.getString(0);
              return path.substring(path.lastIndexOf('/') + 1) + ":" + row.get(1);
            })
        .collect(Collectors.joining(" "));
  }

  private void pictures(String... names) throws IOException {
    for (String name : Arrays.asList(names)) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      BufferedImage image = new BufferedImage(5, 4, BufferedImage.TYPE_3BYTE_BGR);
      ImageIO.write(image, name.endsWith("png") ? "png" : "jpg", file.toFile());
    }
  }
}

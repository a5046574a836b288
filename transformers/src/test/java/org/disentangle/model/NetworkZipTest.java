// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.model;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model folder from elsewhere: numbers are taken from its zips, and nothing else. */
class NetworkZipTest {

  private static final String CONFIGURATION = "configuration.json";
  private static final String PARAMETERS = "coefficients.bin";
  private static final String UPDATER_STATE = "updaterState.bin";

  @TempDir Path folder;

  private Path zip;
  private Map<String, byte[]> entries;

  @BeforeEach
  void save() throws IOException {
    SharedSpark.session();
    model().save(folder.resolve("model").toString());
    zip = folder.resolve("model/G.zip");
    entries = new TreeMap<>();
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream stored = new ZipInputStream(in)) {
      for (ZipEntry e = stored.getNextEntry(); e != null; e = stored.getNextEntry()) {
        entries.put(e.getName(), stored.readAllBytes());
      }
    }
    Files.delete(folder.resolve("model/.G.zip.crc"));
  }

  private void write() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    Files.write(zip, bytes.toByteArray());
  }

  private InfoGanCrModel load() throws IOException {
    write();
    return InfoGanCrModel.load(folder.resolve("model").toString());
  }

  private void assertRefused(String... parts) {
    String message = assertThrows(InvalidInputException.class, this::load).getMessage();
    assertTrue(message.startsWith("tinyModel: file "), message);
    assertTrue(message.contains("G.zip"), message);
    for (String part : parts) {
      assertTrue(message.contains(part), () -> String.format(Locale.ROOT, "%s: %s", part, message));
    }
  }

  @Test
  void theNumbersAreThoseThatWereSaved() throws IOException {
    assertEquals(model().data().state(), load().data().state());
  }

  /** Zips hold local times: a model saved later, or elsewhere, is the same bytes. */
  @Test
  void theTimeOfSavingIsNotStored() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    byte[] before = Files.readAllBytes(zip);
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      model().save(folder.resolve("later").toString());
    } finally {
      TimeZone.setDefault(zone);
    }
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("later/G.zip")));
  }

  @Test
  void objectsBesideTheNumbersStayWhereTheyAre() throws IOException {
    entries.put("normalizer.bin", new byte[] {1, 2, 3});
    entries.put("updater.bin", new byte[] {4, 5, 6});
    assertEquals(model().data().state(), load().data().state());
  }

  @Test
  void aConfigurationThatNamesAnotherClassIsRefused() {
    String configuration = new String(entries.get(CONFIGURATION), StandardCharsets.UTF_8);
    String foreign =
        configuration.replaceFirst("org\\.disentangle\\.net\\.layer\\.\\w+", "evil.Layer");
    assertTrue(!foreign.equals(configuration));
    entries.put(CONFIGURATION, foreign.getBytes(StandardCharsets.UTF_8));
    assertRefused("configuration.json names evil.Layer");
  }

  @Test
  void theFileOfAnotherNetworkIsNamedAsThat() throws IOException {
    Files.copy(folder.resolve("model/D.zip"), zip, StandardCopyOption.REPLACE_EXISTING);
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> InfoGanCrModel.load(folder.resolve("model").toString()))
            .getMessage();
    assertTrue(message.contains("the architecture "), message);
    assertTrue(message.contains("belong together"), message);
    assertFalse(message.contains("Exception"), message);
  }

  @Test
  void otherSizesAreRefused() {
    byte[] parameters = entries.put(PARAMETERS, entries.get(UPDATER_STATE));
    assertRefused("numbers in coefficients.bin, the architecture has");
    entries.put(PARAMETERS, Arrays.copyOf(parameters, parameters.length + 4));
    assertRefused("coefficients.bin is longer than it should be");
    entries.put(PARAMETERS, Arrays.copyOf(parameters, parameters.length - 4));
    assertRefused("coefficients.bin ends too early");
  }

  @Test
  void anArrayOfAnotherTypeOrOfBoundlessLengthIsRefused() {
    byte[] parameters = entries.get(PARAMETERS);
    String text = new String(parameters, StandardCharsets.ISO_8859_1);
    entries.put(PARAMETERS, text.replace("FLOAT", "INT32").getBytes(StandardCharsets.ISO_8859_1));
    assertRefused("values of type INT32 instead of FLOAT");
    byte[] boundless = parameters.clone();
    Arrays.fill(boundless, 18, 26, (byte) 0x7f); // how long the shape is
    entries.put(PARAMETERS, boundless);
    assertRefused("has a shape of 9187201950435737471 numbers");
  }

  @Test
  void aZipWithoutNumbersIsRefused() {
    entries.remove(PARAMETERS);
    assertRefused("no coefficients.bin");
    entries.clear();
    entries.put("readme", new byte[1]);
    assertRefused("no configuration.json");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.disentangle.net.NetworkState;

/**
 * The numbers in a DL4J model. The graph that they belong to is built beforehand, from an
 * architecture: nothing in the zip is turned into an object, whatever classes it names, and no more
 * is read than the graph has room for.
 *
 * @param numParameters that the graph has
 * @param lengthOfUpdaterState of its optimiser; 0 leaves that in the zip
 * @param expected the graph's configuration, which says the classes the zip's may name
 */
record NetworkZip(int numParameters, int lengthOfUpdaterState, String expected) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONFIGURATION = "configuration.json";
  private static final String PARAMETERS = "coefficients.bin";
  private static final String UPDATER_STATE = "updaterState.bin";
  private static final int LONGEST_CONFIGURATION = 1 << 24;
  private static final int LONGEST_SHAPE = 64;

  /**
   * @return without optimiser state if the zip has none
   * @throws IllegalArgumentException if the zip holds another network, or none
   */
  NetworkState read(InputStream in) throws IOException {
    JsonNode configuration = null;
    float[] parameters = null;
    float[] updaterState = new float[0];
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      switch (entry.getName()) {
        case CONFIGURATION -> configuration = configuration(zip);
        case PARAMETERS -> parameters = array(zip, PARAMETERS, numParameters);
        case UPDATER_STATE -> {
          if (lengthOfUpdaterState > 0) {
            updaterState = array(zip, UPDATER_STATE, lengthOfUpdaterState);
          }
        }
        default -> {} // what is not a number of the network is left where it is
      }
    }
    if (configuration == null || parameters == null) {
      throw new IllegalArgumentException(
          "no " + (configuration == null ? CONFIGURATION : PARAMETERS) + " in the zip");
    }
    return new NetworkState(
        parameters, updaterState, configuration.required("iterationCount").asInt());
  }

  private JsonNode configuration(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST_CONFIGURATION);
    requireEnd(in, CONFIGURATION);
    JsonNode json = JSON.readTree(bytes);
    Set<String> foreign = new TreeSet<>(classes(json));
    foreign.removeAll(classes(JSON.readTree(expected)));
    if (!foreign.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s names %s, which the architecture does not have",
              CONFIGURATION,
              String.join(", ", foreign)));
    }
    return json;
  }

  private static Set<String> classes(JsonNode json) {
    return new TreeSet<>(json.findValuesAsText("@class"));
  }

  /** An array as ND4J writes it: shape, then values, each with a header. */
  private static float[] array(InputStream zip, String name, int expected) throws IOException {
    DataInputStream in = new DataInputStream(zip);
    long shape = header(in, name, "LONG");
    if (shape < 0 || shape > LONGEST_SHAPE) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s has a shape of %d numbers", name, shape));
    }
    in.skipNBytes(shape * Long.BYTES);
    long found = header(in, name, "FLOAT");
    if (found != expected) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%d numbers in %s, the architecture has %d", found, name, expected));
    }
    byte[] bytes = in.readNBytes(Math.multiplyExact(expected, Float.BYTES));
    if (bytes.length < expected * Float.BYTES) {
      throw new EOFException(name + " ends too early");
    }
    requireEnd(in, name);
    float[] values = new float[expected];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }

  /**
   * @return how many values follow
   */
  private static long header(DataInputStream in, String name, String type) throws IOException {
    in.readUTF(); // where ND4J keeps the values in memory
    long length = in.readLong();
    String found = in.readUTF();
    if (!found.equals(type)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s has values of type %s instead of %s", name, found, type));
    }
    return length;
  }

  private static void requireEnd(InputStream in, String name) throws IOException {
    if (in.read() != -1) {
      throw new IllegalArgumentException(name + " is longer than it should be");
    }
  }
}

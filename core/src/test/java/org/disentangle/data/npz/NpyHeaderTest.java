// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.npz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers are read as Python reads them, whoever wrote them. */
class NpyHeaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'descr': '|u1', 'fortran_order': False, 'shape': (288, 64), }          \n",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (288, 64)}",
        "{'shape': (288L, 64L), 'fortran_order': False, 'descr': '|u1'}\n",
        "{\"fortran_order\":False,\"descr\":\"|u1\",\"shape\":(288,64,),}",
        "  { 'descr' : u'|u1' ,\n 'shape' : [ 288 , 64 ] ,\t'fortran_order' : False , }  ",
        "{'descr': 'uint8', 'fortran_order': False, 'shape': ((288), (64))}",
      })
  void everySpellingOfOneHeader(String text) throws IOException {
    byte[] file = NpzBytes.npy(text, new byte[5]);
    NpyHeader header = NpyHeader.read(new ByteArrayInputStream(file));
    assertEquals(new NpyHeader("|u1", true, List.of(288L, 64L), file.length - 5), header);
  }

  @ParameterizedTest
  @CsvSource({
    "1, ISO-8859-1",
    "2, ISO-8859-1",
    "3, UTF-8",
  })
  void everyVersion(int version, String charset) throws IOException {
    byte[] text =
        "{'descr': [('größe', '<i8')], 'fortran_order': True, 'shape': ()}"
            .getBytes(Charset.forName(charset));
    ByteBuffer file = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    file.put((byte) version).put((byte) 0);
    if (version == 1) {
      file.putShort((short) text.length);
    } else {
      file.putInt(text.length);
    }
    int length = file.put(text).position();
    assertEquals(
        new NpyHeader("[[größe, <i8]]", false, List.of(), length),
        NpyHeader.read(new ByteArrayInputStream(file.array())));
    file.put(6, (byte) 4);
    assertRefused(file.array(), "version 4 of the format");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "{'descr': '|u1', 'fortran_order': False}; not a dict of descr, fortran_order and shape",
        "{'descr': '|u1', 'fortran_order': 0, 'shape': (1,)}; not a dict of descr",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (4)}; not a dict of descr",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (4,), 'x': 1}; not a dict of descr",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (-4,)}; -4 is no size",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (1e3,)}; 'e' where",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (4,)} x; 'x' where",
        "{'descr': '|u1', 'fortran_order': False, 'shape': (4,; the end where",
        "{'descr': '|u1' 'fortran_order': False}; ''' where",
        "{'shape': (99999999999999999999,)}; the number 99999999999999999999",
        "~~; the end where",
      })
  void whatIsNoHeader(String text, String reason) {
    assertRefused(NpzBytes.npy(text == null ? "" : text, new byte[0]), reason);
  }

  @Test
  void bracketsWithoutEnd() {
    assertRefused(NpzBytes.npy("(".repeat(10_000), new byte[0]), "'(' where");
  }

  private static void assertRefused(byte[] file, String reason) {
    String message =
        assertThrows(IOException.class, () -> NpyHeader.read(new ByteArrayInputStream(file)))
            .getMessage();
    assertTrue(message.contains(reason), message);
  }
}

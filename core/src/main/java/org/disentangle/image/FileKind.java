package org.disentangle.image;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Says in words what bytes are that are no picture of a kind that is read. */
final class FileKind {

  private static final int SHOWN = 24;
  private static final Map<String, String> SIGNATURES = new LinkedHashMap<>();

  static {
    SIGNATURES.put("GIF8", "a GIF file");
    SIGNATURES.put("BM", "a BMP file");
    SIGNATURES.put("RIFF", "a WebP or other RIFF file");
    SIGNATURES.put("II*\0", "a TIFF file");
    SIGNATURES.put("MM\0*", "a TIFF file");
    SIGNATURES.put("PK\3\4", "a ZIP archive");
    SIGNATURES.put("\u001f\u008b", "a gzip file");
    SIGNATURES.put("\u0093NUMPY", "a NumPy array");
  }

  private FileKind() {}

  static String describe(byte[] file) {
    if (file.length == 0) {
      return "no bytes at all";
    }
    String begin = new String(file, 0, Math.min(file.length, SHOWN), StandardCharsets.ISO_8859_1);
    if (isText(begin)) {
      return String.format(
          Locale.ROOT, "%d bytes of text that begin '%s'", file.length, begin.strip());
    }
    return SIGNATURES.entrySet().stream()
        .filter(entry -> begin.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(file.length + " bytes that are neither PNG nor JPEG");
  }

  static String maybe(byte[] file) {
    return file.length == 0
        ? "the file was never written to its end"
        : "a file of another kind lies among the images, or the file is damaged";
  }

  private static boolean isText(String begin) {
    return begin.chars().allMatch(c -> (c >= ' ' && c < 127) || c == '\n' || c == '\r' || c == '\t')
        && !begin.startsWith("GIF8");
  }
}

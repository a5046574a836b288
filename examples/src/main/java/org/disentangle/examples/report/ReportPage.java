// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.disentangle.file.Place;
import org.disentangle.file.WholeFile;

/**
 * One HTML page with everything in it, pictures too: it needs no network and no other file, and may
 * be sent as it is.
 */
final class ReportPage {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { margin-bottom: 0; }
      h2 { margin-top: 2.5rem; }
      table { border-collapse: collapse; }
      th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8884; vertical-align: top; }
      .number { text-align: right; font-variant-numeric: tabular-nums; }
      img { max-width: 100%; height: auto; background: white; }
      figure { margin: 1rem 0; }
      figcaption { opacity: .75; }
      .scroll { overflow-x: auto; }
      code { overflow-wrap: anywhere; }
      """;

  /** What scores and counts look like; a cell may be empty. */
  private static final Pattern NUMBER = Pattern.compile("(-?\\d+(\\.\\d+)?|NaN)?");

  private final StringBuilder body = new StringBuilder();
  private final String title;

  ReportPage(String title) {
    this.title = title;
    body.append("<h1>").append(escaped(title)).append("</h1>\n");
  }

  ReportPage heading(String text) {
    body.append("<h2>").append(escaped(text)).append("</h2>\n");
    return this;
  }

  ReportPage paragraph(String text) {
    body.append("<p>").append(escaped(text)).append("</p>\n");
    return this;
  }

  /** A table whose cells are text; columns of numbers are aligned at the right. */
  ReportPage table(List<String> header, List<List<String>> rows) {
    boolean[] numbers = new boolean[header.size()];
    for (int column = 0; column < numbers.length; column++) {
      int at = column;
      numbers[column] = rows.stream().allMatch(row -> NUMBER.matcher(row.get(at)).matches());
    }
    body.append("<div class=\"scroll\"><table>\n").append(row("th", header, numbers));
    rows.forEach(row -> body.append(row("td", row, numbers)));
    body.append("</table></div>\n");
    return this;
  }

  private static String row(String kind, List<String> cells, boolean[] numbers) {
    StringBuilder row = new StringBuilder("<tr>");
    for (int column = 0; column < numbers.length; column++) {
      row.append(
          String.format(
              Locale.ROOT,
              "<%1$s%2$s>%3$s</%1$s>",
              kind,
              numbers[column] ? " class=\"number\"" : "",
              escaped(cells.get(column))));
    }
    return row.append("</tr>\n").toString();
  }

  /**
   * A picture, as wide as it is or as the page.
   *
   * @param png bytes of a PNG file
   */
  ReportPage picture(String caption, byte[] png) {
    body.append(
        String.format(
            Locale.ROOT,
            "<figure><img alt=\"%1$s\" src=\"data:image/png;base64,%2$s\">"
                + "<figcaption>%1$s</figcaption></figure>%n",
            escaped(caption),
            Base64.getEncoder().encodeToString(png)));
    return this;
  }

  String html() {
    return Arrays.asList(
            "<!doctype html>",
            "<html lang=\"en\">",
            "<meta charset=\"utf-8\">",
            "<meta name=\"viewport\" content=\"width=device-width\">",
            "<title>" + escaped(title) + "</title>",
            "<style>",
            STYLE + "</style>",
            "<body>",
            body + "</body>",
            "</html>")
        .stream()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  void write(Place file, boolean overwrite) throws IOException {
    WholeFile.write(file, html().getBytes(StandardCharsets.UTF_8), overwrite);
  }

  private static String escaped(String text) {
    return StringEscapeUtils.escapeHtml4(text);
  }
}

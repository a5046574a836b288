// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.explore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disentangle.model.TinyInfoGan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser. */
@Tag("cluster") // starts another program
class ExplorePageTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final int MOST_SECONDS = 60;

  @TempDir Path folder;

  private String dom(String address) throws IOException, InterruptedException {
    Path out = folder.resolve("dom.html");
    Process browser =
        new ProcessBuilder(
                CHROMIUM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=5000",
                "--dump-dom",
                address)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    try {
      assertTrue(browser.waitFor(MOST_SECONDS, TimeUnit.SECONDS), "Chromium does not end");
    } finally {
      browser.destroyForcibly();
    }
    return Files.readString(out, UTF_8);
  }

  @Test
  void anAddressRestoresWhatWasSeen() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(CHROMIUM), () -> CHROMIUM + " is not installed");
    try (ServedPage page =
        new ServedPage(TinyInfoGan.of(6), 3, List.of("kind", "size", "<b>place"), 2)) {
      String view = "codes=2,0.5,-0.25&seed=9&vary=codes&moving=1";
      String dom = dom(page.address() + "#" + view + "&image=2");
      assertTrue(dom.contains("data-drawn=\"" + view.replace("&", "&amp;") + "\""), dom);
      assertEquals(3, count(dom, "<canvas"));
      assertEquals(2, count(dom, "type=\"range\""));
      assertEquals(4, count(dom, "name=\"code-0\""));
      assertTrue(dom.contains(">size</label><output for=\"code-1\">0.50</output>"), dom);
      assertTrue(dom.contains(">&lt;b&gt;place</label><output for=\"code-2\">-0.25</output>"), dom);
      assertTrue(dom.contains("src=\"data?image=2\""), dom);
      assertTrue(dom.contains("but for size, which is the same in all"), dom);
      assertTrue(dom.contains("<title>tiny – Disentangle</title>"), dom);
    }
  }

  private static long count(String text, String part) {
    Matcher matcher = Pattern.compile(Pattern.quote(part)).matcher(text);
    return matcher.results().count();
  }
}

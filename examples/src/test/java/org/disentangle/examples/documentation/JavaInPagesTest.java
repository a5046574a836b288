// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.disentangle.examples.documentation.MarkdownPage.Code;
import org.disentangle.examples.documentation.MarkdownPage.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of every page compiles. */
class JavaInPagesTest {

  private static final Pattern CLASS = Pattern.compile("public class (\\w+)");

  /** What a reader of an extract takes for granted. Names of an extract's own go before these. */
  private static final String AROUND =
      """
      import java.util.*; import org.apache.spark.sql.*; \
      import java.nio.file.Path; import org.disentangle.onnx.*; \
      import org.disentangle.dataset.*; import org.disentangle.estimator.*; import org.disentangle.evaluator.*; \
      import org.disentangle.model.*; import org.disentangle.train.*; import org.disentangle.train.TrainingListener.Wish; \
      abstract class %s { \
      SparkSession spark; Dataset<Row> images, digits, sprites, pairs; InfoGanCr estimator, watched; InfoGanCrModel model, half, loaded; \
      long maxIter; int round; String out; \
      void run() throws Exception {
      %s
      }}""";

  @Test
  void everyBlockCompiles(@TempDir Path classes) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (MarkdownPage page : MarkdownPage.all()) {
      for (Section section : page.sections()) {
        for (Code code : section.code()) {
          if (code.language().equals("java")) {
            sources.add(new Block(page, code, sources.size()));
          }
        }
      }
    }
    assertTrue(sources.size() > 10, "only " + sources.size() + " were found");
    assertEquals(List.of(), errors(sources, classes));
  }

  private static List<String> errors(List<JavaFileObject> sources, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
    compiler.getTask(null, null, found, options, null, sources).call();
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .map(one -> ((Block) one.getSource()).at(one))
        .toList();
  }

  /** A block as a source file; extracts become the body of a method. */
  private static final class Block extends SimpleJavaFileObject {

    private final MarkdownPage page;
    private final Code code;
    private final String text;

    Block(MarkdownPage page, Code code, int index) {
      super(URI.create("string:///" + name(code, index) + ".java"), Kind.SOURCE);
      this.page = page;
      this.code = code;
      String lines = String.join("\n", code.lines());
      this.text =
          isWhole(code) ? lines : String.format(Locale.ROOT, AROUND, name(code, index), lines);
    }

    private static boolean isWhole(Code code) {
      return CLASS.matcher(String.join("\n", code.lines())).find();
    }

    private static String name(Code code, int index) {
      Matcher whole = CLASS.matcher(String.join("\n", code.lines()));
      return whole.find() ? whole.group(1) : "Extract" + index;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    String at(Diagnostic<?> error) {
      long line = code.line() + error.getLineNumber() - (isWhole(code) ? 1 : 2);
      return page.at((int) line) + ": " + error.getMessage(Locale.ROOT);
    }
  }
}

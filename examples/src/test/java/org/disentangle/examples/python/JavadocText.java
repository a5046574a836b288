// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** First sentences of Javadoc, read from the sources. */
final class JavadocText {

  private static final String COMMENT =
      "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*";
  private static final Pattern SENTENCE_END = Pattern.compile("[.;:](?=\\s|$)|<p>|<pre>| @");

  private final Path root;

  /**
   * @param root the folder that holds the modules
   */
  JavadocText(Path root) {
    this.root = root;
  }

  /** Of a class. */
  String of(Class<?> type) {
    return find(type, "public (?:final |abstract )*(?:class|interface) " + type.getSimpleName())
        .orElseThrow(() -> new IllegalStateException("No Javadoc of " + type));
  }

  /**
   * Of a method, from the class or interface that declares it; a sentence that names it if none.
   */
  String of(Class<?> type, String method) {
    return find(type, "(?:(?:public|static|default|final|abstract) )*[\\w<>?, ]+ " + method + "\\(")
        .orElse("See ``" + method + "`` of the Java class ``" + type.getName() + "``.");
  }

  private Optional<String> find(Class<?> type, String declaration) {
    Matcher matcher = Pattern.compile(COMMENT + declaration, Pattern.DOTALL).matcher(source(type));
    return matcher.find() ? Optional.of(sentence(matcher.group(1))) : Optional.empty();
  }

  private String source(Class<?> type) {
    String file = "src/main/java/" + type.getName().replace('.', '/') + ".java";
    return Stream.of("core", "transformers", "evaluators", "estimators")
        .map(module -> root.resolve(module).resolve(file))
        .filter(Files::exists)
        .map(JavadocText::text)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No source of " + type));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sentence(String comment) {
    String text =
        comment
            .replaceAll("(?m)^\\s*\\* ?", "")
            .replaceAll("\\{@code ([^}]*)}", "``$1``")
            .replaceAll("\\{@link(?:plain)? #?[^} ]+ ([^}]*)}", "$1")
            .replaceAll("\\{@link(?:plain)? #?([^}]*)}", "``$1``")
            .replaceAll("</?[a-z]+>", "")
            .replaceAll("\\s+", " ")
            .strip();
    Matcher end = SENTENCE_END.matcher(text);
    return (end.find() ? text.substring(0, end.start()) : text).strip() + ".";
  }
}

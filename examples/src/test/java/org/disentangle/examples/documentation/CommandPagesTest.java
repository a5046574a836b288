// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.disentangle.examples.command.DisentangleCommand;
import org.disentangle.examples.documentation.MarkdownPage.Code;
import org.disentangle.examples.documentation.MarkdownPage.Line;
import org.disentangle.examples.documentation.MarkdownPage.Row;
import org.disentangle.examples.documentation.MarkdownPage.Section;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What the pages say of the command line is what it takes. */
class CommandPagesTest {

  private static final MarkdownPage PAGE = MarkdownPage.read("examples/README.md");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

  /** A kind of data, as in {@code parquet:PATH} and {@code teapots[:OPTION=VALUE,...]}. */
  private static final Pattern DATA = Pattern.compile("\\b([a-z]+)\\[?:[A-Z]");

  private static final Pattern VARIABLE = Pattern.compile("DISENTANGLE_[A-Z_]+");

  /** A call of the command line, by its script or by the assembled jar. */
  private static final Pattern CALL =
      Pattern.compile("(?:^|.*/)disentangle |.*org\\.disentangle\\.examples\\.Main +\\S+\\.jar ");

  @Test
  void theTableHasEveryCommandAndOptionsThatExist() {
    Map<String, CommandLine> commands = commands();
    List<String> wrong = new ArrayList<>();
    Set<String> found = new TreeSet<>();
    for (Row row : rows("Command")) {
      String name = row.cells().get(0).replace("`", "");
      found.add(name);
      if (commands.containsKey(name)) {
        wrong.addAll(unknown(commands.get(name), row.cells().get(2), PAGE.at(row.line())));
      }
    }
    assertEquals(commands.keySet(), found, PAGE.path() + ", section Commands");
    assertEquals(List.of(), wrong);
  }

  @Test
  void everyCommandLineOfThePagesIsUnderstood() {
    CommandLine disentangle = DisentangleCommand.commandLine();
    List<String> wrong = new ArrayList<>();
    int calls = 0;
    for (MarkdownPage page : MarkdownPage.all()) {
      for (Section section : page.sections()) {
        for (Code code : section.code()) {
          for (Line line : joined(code)) {
            if (CALL.matcher(line.text()).lookingAt()) {
              calls++;
              try {
                disentangle.parseArgs(arguments(line.text()));
              } catch (ParameterException e) {
                wrong.add(page.at(line.number()) + ": " + e.getMessage());
              }
            }
          }
        }
      }
    }
    assertTrue(calls > 20, "only " + calls + " were found");
    assertEquals(List.of(), wrong);
  }

  @Test
  void optionsInTheTextExist() {
    Map<String, CommandLine> commands = commands();
    List<String> wrong = new ArrayList<>();
    for (MarkdownPage page : MarkdownPage.all()) {
      for (Section section : page.sections()) {
        for (Line line : section.text()) {
          CODE.matcher(line.text())
              .results()
              .map(span -> span.group(1).replaceFirst("^disentangle ", ""))
              .forEach(
                  span ->
                      commands.forEach(
                          (name, command) -> {
                            if (span.startsWith(name + " --")) {
                              wrong.addAll(unknown(command, span, page.at(line.number())));
                            }
                          }));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** An unknown kind of data is refused with a list of all. */
  @Test
  void theTableOfDataHasEveryKind() {
    ParameterException refusal =
        assertThrows(
            ParameterException.class,
            () -> DisentangleCommand.commandLine().parseArgs("train", "--data", "none"));
    List<String> kinds =
        DATA.matcher(refusal.getMessage()).results().map(kind -> kind.group(1)).toList();
    assertTrue(kinds.contains("teapots"), refusal.getMessage());
    List<String> rows =
        rows("Data").stream()
            .flatMap(row -> DATA.matcher(row.cells().get(0)).results())
            .map(kind -> kind.group(1))
            .toList();
    assertEquals(kinds, rows, PAGE.path() + ", section Naming data");
  }

  @Test
  void theVariablesOfTheScriptAreDescribed() throws IOException {
    String script = Files.readString(MarkdownPage.root().resolve("examples/bin/disentangle"));
    assertEquals(
        VARIABLE.matcher(script).results().map(one -> one.group()).collect(Collectors.toSet()),
        rows("Variable").stream()
            .map(row -> row.cells().get(0).replace("`", ""))
            .filter(name -> name.startsWith("DISENTANGLE_"))
            .collect(Collectors.toSet()),
        PAGE.path() + ", section Environment variables");
  }

  @Test
  void theExitCodesOfTheHelpAreDescribed() {
    List<String> described =
        MarkdownPage.read("examples/docs/failures.md").sections().stream()
            .flatMap(section -> section.rowsOf("Exit code").stream())
            .map(row -> row.cells().get(0))
            .toList();
    Set<String> codes =
        DisentangleCommand.commandLine().getCommandSpec().usageMessage().exitCodeList().keySet();
    assertTrue(described.containsAll(codes), "failures.md describes " + described);
  }

  /** Commands without subcommands, by their words. */
  private static Map<String, CommandLine> commands() {
    Map<String, CommandLine> leaves = new TreeMap<>();
    collect("", DisentangleCommand.commandLine(), leaves);
    return leaves;
  }

  private static void collect(String prefix, CommandLine command, Map<String, CommandLine> leaves) {
    command
        .getSubcommands()
        .forEach(
            (name, child) -> {
              if (child.getSubcommands().isEmpty()) {
                leaves.put(prefix + name, child);
              } else {
                collect(prefix + name + " ", child, leaves);
              }
            });
  }

  private static List<String> unknown(CommandLine command, String text, String place) {
    return OPTION
        .matcher(text)
        .results()
        .map(option -> option.group())
        .filter(option -> command.getCommandSpec().findOption(option) == null)
        .map(option -> place + ": " + command.getCommandName() + " has no option " + option)
        .toList();
  }

  private static List<Row> rows(String heading) {
    return PAGE.sections().stream().flatMap(section -> section.rowsOf(heading).stream()).toList();
  }

  /** The lines of a block, each with those that a backslash continues it by. */
  private static List<Line> joined(Code code) {
    List<Line> lines = new ArrayList<>();
    StringBuilder whole = new StringBuilder();
    int first = 0;
    for (int i = 0; i < code.lines().size(); i++) {
      String line = code.lines().get(i).strip();
      first = whole.isEmpty() ? code.line() + i : first;
      if (line.endsWith("\\")) {
        whole.append(line, 0, line.length() - 1);
      } else {
        lines.add(new Line(first, whole.append(line).toString()));
        whole.setLength(0);
      }
    }
    return lines;
  }

  private static String[] arguments(String call) {
    String arguments = CALL.matcher(call).replaceFirst("").replaceFirst("(^| )# .*", "");
    return arguments.isBlank() ? new String[0] : arguments.strip().split(" +");
  }
}

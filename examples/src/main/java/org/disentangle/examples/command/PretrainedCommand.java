// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.disentangle.examples.pretrained.CardText;
import org.disentangle.pretrained.PretrainedModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The models that ship. */
@Command(
    name = "pretrained",
    description = {
      "List the trained models that ship: what they make, size, scores, licence and the commands that made them.",
      "Every command takes them by name, as in --model pretrained:squares. pack adds models."
    })
final class PretrainedCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Models to list. Default: all.")
  private List<String> names = List.of();

  @Override
  public Integer call() {
    PrintWriter printer = spec.commandLine().getOut();
    for (String name : names.isEmpty() ? PretrainedModels.names() : names) {
      String plain =
          PretrainedModels.isName(name) ? name.substring(PretrainedModels.PREFIX.length()) : name;
      printer.println(new CardText(PretrainedModels.card(plain)).text());
    }
    printer.flush();
    return 0;
  }
}

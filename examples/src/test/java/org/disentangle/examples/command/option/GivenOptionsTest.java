// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.examples.command.CommandRun;
import org.disentangle.examples.command.DisentangleCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that change nothing, or say something twice, are refused before any work. */
class GivenOptionsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train DATA --seed 3 --param seed=4|--seed 3 and --param seed=4 set the same",
        "train DATA --lambda 1 --param lambda=2|--lambda 1 and --param lambda=2 set the same",
        "train DATA --every 5 --param evaluationInterval=5|--every 5 and --param evaluationInterval=5",
        "train DATA --keep-best --param keepBest=true|--keep-best and --param keepBest=true",
        "train DATA --param lambda=1 --param lambda=2|--param lambda=1 and --param lambda=2 set the same",
        "train DATA --param checkpointDir=x|parameter --param: found 'checkpointDir=x'",
        "train DATA --param resume=true|Use --resume.",
        "train DATA --metrics m.png|--metrics needs --evaluate or --every or --keep-best or --patience",
        "train DATA --evaluate mig --every 0|--evaluate has no effect with --every 0",
        "train DATA --evaluate mig --param evaluationInterval=0|--evaluate has no effect with --every 0",
        "train DATA --keep-best --every 0|--keep-best has no effect with --every 0",
        "train DATA --factor-bins 5|--factor-bins needs --evaluate",
        "train DATA --evaluate dhsic --factor-bins 5|--factor-bins has no effect on dhsic",
        "train DATA --evaluate nope --factor-bins 5|parameter --evaluate: found 'nope'",
        "train DATA --evaluate nope|parameter --evaluate: found 'nope'",
        "train DATA --initial-optimiser|--initial-optimiser needs --initial-model",
        "train DATA --checkpoint-interval 0 --keep-checkpoints|--keep-checkpoints has no effect with --checkpoint-interval 0",
        "train DATA --checkpoint-interval 0 --resume|--resume has no effect with --checkpoint-interval 0",
        "train DATA --checkpoint-interval 0 --checkpoint-dir d|--checkpoint-dir has no effect with",
        "train DATA --checkpoint-interval 0 --checkpoints-kept 3|--checkpoints-kept has no effect with",
        "checkpoints c --seed 3|--seed needs --evaluate",
        "checkpoints c --factor-bins 3|--factor-bins needs --evaluate",
        "checkpoints c --data dsprites|--data needs --evaluate",
        "checkpoints c --evaluate nope --data dsprites --factor-bins 2|parameter --evaluate: found 'nope'",
        "generate --model m --out o --bins 4|--bins needs --codes balanced or --folders",
        "generate --model m --out o --folder-images 4|--folder-images needs --folders",
        "generate --model m --out o --by 0|--by needs --folders",
        "select DATA --method udr-lasso --votes 3|--votes needs --method model-centrality",
        "select DATA --sample 3|--sample needs --method udr-lasso or --method udr-spearman",
        "select --models a,b --out o --runs 3|--runs has no effect with --models",
        "select --models a,b --out o --max-iter 3|--max-iter has no effect with --models",
        "select --models a,b --out o --param lambda=3|--param has no effect with --models",
        "select --models a,b --out o --every 3|--every has no effect with --models",
        "evaluate --model m --data dsprites --metric mig --factor-bins -1|parameter --factor-bins: found -1; expected a whole number, at least 0",
        "evaluate --model m --data dsprites --metric dhsic --factor-bins 4|--factor-bins has no effect on dhsic",
        "evaluate --model m --data dsprites --metric nope|parameter --metric: found 'nope'",
        "metrics --table t --metric mig --irs-quantile 0.5|--irs-quantile has no effect on mig; it is for irs",
        "metrics --table t --metric mig --test t|--test has no effect on mig; it is for metrics that train a model",
        "metrics --table t --without nope|parameter --without: found 'nope'",
        "metrics --table t --without factor_vae,factor_vae_revised,factor_vae_sampled --votes 9|--votes has no effect on",
        "experiment cr --preset small32 --param preset=dsprites|--preset small32 and --param preset=dsprites",
        "experiment ib-gan --betas 1,2 --grid beta=3|--betas and --grid beta set the same",
        "experiment ib-gan --grid beta=1 --grid beta=3|--grid beta=1 and --grid beta=3 set the same",
        "experiment cr --seeds 1,2,1|parameter --seeds: found '1 twice'; expected each once",
        "metrics --table t --metric mig,factorVae --metric factor_vae|parameter --metric: found 'factor_vae twice'; expected each once",
        "metrics --table t --factors factor_a,factor_a|parameter --factors: found 'factor_a twice'",
        "metrics --table t --codes codes,codes|parameter --codes: found 'codes twice'",
        "export --model m --onnx o --names a,b,a|parameter --names: found 'a twice'; expected each once",
        "experiment cr --size tiny --label factor_shape|--label has no effect",
        "bench step --batch-size 8 --param batchSize=9|--batch-size 8 and --param batchSize=9",
        "bench step --all --preset small32|--preset has no effect with --all",
        "bench step --all --param preset=small32|--param preset has no effect with --all",
        "bench generate --model m --preset small32|--preset has no effect with --model",
        "evaluate --model m --data dsprites --overwrite|--overwrite needs --json",
        "metrics --table t --overwrite|--overwrite needs --json or --plots",
        "checkpoints c --overwrite|--overwrite needs --out or --history or --metrics",
        "checkpoints c --evaluate mig --data dsprites --overwrite|--overwrite needs --out or",
        "bench step --overwrite|--overwrite needs --json",
        "bench soak --overwrite|--overwrite needs --json or --plot",
        "bench predict --step-ms 3 --state-mb 4 --overwrite|--overwrite needs --out",
        "chaos --overwrite|--overwrite needs --json",
        "bench soak --fits 5 --seconds 3|--seconds has no effect with --fits",
        "bench soak --fits 5 --checkpoint-interval 3|--checkpoint-interval has no effect with --fits"
      })
  void whatHasNoEffectIsRefused(String command, String message) {
    CommandRun run =
        CommandRun.of("%s", command.replace("DATA", "--data dsprites --out " + folder + "/new"));
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains(message), run::err);
    assertTrue(run.err().startsWith("disentangle"), run::err);
    assertTrue(run.err().lines().count() <= 3, run::err);
    assertFalse(Files.exists(folder.resolve("new")));
  }

  /** Help may be asked for beside anything. */
  @ParameterizedTest
  @ValueSource(strings = {"train --metrics m.png --help", "bench step --all --preset x --help"})
  void helpIsGivenInAnyCase(String command) {
    assertTrue(CommandRun.success("%s", command).out().startsWith("Usage"));
  }

  /** A command that can do without any output says which ones --overwrite is for. */
  @Test
  void overwriteIsRefusedWhereNothingIsWritten() {
    List<String> refused = new ArrayList<>();
    for (CommandLine command : commands(DisentangleCommand.commandLine()).toList()) {
      CommandSpec spec = command.getCommandSpec();
      if (spec.findOption("--overwrite") != null && !alwaysWrites(spec)) {
        List<String> words =
            new ArrayList<>(List.of(spec.qualifiedName().replace("disentangle ", "").split(" ")));
        spec.positionalParameters()
            .forEach(parameter -> words.add(parameter.type() == DataSpec.class ? "dsprites" : "x"));
        for (OptionSpec option : spec.options()) {
          if (option.required()) {
            words.add(option.longestName());
            words.add(option.type() == double.class ? "3" : "dsprites");
          }
        }
        words.add("--overwrite");
        CommandRun run = CommandRun.of("%s", String.join(" ", words));
        assertEquals(2, run.exitCode(), spec::qualifiedName);
        assertTrue(run.err().contains("--overwrite needs --"), run::err);
        refused.add(spec.name());
      }
    }
    assertTrue(refused.containsAll(List.of("metrics", "evaluate", "soak")), refused::toString);
  }

  private static boolean alwaysWrites(CommandSpec spec) {
    return Stream.of("--out", "--onnx")
        .map(spec::findOption)
        .anyMatch(
            out ->
                out != null
                    && (out.required() || Arrays.toString(out.description()).contains("Default:")));
  }

  /** A rule that names an option or a metric which does not exist would never hold. */
  @Test
  void rulesNameWhatThereIs() {
    int rules = 0;
    List<String> metrics = new ArrayList<>();
    for (CommandLine command : commands(DisentangleCommand.commandLine()).toList()) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (option.userObject() instanceof Field field) {
          Needs needs = field.getAnnotation(Needs.class);
          if (needs != null) {
            rules++;
            assertTrue(
                Arrays.stream(needs.value())
                    .allMatch(other -> command.getCommandSpec().findOption(name(other)) != null),
                () -> command.getCommandName() + " " + option.longestName());
          }
          ForMetrics changed = field.getAnnotation(ForMetrics.class);
          if (changed != null) {
            metrics.addAll(List.of(changed.value()));
          }
        }
      }
    }
    assertTrue(rules > 10, "rules were found");
    assertTrue(DisentanglementEvaluator.metricsNamed(metrics, List.of()).contains("irs"));
  }

  private static String name(String condition) {
    return condition.split("=", 2)[0];
  }

  private static Stream<CommandLine> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(GivenOptionsTest::commands));
  }
}

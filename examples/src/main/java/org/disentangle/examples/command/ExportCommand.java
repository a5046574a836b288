// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.disentangle.examples.command.option.GivenNames;
import org.disentangle.examples.command.option.ModelFolder;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SetsParam;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.file.FolderContent;
import org.disentangle.file.Place;
import org.disentangle.model.CodeSampler;
import org.disentangle.onnx.OnnxExport;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A model for programs without Java. */
@Command(
    name = "export",
    description = {
      "Write a trained model as ONNX, for Python and other programs without Java.",
      "Writes a folder: generator.onnx (codes to images), encoder.onnx (images to codes) and README.md, which"
          + " has lines of Python that use both."
    })
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "Folder of a trained model.")
  private String model;

  @SetsParam(value = "codeNames", of = CodeSampler.class, described = false)
  @Option(
      names = "--names",
      paramLabel = "NAME",
      split = ",",
      description =
          "Names of the codes, one each, for the files' metadata. Default: those of a model that ships, or code_0,"
              + " code_1, ...")
  private String[] names = {};

  @Option(
      names = "--opset",
      paramLabel = "N",
      defaultValue = "26",
      description =
          "Version of ONNX's operators, 17 to 26; older runtimes need an older one. Default: ${DEFAULT-VALUE}, which"
              + " ONNX Runtime 1.29 takes.")
  private int opset;

  @Option(names = "--onnx", required = true, paramLabel = "DIR", description = "Folder to write.")
  private String onnx;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    OnnxExport.requireOpset(new InputErrors("disentangle"), "--opset", opset);
    Outputs outputs = output.outputs(spark).reads("--model", model);
    Place folder = outputs.folder("--onnx", onnx, FolderContent.ONNX);
    outputs.require();
    try (SparkRun run = spark.start("export")) {
      OnnxExport.of(new ModelFolder(run.session(), model).ofAnyCodes())
          .codeNames(GivenNames.of(model, names))
          .opset(opset)
          .write(folder, output.overwrite());
    }
    spec.commandLine().getOut().printf(Locale.ROOT, "onnx: %s%n", onnx);
    return 0;
  }
}

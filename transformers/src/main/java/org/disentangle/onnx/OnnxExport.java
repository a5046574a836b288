// SPDX-License-Identifier: Apache-2.0
package org.disentangle.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.FolderContent;
import org.disentangle.file.Place;
import org.disentangle.file.WholeFile;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.TrainedModel;
import org.disentangle.net.onnx.OnnxHeader;
import org.disentangle.net.onnx.OnnxNetworks;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.Versions;

/**
 * A trained model for programs without Java: its generator and its encoder as ONNX, which give what
 * the model gives in single precision to within 1e-5, and a page about both.
 *
 * <pre>{@code
 * OnnxExport.of(model).codeNames("x", "y", "size").write(Path.of("onnx"), false);
 * }</pre>
 *
 * <p>Inputs and outputs are those of {@link OnnxNetworks}. Names and ranges of codes, the form of
 * images, system, preset, version and fingerprint of the model are metadata of both files. Codes
 * outside their ranges, which the model refuses, are computed with as they are; only a category
 * that does not exist is refused. The model's {@code precision}, {@code imageFormat} and {@code
 * valueRange} do not matter.
 */
public final class OnnxExport {

  /** File that makes images of codes. */
  public static final String GENERATOR = "generator.onnx";

  /** File that finds codes in images. */
  public static final String ENCODER = "encoder.onnx";

  /** Page about both. */
  public static final String README = "README.md";

  private static final InputErrors ERRORS = new InputErrors("OnnxExport");

  private final OnnxModel model;
  private int opset = OnnxHeader.NEWEST;
  private String[] codeNames = {};

  private OnnxExport(OnnxModel model) {
    this.model = model;
  }

  /**
   * An export of a model.
   *
   * @throws InvalidInputException if it is neither a {@link DisentangledModel} nor a {@link
   *     StyleContentModel}
   */
  public static OnnxExport of(TrainedModel model) {
    if (model instanceof DisentangledModel<?> coded) {
      return new OnnxExport(new CodedModel(coded));
    }
    if (model instanceof StyleContentModel styled) {
      return new OnnxExport(new StyledModel(styled));
    }
    throw ERRORS.parameter(
        "model", model.getClass().getName(), "a DisentangledModel or a StyleContentModel");
  }

  /**
   * Version of ONNX's operators, 17 to 26: runtimes that know this one or a newer one take the
   * files. Default 26, the newest that ONNX Runtime 1.29 takes.
   *
   * @throws InvalidInputException for any other
   */
  public OnnxExport opset(int opset) {
    requireOpset(ERRORS, "opset", opset);
    this.opset = opset;
    return this;
  }

  /**
   * Refuses a version of the operators that is not {@link #opset} 17 to 26.
   *
   * @param name of the option or parameter
   * @throws InvalidInputException if it is not
   */
  public static void requireOpset(InputErrors errors, String name, int opset) {
    if (opset < OnnxHeader.OLDEST || opset > OnnxHeader.NEWEST) {
      throw errors.parameter(
          name,
          opset,
          String.format(
              Locale.ROOT, "a number from %d to %d", OnnxHeader.OLDEST, OnnxHeader.NEWEST));
    }
  }

  /**
   * Names of the codes, one each. Default {@code code_0}, {@code code_1} and so on.
   *
   * @throws InvalidInputException if there are not as many names as codes, a name is twice among
   *     them, or the model is a {@link StyleContentModel}, whose codes have names
   */
  public OnnxExport codeNames(String... names) {
    codeNames = names.clone();
    model.properties(codeNames);
    return this;
  }

  /** The generator's file. */
  public byte[] generator() {
    return model.generator(header());
  }

  /** The encoder's file. */
  public byte[] encoder() {
    return model.encoder(header());
  }

  /** The page. */
  public String readme() {
    return new OnnxPage(model, codeNames, opset).text();
  }

  private OnnxHeader header() {
    return new OnnxHeader(opset, Versions.LIBRARY, model.properties(codeNames));
  }

  /**
   * Writes {@value #GENERATOR}, {@value #ENCODER} and {@value #README} into a new folder.
   *
   * @param overwrite whether a folder that holds nothing but an earlier export may be replaced
   * @throws InvalidInputException if a folder that may be replaced holds anything else
   * @throws IOException if something is there that may not be replaced, or it cannot be written
   */
  public void write(Place folder, boolean overwrite) throws IOException {
    if (overwrite && folder.exists()) {
      FolderContent.ONNX.requireReplaceable(ERRORS, "folder", folder);
    }
    WholeFile.writeFolder(
        folder,
        overwrite,
        aside -> {
          aside.child(GENERATOR).create(generator());
          aside.child(ENCODER).create(encoder());
          aside.child(README).create(readme().getBytes(StandardCharsets.UTF_8));
        });
  }

  /** The same for a folder on the local disk. */
  public void write(Path folder, boolean overwrite) throws IOException {
    write(Place.of(folder), overwrite);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disentangle.stage.InputErrors;

/** Reads a table from JSON. What its Params and measures mean is looked at by the plan. */
final class TableReader {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.ALLOW_COMMENTS, JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // values stay as written
          .build();

  private static final List<Long> USUAL_SEEDS = List.of(1L, 2L, 3L);

  private final String source;
  private final InputErrors errors;

  /**
   * @param source what errors call the table
   */
  TableReader(String source) {
    this.source = source;
    this.errors = new InputErrors(source);
  }

  /**
   * @param name of the experiment
   * @throws org.disentangle.error.InvalidInputException if the text is not the JSON of a table
   */
  ExperimentTable read(String name, String json) {
    TableObject table =
        new TableObject(parsed(json), errors, "")
            .only(
                "title",
                "says",
                "folder",
                "seeds",
                "label",
                "algorithm",
                "params",
                "variants",
                "measures",
                "curves",
                "evaluator",
                "sizes");
    List<Long> seeds = table.numbers("seeds");
    return new ExperimentTable(
        source,
        name,
        table.text("title", name),
        table.objects("says").stream().map(TableReader::claim).toList(),
        table.folder("folder", name),
        seeds.isEmpty() ? USUAL_SEEDS : seeds,
        table.text("label", ""),
        new VariantSpec("", table.text("algorithm", ""), table.values("params"), Map.of()),
        variants(table),
        measures(table),
        table.texts("curves"),
        table.values("evaluator"),
        sizes(table));
  }

  private JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      String at =
          e.getLocation() == null
              ? ""
              : String.format(
                  Locale.ROOT,
                  " (line %d, column %d)",
                  e.getLocation().getLineNr(),
                  e.getLocation().getColumnNr());
      throw errors
          .parameter("the table", new StringBuilder(e.getOriginalMessage()).append(at), "JSON")
          .causedBy(e);
    }
  }

  private static PaperClaim claim(TableObject claim) {
    claim.only("claim", "where");
    return new PaperClaim(claim.text("claim"), claim.text("where"));
  }

  private List<VariantSpec> variants(TableObject table) {
    List<VariantSpec> variants = new ArrayList<>();
    for (TableObject row : table.objects("variants")) {
      variants.add(variant(row, row.text("name", "")));
    }
    if (variants.isEmpty()) {
      throw errors.unset("variants", "a list of at least one row");
    }
    return variants;
  }

  private static VariantSpec variant(TableObject row, String name) {
    row.only("name", "algorithm", "params", "grid");
    VariantSpec variant =
        new VariantSpec(name, row.text("algorithm", ""), row.values("params"), row.lists("grid"));
    requireApart(row, variant);
    if (name.isEmpty() && variant.grid().isEmpty()) {
      row.text("name");
    }
    return variant;
  }

  /** One value and several of the same Param cannot both be meant. */
  private static void requireApart(TableObject row, VariantSpec variant) {
    for (String param : variant.grid().keySet()) {
      if (variant.params().containsKey(param)) {
        throw row.twice("params." + param, "grid." + param);
      }
    }
  }

  private List<String> measures(TableObject table) {
    List<String> measures = table.texts("measures");
    if (measures.isEmpty()) {
      throw errors.unset("measures", "a list of at least one measure");
    }
    return measures;
  }

  private Map<ExperimentSize, SizeSpec> sizes(TableObject table) {
    Map<ExperimentSize, SizeSpec> sizes = new EnumMap<>(ExperimentSize.class);
    table
        .members("sizes")
        .forEach(
            (name, size) ->
                sizes.put(
                    ExperimentSize.named(name)
                        .orElseThrow(
                            () ->
                                errors.parameter(
                                    "sizes." + name,
                                    size.node(),
                                    "one of " + List.of(ExperimentSize.values()))),
                    size(size)));
    if (sizes.isEmpty()) {
      throw errors.unset(
          "sizes", "an object with at least one of " + List.of(ExperimentSize.values()));
    }
    return sizes;
  }

  private static SizeSpec size(TableObject size) {
    size.only(
        "data", "scored", "label", "samples", "every", "seeds", "params", "selections", "variants");
    if (size.count("samples") > 0 && size.values("params").containsKey("maxIter")) {
      throw size.twice("samples", "params.maxIter");
    }
    Map<String, Map<String, String>> selections = new LinkedHashMap<>();
    size.members("selections")
        .keySet()
        .forEach(name -> selections.put(name, size.member("selections").values(name)));
    Map<String, VariantSpec> changes = new LinkedHashMap<>();
    size.members("variants")
        .forEach(
            (name, change) -> {
              change.only("params", "grid");
              VariantSpec changed =
                  new VariantSpec(name, "", change.values("params"), change.lists("grid"));
              requireApart(change, changed);
              changes.put(name, changed);
            });
    return new SizeSpec(
        size.text("data", ""),
        size.text("scored", ""),
        size.text("label", ""),
        size.count("samples"),
        size.count("every"),
        size.numbers("seeds"),
        size.values("params"),
        selections,
        changes);
  }
}

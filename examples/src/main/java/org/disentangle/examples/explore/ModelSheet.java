// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.explore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.disentangle.latent.CodeValues;
import org.disentangle.latent.LatentSpace;

/** What the page needs to know of a model to draw its sliders and buttons. */
record ModelSheet(Gallery gallery, CodeNames names, DataImages data) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** As JSON. */
  String json() {
    LatentSpace space = gallery.space();
    ObjectNode sheet =
        JSON.createObjectNode()
            .put("name", names.model())
            .put("summary", names.summary())
            .put("width", gallery.shape().width())
            .put("height", gallery.shape().height())
            .put("images", gallery.images())
            .put("noise", space.noiseDim())
            .put("data", data.pixels().size());
    ArrayNode codes = sheet.putArray("codes");
    for (int code = 0; code < space.numCodes(); code++) {
      CodeValues values = space.values(code);
      ObjectNode entry =
          codes
              .addObject()
              .put("name", names.codes().get(code))
              .put("low", values.low())
              .put("high", values.high())
              .put("least", values.least())
              .put("largest", values.largest());
      if (code < space.categories().size()) {
        names.categories().get(code).forEach(entry.putArray("categories")::add);
      }
    }
    try {
      return JSON.writeValueAsString(sheet);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.explore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Which path is answered how. Nothing is looked up by a path but in this table. */
final class Routes {

  private static final int MOST_SCALE = 16;
  private static final String SCALE = "scale";
  private static final String IMAGE = "image";

  private final Gallery gallery;
  private final CodeNames names;
  private final DataImages data;
  private final Map<String, Function<String, Answer>> answers;

  Routes(Gallery gallery, CodeNames names, DataImages data) {
    this.gallery = gallery;
    this.names = names;
    this.data = data;
    Answer page = resource("index.html", "text/html");
    Answer style = resource("explore.css", "text/css");
    Answer script = resource("explore.js", "text/javascript");
    Answer sheet = Answer.json(new ModelSheet(gallery, names, data).json());
    answers =
        Map.of(
            "/",
            query -> page,
            "/explore.css",
            query -> style,
            "/explore.js",
            query -> script,
            "/model",
            query -> sheet,
            "/images",
            this::images,
            "/codes.csv",
            this::csv,
            "/data",
            this::image,
            "/codes",
            this::codes);
  }

  /**
   * @param path as it was sent, without the query
   * @param query as it was sent; null for none
   * @throws Refused if there is no such path, or a value is bad
   */
  Answer answer(String path, String query) {
    Function<String, Answer> known = answers.get(path);
    if (known == null) {
      throw new Refused(404, "There is nothing at this address."); // Not Found
    }
    return known.apply(query);
  }

  private Answer images(String raw) {
    Set<String> allowed = new TreeSet<>(Scene.NAMES);
    allowed.add(SCALE);
    Query query = Query.of(raw, allowed);
    int scale = (int) query.whole(SCALE, 1, MOST_SCALE, 1);
    Answer png = Answer.png(gallery.png(Scene.of(query, gallery.space()), scale));
    return scale == 1 ? png : png.as("images.png");
  }

  private Answer csv(String raw) {
    Scene view = Scene.of(Query.of(raw, Scene.NAMES), gallery.space());
    return Answer.text("text/csv", gallery.csv(view, names.codes())).as("codes.csv");
  }

  private Answer image(String raw) {
    return Answer.png(gallery.png(pixels(raw)));
  }

  private Answer codes(String raw) {
    float[] codes = gallery.codes(pixels(raw));
    return Answer.json(Arrays.toString(codes));
  }

  private float[] pixels(String raw) {
    if (data.pixels().isEmpty()) {
      throw new Refused(404, "There are no data; start with --data."); // Not Found
    }
    Query query = Query.of(raw, Set.of(IMAGE));
    return data.pixels().get((int) query.whole(IMAGE, 1, data.pixels().size()) - 1);
  }

  private static Answer resource(String name, String type) {
    try (InputStream in = Routes.class.getResourceAsStream(name)) {
      return new Answer(type + "; charset=utf-8", null, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

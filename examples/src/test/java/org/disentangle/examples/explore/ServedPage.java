// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.explore;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.disentangle.model.DisentangledModel;

/** A server of one model, and requests to it. */
final class ServedPage implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Gallery gallery;
  private final ExploreServer server = ExploreServer.at(0);

  /**
   * @param dataImages how many images of noise it has as data
   */
  ServedPage(DisentangledModel<?> model, int images, List<String> names, int dataImages) {
    gallery = new Gallery(model, images);
    Random random = new Random(4);
    DataImages data =
        new DataImages(
            random
                .ints(dataImages)
                .mapToObj(
                    seed -> {
                      float[] pixels = new float[model.imageShape().size()];
                      for (int i = 0; i < pixels.length; i++) {
                        pixels[i] = random.nextInt(256) / 255f;
                      }
                      return pixels;
                    })
                .toList());
    server.start(gallery, CodeNames.of("folder/tiny/", names, model.latent()), data);
  }

  String address() {
    return server.address();
  }

  int port() {
    return URI.create(address()).getPort();
  }

  HttpResponse<byte[]> get(String format, Object... values) {
    return send("GET", String.format(Locale.ROOT, format, values));
  }

  HttpResponse<byte[]> send(String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.close();
    gallery.close();
  }
}

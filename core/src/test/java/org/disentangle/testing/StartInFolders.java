// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Starts {@link LoadsClasses} with classes of its own. Alone in the jar that {@link ClassArchive}
 * makes, so that every other class of the project is found in the class path's folders.
 */
public final class StartInFolders {

  private StartInFolders() {}

  /**
   * @param entries folders and jars of the project
   */
  public static void main(String[] entries) throws Exception {
    URL[] places = new URL[entries.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = Path.of(entries[i]).toUri().toURL();
    }
    try (URLClassLoader loader =
        new URLClassLoader(places, StartInFolders.class.getClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      loader
          .loadClass("org.disentangle.testing.LoadsClasses")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    }
  }
}

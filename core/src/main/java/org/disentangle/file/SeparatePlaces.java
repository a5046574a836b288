// SPDX-License-Identifier: Apache-2.0
package org.disentangle.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;

/**
 * What one piece of work reads and writes. Nothing that is written may be, hold, or lie in anything
 * that is read or also written, however both are spelt: replacing it would lose the other. What a
 * folder holds through links is read too.
 */
public final class SeparatePlaces {

  private static final Set<String> READ_ONLY = Set.of("http", "https", "har");

  private record Named(String name, Place place, RealPath real) {}

  private final InputErrors errors;
  private final List<Named> inputs = new ArrayList<>();
  private final List<Named> outputs = new ArrayList<>();
  private final List<Runnable> replaced = new ArrayList<>();

  public SeparatePlaces(InputErrors errors) {
    this.errors = errors;
  }

  /**
   * Something that is read; nothing can happen to it where nothing is.
   *
   * @param name of the option or parameter
   */
  public SeparatePlaces input(String name, Place place) {
    Named input = named(name, place);
    if (place.exists()) {
      inputs.add(input);
    }
    return this;
  }

  /**
   * Something that is written.
   *
   * @param name of the option or parameter
   * @throws InvalidInputException if its file system only reads
   */
  public SeparatePlaces output(String name, Place place) {
    String scheme = place.path().toUri().getScheme();
    if (READ_ONLY.contains(scheme)) {
      throw errors.parameter(
          name,
          place.toString(),
          String.format(
              Locale.ROOT, "a file system that can be written to, which %s cannot", scheme),
          "Name a local path, or one of hdfs:// or s3a://.");
    }
    outputs.add(named(name, place));
    return this;
  }

  /**
   * A folder that is written, in place of an earlier one with all in it.
   *
   * @param name of the option or parameter
   * @param content what the earlier one may hold
   * @throws InvalidInputException if its file system only reads
   */
  public SeparatePlaces output(String name, Place place, FolderContent content) {
    replaced.add(() -> content.requireReplaceable(errors, name, place));
    return output(name, place);
  }

  private Named named(String name, Place place) {
    try {
      return new Named(name, place, RealPath.of(place));
    } catch (IOException e) {
      throw new QualifiedPath(place.path(), place.files()).refused(errors, name, e);
    }
  }

  /**
   * To be called before any work.
   *
   * @throws InvalidInputException if an output is not apart from everything else, would replace
   *     what is not an earlier result, or cannot be written
   */
  public void require() {
    for (int i = 0; i < outputs.size(); i++) {
      for (Named input : inputs) {
        requireApart(outputs.get(i), input);
      }
      for (Named other : outputs.subList(0, i)) {
        requireApart(outputs.get(i), other);
      }
    }
    inputs.forEach(this::requireApartFromLinks);
    replaced.forEach(Runnable::run);
    outputs.forEach(output -> output.place.requireWritable(errors, output.name));
  }

  private void requireApart(Named output, Named other) {
    requireApart(
        output, other.real, String.format(Locale.ROOT, "%s (%s)", other.name, other.place));
  }

  private void requireApart(Named output, RealPath other, String words) {
    String relation = relation(output.real, other);
    if (!relation.isEmpty()) {
      throw errors.parameter(
          output.name,
          output.place,
          String.format(Locale.ROOT, "a place apart from %s, %s", words, relation),
          "Name a place beside it.");
    }
  }

  private void requireApartFromLinks(Named input) {
    List<Named> local = outputs.stream().filter(output -> output.real.isLocal()).toList();
    if (local.isEmpty() || !input.real.isLocal()) {
      return;
    }
    try {
      FolderLinks.visit(
          input.real.local(),
          (link, target) -> {
            String words =
                String.format(
                    Locale.ROOT, "what %s (%s) links to by %s", input.name, input.place, link);
            local.forEach(output -> requireApart(output, input.real.other(target), words));
          });
    } catch (IOException e) {
      throw new QualifiedPath(input.place.path(), input.place.files())
          .refused(errors, input.name, e);
    }
  }

  /** Whether a place is the other one or holds it. */
  static boolean isOrHolds(Place place, Place other) {
    try {
      RealPath real = RealPath.of(place);
      RealPath below = RealPath.of(other);
      return real.isSame(below) || real.holds(below);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String relation(RealPath output, RealPath other) {
    if (output.isSame(other)) {
      return "which is the same place";
    }
    if (output.holds(other)) {
      return "which lies in it";
    }
    return other.holds(output) ? "in which it lies" : "";
  }
}

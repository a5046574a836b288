package org.disentangle.train.averaging;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.disentangle.net.Network.Stretch;
import org.disentangle.net.TrainingState.StateOutline;

/**
 * Where the arrays of a state are cut into slices, none of which parts a singular vector.
 *
 * @param slices one array after the other
 */
record StateCuts(List<Slice> slices) implements Serializable {

  private static final int SLICE_LENGTH = 1 << 16;

  /**
   * Values of one array.
   *
   * @param array its index
   * @param vectors the singular vectors within, counted from {@code from}
   */
  record Slice(int array, int from, int to, List<Stretch> vectors) implements Serializable {}

  static StateCuts of(StateOutline outline, SingularVectors vectors) {
    return of(outline, vectors, SLICE_LENGTH);
  }

  /**
   * @param sliceLength values of a slice that ends within no vector
   */
  static StateCuts of(StateOutline outline, SingularVectors vectors, int sliceLength) {
    List<Slice> slices = new ArrayList<>();
    for (int array = 0; array < outline.lengths().size(); array++) {
      int length = outline.lengths().get(array);
      for (int from = 0; from < length; ) {
        int to = end(Math.min(length, from + sliceLength), vectors.in(array));
        slices.add(new Slice(array, from, to, within(from, to, vectors.in(array))));
        from = to;
      }
    }
    return new StateCuts(slices);
  }

  /** As far as a slice goes, and on to the end of a vector it would part. */
  private static int end(int end, List<Stretch> vectors) {
    for (Stretch vector : vectors) {
      if (vector.from() < end && end < vector.to()) {
        return vector.to();
      }
    }
    return end;
  }

  private static List<Stretch> within(int from, int to, List<Stretch> vectors) {
    List<Stretch> within = new ArrayList<>();
    for (Stretch vector : vectors) {
      if (vector.from() >= from && vector.to() <= to) {
        within.add(new Stretch(vector.from() - from, vector.to() - from));
      }
    }
    return within;
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.disentangle.net.onednn.Layouts.FLOATS;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.memory;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.layer.HostValues;
import org.disentangle.net.onednn.Stage.Program;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The weights of one network in the layouts its passes want, converted once after each change
 * instead of once a pass.
 */
public final class SharedWeights implements AutoCloseable {

  private record Entry(memory.desc layout, memory converted) {}

  private final Device device;
  private final Map<FusedRuntime<?>, List<Entry>> entries = new HashMap<>();
  private final Program refresh = new Program();

  /**
   * @param bfloat16 whether products take and give bfloat16 instead of single precision
   */
  public SharedWeights(boolean bfloat16) {
    device = new Device(bfloat16 ? Layouts.BFLOATS : FLOATS);
  }

  Device device() {
    return device;
  }

  /** To be called whenever the weights have changed, after spectral normalisation. */
  public void refresh() {
    refresh.run();
  }

  /**
   * The effective weight of a layer in the layout asked for.
   *
   * @param stored how the array's elements are to be read
   */
  memory weight(FusedRuntime<?> layer, memory.desc stored, memory.desc wanted) {
    List<Entry> known = entries.computeIfAbsent(layer, key -> new ArrayList<>());
    for (Entry entry : known) {
      if (entry.layout().equals(wanted)) {
        return entry.converted();
      }
    }
    memory converted = device.allocate(wanted);
    keepFresh(device.copy(device.over(layer.effectiveWeight(), stored), converted));
    known.add(new Entry(wanted, converted));
    return converted;
  }

  /**
   * Scale 1 and shift b per channel, as batch normalisation takes them: how a bias is added to
   * feature maps.
   */
  memory biasAsShift(INDArray bias) {
    long channels = bias.length();
    memory scaleAndShift = device.allocate(FLOATS.plain(2, channels));
    for (int i = 0; i < channels; i++) {
      Device.floats(scaleAndShift).put(i, 1f);
    }
    FloatBuffer shifts = Device.floats(scaleAndShift).position((int) channels).slice();
    FloatBuffer biases = HostValues.floats(bias);
    keepFresh(() -> shifts.duplicate().put(biases.duplicate()));
    return scaleAndShift;
  }

  private void keepFresh(Runnable conversion) {
    conversion.run();
    refresh.add(conversion);
  }

  /** Bytes of the weights and of every pass that shares them. */
  public long nativeBytes() {
    return device.nativeBytes();
  }

  /** Frees the memory of the weights and of every pass that shares them. */
  @Override
  public void close() {
    device.close();
  }
}

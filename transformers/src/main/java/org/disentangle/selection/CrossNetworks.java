// SPDX-License-Identifier: Apache-2.0
package org.disentangle.selection;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.List;
import org.disentangle.model.EncoderKey;
import org.disentangle.model.GeneratorKey;

/**
 * What the generators and encoders of all models are made from, in the same order. It is sent to
 * executors as Java serialises it, also where Spark uses Kryo, which cannot read the records in it.
 */
@DefaultSerializer(JavaSerializer.class)
final class CrossNetworks implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<GeneratorKey> generators;
  private final List<EncoderKey> encoders;

  CrossNetworks(List<GeneratorKey> generators, List<EncoderKey> encoders) {
    this.generators = generators;
    this.encoders = encoders;
  }

  GeneratorKey generator(int model) {
    return generators.get(model);
  }

  List<EncoderKey> encoders() {
    return encoders;
  }
}

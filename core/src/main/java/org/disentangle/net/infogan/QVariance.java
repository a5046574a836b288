// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What Q's Gaussian distribution of the continuous codes is, besides its mean. */
public enum QVariance {
  /** Variance 1 of every code, as InfoGAN-CR and OpenAI's code of InfoGAN have it. */
  UNIT {
    @Override
    public int outputs(int codes) {
      return 0;
    }

    @Override
    double logDeviation(double[] outputs, int from, int code) {
      return 0;
    }
  },

  /**
   * One variance a code and image: the outputs after the means are the logarithms of the standard
   * deviations, as in the text of Chen et al. (2016). The density has no bound as they shrink.
   */
  LEARNED {
    @Override
    public int outputs(int codes) {
      return codes;
    }

    @Override
    double logDeviation(double[] outputs, int from, int code) {
      return outputs[from + code];
    }
  },

  /**
   * A full covariance (I + A)(I + A)^T with A lower triangular: the outputs after the means are the
   * rows of A up to the diagonal. Nothing keeps the diagonal from -1, where the covariance is
   * singular and the density has no bound. An ablation of Lin et al. (2020, first version: an
   * "unrestricted" Gaussian), in which that happens.
   */
  FULL {
    @Override
    public int outputs(int codes) {
      return codes * (codes + 1) / 2;
    }

    @Override
    double logDeviation(double[] outputs, int from, int code) {
      return Math.log(Math.abs(1 + outputs[from + outputs(code + 1) - 1]));
    }
  };

  /** Outputs of Q after the means of this number of continuous codes. */
  public abstract int outputs(int codes);

  /**
   * Logarithm of the standard deviation of a code given those before it.
   *
   * @param from where the outputs after the means begin
   */
  abstract double logDeviation(double[] outputs, int from, int code);

  /** The name in Params and files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names. */
  public static List<String> ids() {
    return Stream.of(values()).map(QVariance::id).toList();
  }

  /**
   * @throws IllegalArgumentException if nothing has this name
   */
  public static QVariance of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}

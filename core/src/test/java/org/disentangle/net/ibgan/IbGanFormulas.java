package org.disentangle.net.ibgan;

import org.disentangle.net.Network;
import org.disentangle.net.PlainForward;

/**
 * IB-GAN's losses straight from their formulas, on plain networks with the parameters of a session.
 *
 * @param pixels of a batch
 */
record IbGanFormulas(IbGanSession session, float[] pixels, IbGanDraws draws, int rows) {

  double discriminator() {
    double sum = 0;
    for (double[] p : run(IbGanProcedure.D, IbGanNetworks.REAL, noisy(rows(pixels), 0))) {
      sum -= Math.log(p[0] + 1e-8);
    }
    for (double[] p : run(IbGanProcedure.D, IbGanNetworks.REAL, noisy(generated(), 1))) {
      sum -= Math.log(1 - p[0] + 1e-8);
    }
    return sum / rows;
  }

  double reconstruction() {
    double[][] z = rows(draws.noise());
    double[][] found = run(IbGanProcedure.Q, IbGanNetworks.NOISE, noisy(generated(), 1));
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < z[row].length; i++) {
        sum += Math.pow(z[row][i] - found[row][i], 2) / 2;
      }
    }
    return sum / rows;
  }

  double generator() {
    double sum = 0;
    for (double[] p : run(IbGanProcedure.D, IbGanNetworks.REAL, noisy(generated(), 1))) {
      sum -= Math.log(p[0] + 1e-8);
    }
    return sum / rows;
  }

  double divergence() {
    double[][] mean = run(IbGanProcedure.R, IbGanNetworks.MEAN, rows(draws.noise()));
    double[][] logVariance = run(IbGanProcedure.R, IbGanNetworks.LOG_VARIANCE, rows(draws.noise()));
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < mean[row].length; i++) {
        double deviation = Math.exp(logVariance[row][i] / 2);
        sum += (deviation * deviation + mean[row][i] * mean[row][i] - 1) / 2 - Math.log(deviation);
      }
    }
    return sum / rows;
  }

  private double[][] generated() {
    double[][] mean = run(IbGanProcedure.R, IbGanNetworks.MEAN, rows(draws.noise()));
    double[][] logVariance = run(IbGanProcedure.R, IbGanNetworks.LOG_VARIANCE, rows(draws.noise()));
    double[][] codes = rows(draws.codeNoise());
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < mean[row].length; i++) {
        codes[row][i] = mean[row][i] + Math.exp(logVariance[row][i] / 2) * codes[row][i];
      }
    }
    return run(IbGanProcedure.G, IbGanNetworks.IMAGE, codes);
  }

  private double[][] noisy(double[][] images, int use) {
    double[][] sum = new double[rows][images[0].length];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < sum[row].length; i++) {
        double added =
            draws.pixelNoise() == null
                ? 0
                : draws.pixelNoise()[(use * rows + row) * sum[row].length + i];
        sum[row][i] = Math.min(1, Math.max(0, images[row][i] + added));
      }
    }
    return sum;
  }

  private double[][] run(String name, String head, double[][] input) {
    Network network = session.network(name);
    return new PlainForward(network).of(head, input);
  }

  private double[][] rows(float[] values) {
    int width = values.length / rows;
    double[][] cut = new double[rows][width];
    for (int i = 0; i < values.length; i++) {
      cut[i / width][i % width] = values[i];
    }
    return cut;
  }
}

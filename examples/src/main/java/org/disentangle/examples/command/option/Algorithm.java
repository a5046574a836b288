package org.disentangle.examples.command.option;

import java.util.function.Supplier;
import org.disentangle.estimator.BetaTcVae;
import org.disentangle.estimator.BetaVae;
import org.disentangle.estimator.FactorVae;
import org.disentangle.estimator.IbGan;
import org.disentangle.estimator.InfoGan;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.estimator.Oogan;
import org.disentangle.estimator.StyleContentVaeGan;
import org.disentangle.estimator.TrainsInRounds;

/** The systems that {@code train} and {@code select} know, as a user writes them. */
public enum Algorithm {
  INFOGAN_CR("infogan-cr", InfoGanCr::new),
  INFOGAN("infogan", InfoGan::new),
  OOGAN("oogan", Oogan::new),
  IB_GAN("ib-gan", IbGan::new),
  FACTOR_VAE("factor-vae", FactorVae::new),
  BETA_VAE("beta-vae", BetaVae::new),
  BETA_TCVAE("beta-tcvae", BetaTcVae::new),
  STYLE_CONTENT("style-content", StyleContentVaeGan::new);

  private final String typed;
  private final Supplier<TrainsInRounds<?>> maker;

  Algorithm(String typed, Supplier<TrainsInRounds<?>> maker) {
    this.typed = typed;
    this.maker = maker;
  }

  /** One with its defaults. */
  public TrainsInRounds<?> estimator() {
    return maker.get();
  }

  @Override
  public String toString() {
    return typed;
  }
}

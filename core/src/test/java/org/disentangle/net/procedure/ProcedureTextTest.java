package org.disentangle.net.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.TinyIbGanNetworks;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyOoganNetworks;
import org.disentangle.net.TinyStyleNetworks;
import org.disentangle.net.TinyVaeNetworks;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.infogan.InfoGanTcProcedure;
import org.disentangle.net.infogan.QVariance;
import org.disentangle.net.infogan.TinyInfoGan;
import org.disentangle.net.oogan.OoganNetworks.Parts;
import org.disentangle.net.stylecontent.StyleContentProcedure;
import org.disentangle.net.vae.ContrastiveVaeProcedure;
import org.disentangle.net.vae.VaeObjective;
import org.disentangle.net.vae.VaeProcedure;
import org.junit.jupiter.api.Test;

/**
 * Checkpoints know a procedure by its text: one that changed would no longer continue those that
 * were written before. Each text is held here by its beginning and its SHA-256.
 */
class ProcedureTextTest {

  private static final AdamSettings ADAM = AdamSettings.usual(1e-3);

  private static VaeProcedure vae(VaeObjective objective) {
    return new VaeProcedure(TinyVaeNetworks.networks(3), 8, objective, 5, ADAM, ADAM);
  }

  private static void assertText(String start, String hash, TrainingProcedure procedure) {
    String text = procedure.toString();
    assertTrue(text.startsWith(start), text);
    assertEquals(hash, sha256(text), text);
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void infoGan() {
    assertText(
        "InfoGanCr[networks=",
        "4e897b87f72068786ebcdbf0746ec98841b67099f6bc9bf8015dd4f62d5bfc21",
        TinyNetworks.procedure(2));
    assertText(
        "InfoGanCr[networks=",
        "4f3877230a9caabd78ac15cbad6e9d1488b36bb294e8a82bf4243f2b47fb9037",
        TinyNetworks.procedure(2, 5));
    assertText(
        "InfoGanCr[networks=",
        "308c0d3d12ad057331c6099cd931ce07fe44a1b6fea6f13257ec303d9edc74b9",
        TinyInfoGan.procedure(AdversarialLoss.WASSERSTEIN_GP, QVariance.FULL, 2, 10));
    assertText(
        "InfoGanCr[networks=",
        "185679a0725fad690b4abb1eea0e08f4612f321b00252067fd1fbd764ad0be6f",
        TinyInfoGan.silent(AdversarialLoss.JSD, QVariance.UNIT, 1));
    assertText(
        "InfoGanCrTc[base=InfoGanCr[networks=",
        "676736ed95978f1657ff251925dcea6e1d8ea37b8f5d630c6ad7be8b8cf761c7",
        new InfoGanTcProcedure(
            TinyNetworks.procedure(2), TinyVaeNetworks.networks(3).tcDiscriminator(), 1.5, ADAM));
  }

  @Test
  void oogan() {
    assertText(
        "Oogan[networks=",
        "c93af487e97977452610a9c39dda14c863b53e32d2bbbcd34466f911e5b0f437",
        TinyOoganNetworks.procedure(new Parts(true, true, true), 1e-3));
    assertText(
        "Oogan[networks=",
        "9625b6b1cda90733bc73c3123decd6dfc72cb8f5bf3e931cf5b2f056d6995cbb",
        TinyOoganNetworks.procedure(new Parts(true, false, true), 1e-3, 0, 1, 5, false, 0));
  }

  @Test
  void ibGan() {
    assertText(
        "IbGan[networks=",
        "1d455e54dc999ad51dda5885f35ac619c23401551303da6dc74127912cdda2ae",
        TinyIbGanNetworks.procedure(1e-3));
  }

  @Test
  void vae() {
    assertText(
        "Vae[networks=",
        "3aeb0a76cc15406cb86fb572157b0130a03aa3d3ddac80ba31f4923eb994e0d7",
        vae(new VaeObjective.Beta(4)));
    assertText(
        "Vae[networks=",
        "9e60c40ebef7d6626d3c4974122e6d513192a31cc0fea33f5cdb9e464513f823",
        vae(new VaeObjective.Capacity(100, 25, 1000)));
    assertText(
        "Vae[networks=",
        "d6a5f680bd438df2cbe13879242b06d93e8e8c30c4000220b8872d5c2cf7bae8",
        vae(new VaeObjective.PenalisedTotalCorrelation(6)));
    assertText(
        "Vae[networks=",
        "16439b8db27d6f00fdd41cdaa9c3984e182e018b293aa122540b5436501d7295",
        vae(new VaeObjective.Decomposed(1, 6, 1, 5000)));
    assertText(
        "ContrastiveVae[base=Vae[networks=",
        "214eeba6a892b90f75524f60821ced7d727de39aabe280cf68ef7a62ec8d78f5",
        new ContrastiveVaeProcedure(
            vae(new VaeObjective.PenalisedTotalCorrelation(6)),
            TinyNetworks.networks(false).contrast(),
            2,
            3,
            1,
            ADAM));
  }

  @Test
  void styleContent() {
    assertText(
        "StyleContentVaeGan[networks=",
        "c8443be11e087d625a9e217be0ca76e1b6018f97b51b773e2734015822b773ab",
        new StyleContentProcedure(TinyStyleNetworks.networks(), 4, 0.5, 2, ADAM, ADAM));
  }
}

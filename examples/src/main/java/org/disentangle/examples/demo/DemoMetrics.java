// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * What the demonstration measured.
 *
 * @param factorVae score of the codes inferred from all images, InfoGAN-CR's protocol
 * @param factorVaeRevised the same with the revised protocol
 * @param mig mutual information gap of these codes
 * @param dci their DCI disentanglement, by random forests of regressors
 * @param untrained the scores above, by name, of the same networks with their initial weights
 * @param shares of each of size, column and row of the squares in generated images, the share of
 *     its variance that each code explains by itself
 * @param iterations of every worker
 * @param imagesPerSecond images all workers together trained on in a second of training
 * @param trainingSeconds wall time of all rounds
 * @param seconds wall time of the whole demonstration
 * @param data what it was trained on
 */
public record DemoMetrics(
    @JsonProperty("factor_vae") double factorVae,
    @JsonProperty("factor_vae_revised") double factorVaeRevised,
    double mig,
    double dci,
    Map<String, Double> untrained,
    Map<String, List<Double>> shares,
    long iterations,
    int workers,
    double imagesPerSecond,
    double averagingShare,
    double trainingSeconds,
    double seconds,
    long seed,
    String data,
    long images,
    long generatedImages) {}

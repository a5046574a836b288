// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What the demonstration measured.
 *
 * @param scores of InfoGAN-CR
 * @param untrained of the same networks with their initial weights
 * @param betaTcVae of the system that was trained beside it
 * @param iterations of every worker
 * @param imagesPerSecond images all workers together trained on in a second of training
 * @param trainingSeconds wall time of all rounds
 * @param besideSeconds wall time of all rounds of the system beside it
 * @param seconds wall time of the whole demonstration
 * @param data what it was trained on
 */
public record DemoMetrics(
    @JsonUnwrapped DemoScores scores,
    DemoScores untrained,
    @JsonProperty("beta_tcvae") DemoScores betaTcVae,
    long iterations,
    int workers,
    double imagesPerSecond,
    double averagingShare,
    double trainingSeconds,
    double besideSeconds,
    double seconds,
    long seed,
    String data,
    long images,
    long generatedImages) {}

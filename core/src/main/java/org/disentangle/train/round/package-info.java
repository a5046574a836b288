// SPDX-License-Identifier: Apache-2.0
/**
 * The round loop: every worker takes steps on its own images, the states are averaged, and so on.
 * What runs on the driver and what runs in a task.
 */
package org.disentangle.train.round;

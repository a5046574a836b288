// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import org.apache.commons.math3.geometry.euclidean.threed.Rotation;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;

/**
 * What a picture shows.
 *
 * @param rotation from the teapot (z up, spout along x) to the camera (x to the right, y upwards, z
 *     towards it)
 * @param light unit vector towards the light, as the teapot sees it
 * @param red from 0 to 1
 * @param green from 0 to 1
 * @param blue from 0 to 1
 */
record TeapotScene(Rotation rotation, Vector3D light, double red, double green, double blue) {}

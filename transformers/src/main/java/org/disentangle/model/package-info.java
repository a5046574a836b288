/**
 * Everything that is a Spark ML Transformer: fitted models (codes to images, images to codes), the
 * sampler that draws codes for rows, the preparation of images, and traversal pictures of a model.
 * Nothing is trained here.
 */
package org.disentangle.model;

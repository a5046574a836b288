// SPDX-License-Identifier: Apache-2.0
/**
 * Everything that is a Spark ML Transformer. Nothing is trained here. The names of these classes
 * are in saved stages, so they stay in this package. In groups:
 *
 * <ul>
 *   <li>models of codes ({@link org.disentangle.model.DisentangledModel} and its subclasses), which
 *       turn codes into images and images into codes, and their files ({@link
 *       org.disentangle.model.ModelData}, {@code NetworkFiles}); {@link
 *       org.disentangle.model.Traversal} draws what each code does;
 *   <li>the model of specified and unspecified codes ({@link
 *       org.disentangle.model.StyleContentModel}, {@code Style...}), with swaps, interpolation and
 *       retrieval;
 *   <li>the model that a selection yields ({@link org.disentangle.model.SelectedModel});
 *   <li>the image classifier ({@link org.disentangle.model.ImageClassifierModel}, {@code
 *       Classif...});
 *   <li>samplers, which draw codes for rows ({@link org.disentangle.model.CodeSampler}, {@link
 *       org.disentangle.model.DiversityPairs}, {@code LatentDraw}, {@code DrawnLatents});
 *   <li>preparation of images ({@link org.disentangle.model.ImagePreparation}, {@link
 *       org.disentangle.model.ArrayImages}, {@code Prepared...}, {@code Skip...}).
 * </ul>
 *
 * <p>What all of them share is how rows are taken in batches by the task's own networks ({@code
 * BatchedRows}, {@code MappedRows}, {@code TaskLoan}).
 */
package org.disentangle.model;

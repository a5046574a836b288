// SPDX-License-Identifier: Apache-2.0
/**
 * What every Spark ML stage of this library shares: the declaration of Params ({@link
 * org.disentangle.stage.ParamTable}, {@link org.disentangle.stage.Allowed}, the {@code Has...}
 * interfaces), checks of input schemas, the form of error messages, and persistence.
 *
 * <p>Nothing here knows a concrete stage, a network or a metric; stages live in the packages {@code
 * model}, {@code estimator} and {@code evaluator}. A stage is a public final class like this:
 *
 * <pre>{@code
 * public final class Blur extends Transformer
 *     implements HasImageCol<Blur>, HasSeed<Blur>, PersistentStage {
 *   private final ParamTable declared;
 *
 *   public Blur() { this(Identifiable.randomUID("blur")); }
 *   public Blur(String uid) {
 *     declared = new ParamTable(this, uid);
 *     declared.declareAll();
 *   }
 *   public ParamTable declared() { return declared; }
 *
 *   public IntParam radius() {
 *     return declared.intParam("radius", Allowed.atLeast(0).byDefault(1), "pixels on each side");
 *   }
 *   public int getRadius() { return value(radius()); }
 *   public Blur setRadius(int pixels) { return with(radius(), pixels); }
 *
 *   public Blur copy(ParamMap extra) { return defaultCopy(extra); }
 *   public static MLReader<Blur> read() { return StageReader.of(Blur.class, Blur::new); }
 *   public static Blur load(String path) { return read().load(path); }
 *   // transform and transformSchema
 * }
 * }</pre>
 *
 * An Estimator and its Model share Params through one interface {@code interface FooParams<T
 * extends StageParams<T>> extends HasSeed<T>, ...} that declares them in default methods. A Model
 * makes its copy by hand, so that its data goes along: {@code copyValues(new FooModel(uid(), data),
 * extra).setParent(parent())}.
 */
package org.disentangle.stage;

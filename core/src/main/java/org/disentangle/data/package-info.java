/**
 * What the Spark data sources of this project share: numbered rows, cut into ranges that executors
 * read in parallel, with fixed columns of which unused ones cost nothing, for {@code
 * spark.read().format(...)} and SQL's {@code USING}.
 *
 * <p>A source extends {@link org.disentangle.data.RowSource} and describes its rows as {@link
 * org.disentangle.data.RowData}. {@link org.disentangle.data.OptionReader}, {@link
 * org.disentangle.data.Sample} and {@link org.disentangle.data.FactorOptions} read options; {@link
 * org.disentangle.data.FactorColumns} makes columns of factors, {@link
 * org.disentangle.data.RenderedGrid} rows of pictures drawn from factors; {@link
 * org.disentangle.data.DataFile} is a file in any file system Hadoop knows. The sources are in the
 * packages below. Nothing here trains, scores or knows a stage.
 */
package org.disentangle.data;

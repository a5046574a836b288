package org.disentangle.data;

import org.apache.spark.sql.connector.read.InputPartition;

/** The rows of one partition, from the first to before the end. */
record SpriteRange(int first, int end) implements InputPartition {}

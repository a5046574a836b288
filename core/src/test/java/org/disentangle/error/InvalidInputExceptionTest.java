// SPDX-License-Identifier: Apache-2.0
package org.disentangle.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;

/** A user's error is recognised by its type wherever it comes from. */
class InvalidInputExceptionTest {

  /** As connectors throw them: it cannot be sent to another JVM. */
  private static final class ForeignException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings({"unused", "serial"})
    private final Object handle = new Object();
  }

  @Test
  void adviceIsASecondLineOnlyIfThereIsAny() {
    InvalidInputException plain = InvalidInputException.of("size", "0", "1 or more");
    assertEquals("size: found 0; expected 1 or more.", plain.getMessage());
    assertEquals(Optional.empty(), plain.advice());
    assertEquals(
        "resume needs a checkpointDir.\nSet it.",
        InvalidInputException.of("resume needs a checkpointDir", "Set it.").getMessage());
  }

  @Test
  void stagesComeFirstTheOuterBeforeTheInner() {
    InvalidInputException plain = InvalidInputException.of("size is 0", "Raise it.");
    assertFalse(plain.namesStage());
    InvalidInputException outer = plain.in("inner_1").in("outer_2");
    assertTrue(outer.namesStage());
    assertEquals("outer_2: inner_1: size is 0.\nRaise it.", outer.getMessage());
  }

  @Test
  void crossesToAnotherJvmWithoutItsCause() throws Exception {
    InvalidInputException sent =
        InvalidInputException.of("size is 0", "Raise it.")
            .in("stage_1")
            .causedBy(new ForeignException());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(sent);
    InvalidInputException received =
        (InvalidInputException)
            new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    assertEquals(sent.getMessage(), received.getMessage());
    assertEquals(sent.advice(), received.advice());
    assertTrue(received.namesStage());
    assertNull(received.getCause());
    assertEquals(sent.getStackTrace()[0], received.getStackTrace()[0]);
  }

  @Test
  void isStillOfItsTypeWhereSparkWrapsIt() {
    Dataset<Long> refusing =
        SharedSpark.session()
            .range(1)
            .map(
                (MapFunction<Long, Long>)
                    id -> {
                      throw InvalidInputException.of("row " + id + " is empty")
                          .causedBy(new ForeignException());
                    },
                Encoders.LONG());
    try (QuietSpark quiet = new QuietSpark()) {
      Throwable failure = assertThrows(SparkException.class, refusing::collect);
      Throwable refusal =
          Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
              .filter(InvalidInputException.class::isInstance)
              .findFirst()
              .orElseThrow();
      assertEquals("row 0 is empty.", refusal.getMessage());
    }
  }
}

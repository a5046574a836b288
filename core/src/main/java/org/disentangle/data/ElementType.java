// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a file stores a number.
 *
 * @param kind what sort of number
 * @param bytes per number: 1, 2, 4 or 8; of floats 4 or 8
 * @param bigEndian whether the highest byte comes first
 */
public record ElementType(Kind kind, int bytes, boolean bigEndian) implements Serializable {

  /** Sorts of numbers. */
  public enum Kind {
    /** A byte that is 0 for false. */
    TRUTH,
    /** Whole numbers from 0. */
    UNSIGNED,
    /** Whole numbers, two's complement. */
    SIGNED,
    /** Numbers of IEEE 754. */
    FLOAT
  }

  /** One unsigned byte. */
  public static final ElementType BYTE = new ElementType(Kind.UNSIGNED, 1, false);

  /** Four bytes with a sign, the lowest first. */
  public static final ElementType INT = new ElementType(Kind.SIGNED, Integer.BYTES, false);

  private static final Pattern NUMPY = Pattern.compile("[<>|=]?([biuf])([1248])");

  /** The type that NumPy writes so, such as {@code <i8}; empty for types that are no numbers. */
  public static Optional<ElementType> ofNumpy(String description) {
    Matcher matcher = NUMPY.matcher(description);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Kind kind =
        switch (matcher.group(1)) {
          case "b" -> Kind.TRUTH;
          case "i" -> Kind.SIGNED;
          case "u" -> Kind.UNSIGNED;
          default -> Kind.FLOAT;
        };
    int bytes = Integer.parseInt(matcher.group(2));
    boolean known =
        switch (kind) {
          case TRUTH -> bytes == 1;
          case FLOAT -> bytes >= Float.BYTES;
          default -> true;
        };
    return known
        ? Optional.of(new ElementType(kind, bytes, description.startsWith(">")))
        : Optional.empty();
  }

  /** Whether numbers have no fraction. */
  public boolean whole() {
    return kind != Kind.FLOAT;
  }

  /** The bytes of a file as a buffer for {@link #value}. */
  public ByteBuffer wrap(byte[] stored) {
    return ByteBuffer.wrap(stored)
        .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * One of the numbers.
   *
   * @param stored of {@link #wrap}
   * @param place of its first byte
   */
  public double value(ByteBuffer stored, int place) {
    return switch (kind) {
      case TRUTH -> stored.get(place) == 0 ? 0 : 1;
      case FLOAT -> bytes == Float.BYTES ? stored.getFloat(place) : stored.getDouble(place);
      case SIGNED -> signed(stored, place);
      case UNSIGNED -> unsigned(stored, place);
    };
  }

  private long signed(ByteBuffer stored, int place) {
    return switch (bytes) {
      case 1 -> stored.get(place);
      case Short.BYTES -> stored.getShort(place);
      case Integer.BYTES -> stored.getInt(place);
      default -> stored.getLong(place);
    };
  }

  private double unsigned(ByteBuffer stored, int place) {
    return switch (bytes) {
      case 1 -> stored.get(place) & 0xff;
      case Short.BYTES -> stored.getShort(place) & 0xffff;
      case Integer.BYTES -> stored.getInt(place) & 0xffffffffL;
      default -> {
        long bits = stored.getLong(place);
        yield bits >= 0 ? bits : (bits >>> 1) * 2.0;
      }
    };
  }

  @Override
  public String toString() {
    String name =
        switch (kind) {
          case TRUTH -> "bool";
          case UNSIGNED -> "uint" + 8 * bytes;
          case SIGNED -> "int" + 8 * bytes;
          case FLOAT -> "float" + 8 * bytes;
        };
    return bytes > 1 && bigEndian ? name + " (big-endian)" : name;
  }
}

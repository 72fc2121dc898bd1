package org.counterweight.corpus;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;

/**
 * One column of a row group, which follows the rows only as far as it is asked: pages of a column that no row needs are
 * never decompressed.
 */
final class ParquetColumn {
  private static final long JULIAN_DAY_OF_1970 = 2_440_588;
  private static final long DAY_SECONDS = 86_400;
  private static final long BILLION = 1_000_000_000;

  private final ColumnReader reader;
  private final ColumnDescriptor descriptor;
  private long at;

  ParquetColumn(ColumnReader reader) {
    this.reader = reader;
    this.descriptor = reader.getDescriptor();
  }

  /** Whether the row has a value here; rows must be asked for in order. */
  boolean has(long row) {
    while (at < row) {
      if (present()) {
        reader.skip();
      }
      reader.consume();
      at++;
    }
    return present();
  }

  private boolean present() {
    return reader.getCurrentDefinitionLevel() == descriptor.getMaxDefinitionLevel();
  }

  /** The bytes of the value at the current row, of a column that holds text. */
  byte[] bytes() {
    return reader.getBinary().getBytesUnsafe();
  }

  /** Whether the column holds strings, or bytes that may be strings. */
  boolean isText() {
    LogicalTypeAnnotation annotation = descriptor.getPrimitiveType().getLogicalTypeAnnotation();
    return switch (descriptor.getPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> !(annotation instanceof DecimalLogicalTypeAnnotation);
      default -> false;
    };
  }

  /** The value at a row. */
  Value value(long row) {
    if (!has(row)) {
      return Value.Missing.MISSING;
    }
    return switch (descriptor.getPrimitiveType().getPrimitiveTypeName()) {
      case BOOLEAN -> new Value.Truth(reader.getBoolean());
      case INT32 -> whole(reader.getInteger());
      case INT64 -> whole(reader.getLong());
      case FLOAT -> new Value.Number(Float.toString(reader.getFloat()));
      case DOUBLE -> new Value.Number(Double.toString(reader.getDouble()));
      case INT96 -> int96(reader.getBinary());
      case BINARY, FIXED_LEN_BYTE_ARRAY -> binary(reader.getBinary());
    };
  }

  private Value whole(long number) {
    LogicalTypeAnnotation annotation = descriptor.getPrimitiveType().getLogicalTypeAnnotation();
    if (annotation instanceof DateLogicalTypeAnnotation) {
      return new Value.Text(LocalDate.ofEpochDay(number).toString());
    }
    if (annotation instanceof TimestampLogicalTypeAnnotation timestamp) {
      long unit =
          switch (timestamp.getUnit()) {
            case MILLIS -> 1_000;
            case MICROS -> 1_000_000;
            case NANOS -> BILLION;
          };
      return new Value.Text(Instant.ofEpochSecond(Math.floorDiv(number, unit)).toString());
    }
    if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
      return new Value.Number(BigDecimal.valueOf(number, decimal.getScale()).toPlainString());
    }
    return new Value.Number(Long.toString(number));
  }

  /** Nanoseconds of the day, then the Julian day, as Impala and old Spark write times. */
  private static Value int96(Binary binary) {
    ByteBuffer bytes = ByteBuffer.wrap(binary.getBytesUnsafe()).order(ByteOrder.LITTLE_ENDIAN);
    long nanos = bytes.getLong();
    long days = bytes.getInt() - JULIAN_DAY_OF_1970;
    return new Value.Text(Instant.ofEpochSecond(days * DAY_SECONDS + nanos / BILLION).toString());
  }

  private Value binary(Binary binary) {
    byte[] bytes = binary.getBytesUnsafe();
    if (descriptor.getPrimitiveType().getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
      return new Value.Number(new BigDecimal(new BigInteger(bytes), decimal.getScale()).toPlainString());
    }
    return isText() && Utf8.firstInvalid(bytes, 0, bytes.length) < 0
        ? new Value.Text(new String(bytes, StandardCharsets.UTF_8))
        : Value.Missing.MISSING;
  }
}

package dev.taizhang.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.taizhang.expressions.Resolved;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BinaryComparison;
import org.apache.spark.sql.catalyst.expressions.EqualNullSafe;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GreaterThan;
import org.apache.spark.sql.catalyst.expressions.GreaterThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.InSet;
import org.apache.spark.sql.catalyst.expressions.IsNull;
import org.apache.spark.sql.catalyst.expressions.LessThan;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How many of a file's rows fulfil a condition, as far as the log tells least and greatest values.
 */
final class FileCondition {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Expression condition;

  private FileCondition(Expression condition) {
    this.condition = condition;
  }

  /** How many rows. */
  enum Share {
    NONE,
    SOME_OR_NONE,
    ALL;

    private Share and(Share other) {
      return this == NONE || other == NONE
          ? NONE
          : this == ALL && other == ALL ? ALL : SOME_OR_NONE;
    }

    private Share or(Share other) {
      return this == ALL || other == ALL
          ? ALL
          : this == NONE && other == NONE ? NONE : SOME_OR_NONE;
    }
  }

  /**
   * A condition.
   *
   * @param sql over the table's columns
   */
  static FileCondition of(SparkSession spark, String sql) {
    try {
      return new FileCondition(Resolved.parsed(spark, sql));
    } catch (ParseException e) {
      throw new IllegalArgumentException("Not a condition: " + sql, e);
    }
  }

  /**
   * The same of a plan's filters, all of which are to be fulfilled.
   *
   * @param filters over the table's columns
   */
  static FileCondition ofAll(List<Expression> filters) {
    return new FileCondition(
        filters.stream().reduce(And::new).orElse(Literal.create(true, DataTypes.BooleanType)));
  }

  /**
   * How many rows of a file fulfil it.
   *
   * @param statistics of the file, as the log has them; empty where it has none
   */
  Share in(Optional<String> statistics) {
    try {
      return statistics.isEmpty()
          ? Share.SOME_OR_NONE
          : share(condition, JSON.readTree(statistics.get()));
    } catch (JsonProcessingException e) {
      return Share.SOME_OR_NONE;
    }
  }

  private static Share share(Expression part, JsonNode file) {
    if (part instanceof And and) {
      return share(and.left(), file).and(share(and.right(), file));
    }
    if (part instanceof Or or) {
      return share(or.left(), file).or(share(or.right(), file));
    }
    if (part instanceof Literal literal && literal.dataType().equals(DataTypes.BooleanType)) {
      return Boolean.TRUE.equals(literal.value()) ? Share.ALL : Share.NONE;
    }
    if (part instanceof In in) {
      return amongValues(in.value(), CollectionConverters.asJava(in.list()), file);
    }
    if (part instanceof InSet in) {
      return amongValues(in.child(), literals(in), file);
    }
    if (part instanceof EqualTo equal) {
      return amongValues(equal.left(), List.of(equal.right()), file);
    }
    if (part instanceof BinaryComparison comparison) {
      return compared(comparison, file);
    }
    return part instanceof IsNull isNull ? isNull(isNull.child(), file) : Share.SOME_OR_NONE;
  }

  /** What a plan makes of many literals. */
  private static List<Expression> literals(InSet in) {
    return CollectionConverters.asJava(in.set()).stream()
        .<Expression>map(value -> Literal.create(value, in.child().dataType()))
        .toList();
  }

  private static Share amongValues(Expression column, List<Expression> values, JsonNode file) {
    Optional<Range> range = Range.of(column, file);
    if (range.isEmpty()) {
      return Share.SOME_OR_NONE;
    }
    boolean any = false;
    for (Expression value : values) {
      Comparable<Object> one = value(value);
      if (one == null || !range.get().isOfTypeOf(one)) {
        return Share.SOME_OR_NONE;
      }
      any |= range.get().holds(one);
      if (range.get().isAllOf(one)) {
        return Share.ALL;
      }
    }
    return any ? Share.SOME_OR_NONE : Share.NONE;
  }

  private static Share compared(BinaryComparison comparison, JsonNode file) {
    boolean above = comparison instanceof GreaterThan || comparison instanceof GreaterThanOrEqual;
    boolean strictly = comparison instanceof GreaterThan || comparison instanceof LessThan;
    boolean mirrored = comparison.left() instanceof Literal;
    Optional<Range> range = Range.of(mirrored ? comparison.right() : comparison.left(), file);
    Comparable<Object> bound = value(mirrored ? comparison.left() : comparison.right());
    if (comparison instanceof EqualNullSafe
        || range.isEmpty()
        || bound == null
        || !range.get().isOfTypeOf(bound)) {
      return Share.SOME_OR_NONE;
    }
    int beyond =
        above == mirrored
            ? -bound.compareTo(range.get().least())
            : bound.compareTo(range.get().greatest());
    return beyond > 0 || (strictly && beyond == 0) ? Share.NONE : Share.SOME_OR_NONE;
  }

  private static Share isNull(Expression column, JsonNode file) {
    if (!(column instanceof Attribute attribute)) {
      return Share.SOME_OR_NONE;
    }
    JsonNode nulls = file.path("nullCount").path(attribute.name());
    if (!nulls.isNumber()) {
      return Share.SOME_OR_NONE;
    }
    return nulls.asLong() == 0
        ? Share.NONE
        : nulls.asLong() == file.path("numRecords").asLong() ? Share.ALL : Share.SOME_OR_NONE;
  }

  /** The value of a literal, in the type of {@link Range}; null where it is none. */
  @SuppressWarnings("unchecked") // Each of these is comparable with its own kind.
  private static Comparable<Object> value(Expression expression) {
    if (!(expression instanceof Literal literal)) {
      return null;
    }
    Object value = literal.value();
    DataType type = literal.dataType();
    Object comparable =
        value == null
            ? null
            : type.equals(DataTypes.StringType)
                ? value
                : type.equals(DataTypes.DateType)
                    ? LocalDate.ofEpochDay((Integer) value)
                    : type.equals(DataTypes.IntegerType) || type.equals(DataTypes.LongType)
                        ? ((Number) value).longValue()
                        : null;
    return (Comparable<Object>) comparable;
  }

  /**
   * The values of a column in a file.
   *
   * @param exact whether both bounds are values that stand in the file
   */
  private record Range(
      Comparable<Object> least, Comparable<Object> greatest, boolean withoutNulls, boolean exact) {

    private static final int SHORTENED = 32;

    static Optional<Range> of(Expression column, JsonNode file) {
      if (!(column instanceof Attribute attribute)) {
        return Optional.empty();
      }
      JsonNode least = file.path("minValues").path(attribute.name());
      JsonNode greatest = file.path("maxValues").path(attribute.name());
      JsonNode nulls = file.path("nullCount").path(attribute.name());
      if (least.isMissingNode() || greatest.isMissingNode() || !nulls.isNumber()) {
        return Optional.empty();
      }
      boolean exact = !least.isTextual() || least.asText().length() < SHORTENED;
      return Optional.of(new Range(bound(least), bound(greatest), nulls.asLong() == 0, exact));
    }

    @SuppressWarnings("unchecked") // Each of these is comparable with its own kind.
    private static Comparable<Object> bound(JsonNode value) {
      if (value.isNumber()) {
        return (Comparable<Object>) (Object) value.asLong();
      }
      return (Comparable<Object>)
          (Object)
              (value.asText().matches("\\d{4}-\\d{2}-\\d{2}")
                  ? LocalDate.parse(value.asText())
                  : UTF8String.fromString(value.asText()));
    }

    boolean isOfTypeOf(Comparable<Object> value) {
      return value.getClass().equals(least.getClass())
          && value.getClass().equals(greatest.getClass());
    }

    boolean holds(Comparable<Object> value) {
      return value.compareTo(least) >= 0 && value.compareTo(greatest) <= 0;
    }

    boolean isAllOf(Comparable<Object> value) {
      return exact && withoutNulls && value.compareTo(least) == 0 && value.compareTo(greatest) == 0;
    }
  }
}

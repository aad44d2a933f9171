package dev.taizhang.tables;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table's contract.
 *
 * @param name the column's name, {@code snake_case}
 * @param type its Spark type
 * @param nullable whether it may be null
 * @param comment what it means, in one sentence
 * @param allowed the values that it may take; empty when any value of the type is allowed
 * @param since the release in which it appeared
 * @param pseudonym whether it stands for one person, so that no trace of a value may stay in a
 *     table's log
 */
public record Field(
    String name,
    DataType type,
    boolean nullable,
    String comment,
    List<String> allowed,
    String since,
    boolean pseudonym) {

  private static final String FIRST_RELEASE = "0.1";

  public Field {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("Column name is not snake_case: " + name);
    }
    if (!comment.endsWith(".")) {
      throw new IllegalArgumentException("Comment of " + name + " is not a sentence: " + comment);
    }
    requireNonNull(type, "type");
    requireNonNull(since, "since");
    allowed = List.copyOf(allowed);
  }

  /** A column that is never null. */
  public static Field required(String name, DataType type, String comment) {
    return new Field(name, type, false, comment, List.of(), FIRST_RELEASE, false);
  }

  /** A column that may be null. */
  public static Field optional(String name, DataType type, String comment) {
    return new Field(name, type, true, comment, List.of(), FIRST_RELEASE, false);
  }

  /** A column that is never null and stands for one person. */
  public static Field pseudonym(String name, String comment) {
    return new Field(name, DataTypes.StringType, false, comment, List.of(), FIRST_RELEASE, true);
  }

  /** The same column, restricted to some values (and null, where it may be null). */
  public Field oneOf(String... values) {
    return new Field(name, type, nullable, comment, List.of(values), since, pseudonym);
  }

  /** The same column under another name. */
  public Field named(String otherName) {
    return new Field(otherName, type, nullable, comment, allowed, since, pseudonym);
  }

  /** The same column, which may be null here. */
  public Field orNull() {
    return new Field(name, type, true, comment, allowed, since, pseudonym);
  }

  /** The same column under another meaning. */
  public Field meaning(String otherComment) {
    return new Field(name, type, nullable, otherComment, allowed, since, pseudonym);
  }

  /** This column, to be used in a transform. */
  public Column column() {
    return functions.col(name);
  }

  /** This column in Spark's terms, with its comment. */
  public StructField structField() {
    Metadata metadata = new MetadataBuilder().putString("comment", comment).build();
    return new StructField(name, type, nullable, metadata);
  }

  /**
   * The condition that the allowed values make, as SQL; only where {@link #allowed} is not empty.
   */
  String allowedCondition() {
    return name
        + allowed.stream().map(value -> "'" + value + "'").collect(joining(", ", " IN (", ")"));
  }
}

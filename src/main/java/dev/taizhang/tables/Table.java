package dev.taizhang.tables;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table's contract: what one row is, its columns, key and rules.
 *
 * @param name schema and table, such as {@code marts.placement_rates}
 * @param grain what one row is, in one sentence
 * @param fields the columns in order
 * @param key the columns that identify a row
 * @param ownRules rules besides those that allowed values make
 * @param journal whether the table records what happened when, so that it depends on the order of
 *     events and not only on what came in
 * @param storage how it is stored
 */
public record Table(
    String name,
    String grain,
    List<Field> fields,
    List<Field> key,
    List<Rule> ownRules,
    boolean journal,
    Storage storage) {

  /**
   * How a table is stored, beyond what its columns say.
   *
   * @param changeFeed whether readers outside the program follow it, so that it tells them which
   *     rows each write took away and put in (Delta's change data feed)
   * @param deletionVectors whether single rows are taken out of files that stay, so that a write
   *     costs what changed (Delta's deletion vectors)
   * @param fileField the date whose values stand in files of their own, so that the rows of one
   *     date are replaced without touching others; null where files hold any
   */
  public record Storage(boolean changeFeed, boolean deletionVectors, Field fileField) {

    private static final Storage PLAIN = new Storage(false, false, null);
  }

  public Table {
    fields = List.copyOf(fields);
    key = List.copyOf(key);
    ownRules = List.copyOf(ownRules);
    Set<String> names = fields.stream().map(Field::name).collect(toUnmodifiableSet());
    if (names.size() != fields.size()) {
      throw new IllegalArgumentException("A column stands twice in " + name);
    }
    for (Field field : key) {
      if (!names.contains(field.name())) {
        throw new IllegalArgumentException("Key column " + field.name() + " is not in " + name);
      }
    }
    Field apart = storage.fileField();
    if (apart != null
        && !(fields.contains(apart)
            && apart.type().equals(DataTypes.DateType)
            && !apart.nullable())) {
      throw new IllegalArgumentException(apart.name() + " is no date of every row of " + name);
    }
    if (storage.changeFeed() && storage.deletionVectors()) {
      throw new IllegalArgumentException("The feed of " + name + " would not tell single rows");
    }
  }

  /** A table without columns yet. */
  public static Table named(String name) {
    if (!name.matches("[a-z]+\\.[a-z][a-z_]*")) {
      throw new IllegalArgumentException("Table name is not schema.table: " + name);
    }
    return new Table(name, "", List.of(), List.of(), List.of(), false, Storage.PLAIN);
  }

  /** The same table, saying what one row is. */
  public Table grain(String sentence) {
    return new Table(name, sentence, fields, key, ownRules, journal, storage);
  }

  /** The same table with these columns. */
  public Table fields(Field... columns) {
    return fields(Arrays.asList(columns));
  }

  /** The same table with these columns. */
  public Table fields(List<Field> columns) {
    return new Table(name, grain, columns, key, ownRules, journal, storage);
  }

  /** The same table with this key. */
  public Table key(Field... columns) {
    return new Table(name, grain, fields, Arrays.asList(columns), ownRules, journal, storage);
  }

  /** The same table with one more rule. */
  public Table rule(String ruleName, String condition) {
    List<Rule> more = new ArrayList<>(ownRules);
    more.add(new Rule(ruleName, condition));
    return new Table(name, grain, fields, key, more, journal, storage);
  }

  /** The same table, marked as a journal. */
  public Table asJournal() {
    return new Table(name, grain, fields, key, ownRules, true, storage);
  }

  /** The same table, which tells its readers what each write changed. */
  public Table withChangeFeed() {
    return stored(new Storage(true, storage.deletionVectors(), storage.fileField()));
  }

  /** The same table, of whose files single rows are taken out. */
  public Table withDeletionVectors() {
    return stored(new Storage(storage.changeFeed(), true, storage.fileField()));
  }

  /** The same table, whose files hold rows of one date each. */
  public Table filesBy(Field date) {
    return stored(new Storage(storage.changeFeed(), storage.deletionVectors(), date));
  }

  private Table stored(Storage other) {
    return new Table(name, grain, fields, key, ownRules, journal, other);
  }

  /** The schema (database) of the table. */
  public String schemaName() {
    return name.substring(0, name.indexOf('.'));
  }

  /** The table's name without its schema. */
  public String shortName() {
    return name.substring(name.indexOf('.') + 1);
  }

  /** All rules: those of allowed values first, named after their column. */
  public List<Rule> rules() {
    Stream<Rule> fromAllowed =
        fields.stream()
            .filter(field -> !field.allowed().isEmpty())
            .map(field -> new Rule(field.name() + "_allowed", field.allowedCondition()));
    return Stream.concat(fromAllowed, ownRules.stream()).toList();
  }

  /** The columns in Spark's terms, with nullability and comments. */
  public StructType structType() {
    return new StructType(fields.stream().map(Field::structField).toArray(StructField[]::new));
  }

  /** The columns in order: the closing select of the transform that makes this table. */
  public Column[] columns() {
    return fields.stream().map(Field::column).toArray(Column[]::new);
  }

  /** The key's columns in order. */
  public Column[] keyColumns() {
    return key.stream().map(Field::column).toArray(Column[]::new);
  }
}

package dev.taizhang.warehouse;

import static java.util.stream.Collectors.joining;

import dev.taizhang.tables.Field;
import dev.taizhang.tables.Rule;
import dev.taizhang.tables.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;

/** The SQL that makes a table of its contract. */
final class Ddl {

  private Ddl() {}

  /** The properties of a new table. */
  static Map<String, String> properties(Table table) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("delta.dataSkippingStatsColumns", String.join(",", skippingColumns(table)));
    // A checkpoint of a small table costs what ten of its commits cost.
    all.put("delta.checkpointInterval", "50");
    all.putAll(features(table));
    for (Rule rule : table.rules()) {
      // Delta takes a condition that is null for broken, unlike standard SQL.
      all.put("delta.constraints." + rule.name(), "(" + rule.condition() + ") IS NOT FALSE");
    }
    return all;
  }

  /** The properties of a table that older releases may not have given it. */
  static Map<String, String> features(Table table) {
    Map<String, String> features = new LinkedHashMap<>();
    if (table.storage().changeFeed()) {
      features.put("delta.enableChangeDataFeed", "true");
    }
    if (table.storage().deletionVectors()) {
      features.put("delta.enableDeletionVectors", "true");
    }
    return features;
  }

  /**
   * The columns whose least and greatest values each file's entry in the log tells: those that rows
   * are looked up by. For all of them it would cost a sixth of the writing of wide rows; and where
   * they stand for people, the log would still name somebody who was forgotten.
   */
  static List<String> skippingColumns(Table table) {
    List<String> key = table.key().stream().map(Field::name).toList();
    return table.fields().stream()
        .filter(field -> key.contains(field.name()) || field.type().equals(DataTypes.DateType))
        .filter(field -> ColumnStatistics.areToldOf(field.type()) && !field.pseudonym())
        .map(Field::name)
        .toList();
  }

  /** ALTER for columns that a table of an earlier release has not. */
  static String addColumns(String location, List<Field> fields) {
    return "ALTER TABLE %s ADD COLUMNS (%s)"
        .formatted(at(location), fields.stream().map(Ddl::column).collect(joining(", ")));
  }

  /** ALTER for a table of an earlier release that is to have a property. */
  static String addProperty(String location, String name, String value) {
    return "ALTER TABLE %s SET TBLPROPERTIES (%s=%s)"
        .formatted(at(location), quoted(name), quoted(value));
  }

  /** CREATE for a view on tables. */
  static String view(Table view, String select) {
    return "CREATE OR REPLACE VIEW %s (%s) COMMENT %s AS %s"
        .formatted(
            view.name(),
            view.fields().stream()
                .map(field -> field.name() + " COMMENT " + quoted(field.comment()))
                .collect(joining(", ")),
            quoted(view.grain()),
            select);
  }

  private static String column(Field field) {
    return "%s %s%s COMMENT %s"
        .formatted(
            field.name(),
            field.type().sql(),
            field.nullable() ? "" : " NOT NULL",
            quoted(field.comment()));
  }

  /** The table in a folder, whatever name it has. */
  private static String at(String location) {
    return "delta.`" + location.replace("`", "``") + "`";
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}

package dev.taizhang.answers;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.DeltaReading;
import dev.taizhang.warehouse.TableFolders;
import dev.taizhang.warehouse.Warehouse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTable;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableOrView;
import org.apache.spark.sql.catalyst.analysis.UnresolvedTableValuedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedView;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.jdk.javaapi.CollectionConverters;

/** The names in a question: each is to stand for a table of the warehouse, and nothing outside. */
final class NamedTables {

  /** Functions that stand for a table and make it of their arguments. */
  private static final Set<String> TABLE_FUNCTIONS =
      Set.of(
          "collations",
          "explode",
          "explode_outer",
          "inline",
          "inline_outer",
          "json_tuple",
          "posexplode",
          "posexplode_outer",
          "range",
          "sql_keywords",
          "stack");

  private static final String CHANGES = "table_changes";
  private static final String CATALOG = "spark_catalog";
  private static final String DELTA = "delta";

  private final ParserInterface parser;
  private final Warehouse warehouse;
  private final List<Table> tables;

  NamedTables(ParserInterface parser, Warehouse warehouse, List<Table> tables) {
    this.parser = parser;
    this.warehouse = warehouse;
    this.tables = List.copyOf(tables);
  }

  /**
   * Checks what a step, without those in it, names: a table of the warehouse, or an alias.
   *
   * @throws InvalidUsage when it is something else
   */
  void check(LogicalPlan step) throws ParseException {
    if (step instanceof UnresolvedRelation relation) {
      checkTable(CollectionConverters.asJava(relation.multipartIdentifier()));
      if (!relation.options().isEmpty()) {
        throw notOfTheWarehouse(relation.name() + " WITH (...)");
      }
    } else if (step instanceof UnresolvedTable table) {
      checkTable(CollectionConverters.asJava(table.multipartIdentifier()));
    } else if (step instanceof UnresolvedTableOrView table) {
      checkTable(CollectionConverters.asJava(table.multipartIdentifier()));
    } else if (step instanceof UnresolvedView view) {
      checkTable(CollectionConverters.asJava(view.multipartIdentifier()));
    } else if (step instanceof UnresolvedTableValuedFunction function) {
      checkTableFunction(function);
    }
    String folder = DeltaReading.folder(step).orElse(null);
    if (folder != null) {
      checkFolder(folder);
    }
  }

  private void checkTable(List<String> name) {
    List<String> parts =
        name.size() == 3 && name.get(0).equalsIgnoreCase(CATALOG) ? name.subList(1, 3) : name;
    String schema = parts.get(0).toLowerCase(Locale.ROOT);
    if (parts.size() == 2 && schema.equals(DELTA)) {
      checkFolder(parts.get(1));
    } else if (parts.size() > 2
        || (parts.size() == 2
            && tables.stream().noneMatch(table -> table.schemaName().equals(schema)))) {
      throw notOfTheWarehouse(String.join(".", name));
    }
  }

  private void checkFolder(String folder) {
    if (!TableFolders.isOneOf(warehouse, tables, folder)) {
      throw notOfTheWarehouse(folder);
    }
  }

  private void checkTableFunction(UnresolvedTableValuedFunction function) throws ParseException {
    String name = function.name().mkString(".").toLowerCase(Locale.ROOT);
    if (name.equals(CHANGES)) {
      if (function.functionArgs().isEmpty()
          || !(function.functionArgs().head() instanceof Literal table)) {
        throw notOfTheWarehouse("an argument of " + CHANGES + " that is not a text");
      }
      checkTable(
          CollectionConverters.asJava(
              parser.parseMultipartIdentifier(String.valueOf(table.value()))));
    } else if (!TABLE_FUNCTIONS.contains(name)) {
      throw notOfTheWarehouse(name + "(...)");
    }
  }

  private static InvalidUsage notOfTheWarehouse(String name) {
    return new InvalidUsage(
        "'taizhang query' only reads the warehouse, and %s is not one of its tables. Nothing was done. What to do: name a table such as marts.placement_rates; 'SHOW SCHEMAS' and 'SHOW TABLES IN marts' list them."
            .formatted(name));
  }
}

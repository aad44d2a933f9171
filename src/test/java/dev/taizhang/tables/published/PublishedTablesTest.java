package dev.taizhang.tables.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.tables.Field;
import dev.taizhang.tables.OutcomeCounts;
import dev.taizhang.tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedTablesTest {

  static List<PublishedTable> tables() {
    return PublishedTables.ALL;
  }

  private static List<String> names(Table table) {
    return table.fields().stream().map(Field::name).toList();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyFigureHasASymbolAndItsDenominatorIsAFigureToo(PublishedTable table) {
    for (PublishedColumn figure : table.figures()) {
      assertTrue(table.column(PublishedTable.symbolOf(figure.name())).isPresent(), figure.name());
      assertTrue(figure.field().nullable(), figure.name());
      figure
          .denominator()
          .ifPresent(name -> assertTrue(table.column(name).orElseThrow().rule().isFigure(), name));
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void tableAsDeclaredHasNoUnregisteredColumn(PublishedTable table) {
    assertEquals(List.of(), table.unregistered(names(table.table()), names(table.mart())));
  }

  @Test
  void columnThatNobodyRegisteredIsFoundInACopyThatHasIt() {
    PublishedTable table = PublishedTables.OUTCOME_COUNTS;
    List<String> published = new ArrayList<>(names(table.table()));
    published.add("student_key");
    List<String> mart = new ArrayList<>(names(table.mart()));
    mart.add("salary");
    assertEquals(
        List.of("published.outcome_counts.student_key", "marts.outcome_counts.salary"),
        table.unregistered(published, mart));
  }

  @Test
  void columnOfAMartWithoutARuleIsRefusedWhenTheTableIsDeclared() {
    List<Field> more = new ArrayList<>(OutcomeCounts.TABLE.fields());
    more.add(Field.optional("salary", DataTypes.LongType, "Pay."));
    PublishedTable.Making making =
        PublishedTable.of(OutcomeCounts.TABLE.fields(more))
            .by(ColumnRule.PUBLIC, "in_denominator", "in_numerator")
            .by(ColumnRule.PART_OF_ALL, "graduates")
            .without("outcome_name");
    assertEquals(
        "marts.outcome_counts has columns without a rule: [salary]",
        assertThrows(IllegalStateException.class, making::done).getMessage());
  }

  @Test
  void symbolsOfTablesAndOfPagesAreTheSame() {
    assertEquals(
        Arrays.stream(dev.taizhang.publish.edition.Symbol.values())
            .map(dev.taizhang.publish.edition.Symbol::code)
            .toList(),
        Arrays.stream(FigureSymbol.values()).map(FigureSymbol::code).toList());
    assertEquals(FigureSymbol.LOW, FigureSymbol.of("low").orElseThrow());
    assertTrue(FigureSymbol.of("x").isEmpty());
  }
}

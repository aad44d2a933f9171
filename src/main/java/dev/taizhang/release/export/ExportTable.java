package dev.taizhang.release.export;

import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.release.EditionWords;
import dev.taizhang.release.export.ExportColumn.Role;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.published.ColumnRule;
import dev.taizhang.tables.published.PublishedColumn;
import dev.taizhang.tables.published.PublishedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * A data file: when and where each row is of in the columns of England's Explore Education
 * Statistics, and then the columns of a published table as they are.
 *
 * @param published the table
 * @param title what it holds
 * @param columns its columns in order
 * @param key the columns that tell its rows apart
 * @see <a href="../../../../../../../docs/adr/0046-open-data.md">ADR 46</a>
 */
record ExportTable(
    PublishedTable published, Label title, List<ExportColumn> columns, List<String> key) {

  ExportTable {
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  static ExportTable of(PublishedTable table, EditionWords words) {
    return new Making(table, words).done();
  }

  /** The name of the file, without its ending. */
  String name() {
    return published.name();
  }

  /** A file on the way. */
  private static final class Making {

    private final PublishedTable table;
    private final EditionWords words;
    private final Location location;
    private final List<ExportColumn> columns = new ArrayList<>();

    Making(PublishedTable table, EditionWords words) {
      this.table = table;
      this.words = words;
      this.location = Location.of(table);
    }

    ExportTable done() {
      time();
      place();
      Set<String> told = location.columns();
      table.columns().stream()
          .filter(column -> !told.contains(column.name()))
          .filter(column -> !column.name().equals(Releases.RELEASE_ID.name()))
          .filter(column -> column.rule() != ColumnRule.SYMBOL)
          .forEach(this::add);
      columns.add(cells(table.column(Releases.RELEASE_ID.name()).orElseThrow(), Role.RELEASE));
      return new ExportTable(table, words.title(table.name(), "all"), columns, key(told));
    }

    private void time() {
      Period period = Period.of(table);
      made("time_period", Role.TIME_OR_PLACE, period::period);
      made("time_identifier", Role.TIME_OR_PLACE, period::identifier);
    }

    private void place() {
      made("geographic_level", Role.TIME_OR_PLACE, location::level);
      made("country_code", Role.TIME_OR_PLACE, row -> "CHN");
      made("country_name", Role.TIME_OR_PLACE, row -> "China");
      for (Location.Kind kind : location.kinds()) {
        String code = kind.column() + "_code";
        EditionColumn described = words.column(code);
        columns.add(
            ExportColumn.made(
                code,
                Role.TIME_OR_PLACE,
                described.name(),
                described.definition(),
                row -> location.code(row, kind)));
        name(code, "zh", row -> location.name(row, kind, "zh"));
        name(code, "en", row -> location.name(row, kind, "en"));
      }
      made("location_code", Role.TIME_OR_PLACE, location::code);
    }

    private void made(String name, Role role, java.util.function.Function<Object[], String> cell) {
      EditionColumn described = words.column(name);
      columns.add(
          ExportColumn.made(name, role, described.name(), described.definition(), cell).required());
    }

    private void name(
        String code, String language, java.util.function.Function<Object[], String> cell) {
      columns.add(
          ExportColumn.made(
              PublishedTable.nameOf(code, language),
              Role.NAME,
              nameLabel(code, language),
              nameDefinition(code, language),
              cell));
    }

    private Label nameLabel(String code, String language) {
      Label label = words.column(code).name();
      return language.equals("zh")
          ? new Label(label.zh() + "（中文名称）", label.en() + " (name in Chinese)")
          : new Label(label.zh() + "（英文名称）", label.en() + " (name in English)");
    }

    private static Label nameDefinition(String code, String language) {
      return language.equals("zh")
          ? new Label("%s 的中文名称。".formatted(code), "Name of %s in Chinese.".formatted(code))
          : new Label(
              "%s 的英文名称；没有时用中文。".formatted(code),
              "Name of %s in English; the Chinese one where there is no other.".formatted(code));
    }

    private void add(PublishedColumn column) {
      if (column.rule() == ColumnRule.NAME) {
        String language = column.name().endsWith("_zh") ? "zh" : "en";
        String code =
            table.namedCodes().stream()
                .filter(one -> PublishedTable.nameOf(one, language).equals(column.name()))
                .findFirst()
                .orElseThrow();
        int at = position(column.name());
        name(code, language, row -> Cells.text(row[at]));
        return;
      }
      if (column.rule().isFigure()) {
        figure(column);
        return;
      }
      boolean isNumber =
          column.rule() == ColumnRule.PUBLIC && column.field().type().equals(DataTypes.IntegerType);
      columns.add(cells(column, isNumber ? Role.INDICATOR : Role.FILTER));
    }

    private void figure(PublishedColumn column) {
      int at = position(column.name());
      int symbolAt = position(PublishedTable.symbolOf(column.name()));
      columns.add(described(column, Role.INDICATOR, row -> Cells.figure(row[at], row[symbolAt])));
      if (column.rule() == ColumnRule.RATE) {
        Label label = words.column(column.name()).name();
        columns.add(
            ExportColumn.made(
                PublishedTable.symbolOf(column.name()),
                Role.MARK,
                new Label(label.zh() + "（标记）", label.en() + " (mark)"),
                new Label(
                    "u 表示 %s 可靠性低；为空表示没有可说的。".formatted(column.name()),
                    "u where %s is of low reliability; empty where there is nothing to say."
                        .formatted(column.name())),
                row -> Cells.mark(row[symbolAt])));
      }
    }

    private ExportColumn cells(PublishedColumn column, Role role) {
      int at = position(column.name());
      return described(column, role, row -> Cells.text(row[at]));
    }

    private ExportColumn described(
        PublishedColumn column, Role role, java.util.function.Function<Object[], String> cell) {
      EditionColumn described = words.column(column.name());
      Field field = column.field();
      return new ExportColumn(
          column.name(),
          role,
          type(field.type()),
          described.unit(),
          described.name(),
          new Label(zh(described.definition().zh(), column.rule()), field.comment()),
          !field.nullable(),
          field.allowed(),
          Optional.of(column),
          cell);
    }

    /** The words of editions do not know how coarse a published column is. */
    private static String zh(String definition, ColumnRule rule) {
      return rule.isWide()
          ? definition.replaceFirst("。$", "") + "；" + rule.meaningZh() + "。"
          : definition;
    }

    private static String type(DataType type) {
      if (type.equals(DataTypes.IntegerType) || type.equals(DataTypes.LongType)) {
        return "integer";
      }
      if (type.equals(DataTypes.DoubleType)) {
        return "number";
      }
      if (type.equals(DataTypes.BooleanType)) {
        return "boolean";
      }
      return type.equals(DataTypes.DateType) ? "date" : "string";
    }

    private int position(String column) {
      return table.table().structType().fieldIndex(column);
    }

    /** A place may be empty in each of its columns, and a key may not. */
    private List<String> key(Set<String> told) {
      return Stream.concat(
              Stream.of("geographic_level", "location_code"),
              table.table().key().stream()
                  .map(Field::name)
                  .filter(name -> !told.contains(name))
                  .filter(name -> !name.equals(Releases.RELEASE_ID.name())))
          .toList();
    }
  }
}

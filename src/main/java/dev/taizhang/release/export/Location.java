package dev.taizhang.release.export;

import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.published.PublishedTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where a row is of. Published tables say it in the columns of their marts, each in its way; data
 * files say it in one: a level, and a code and names for each kind of place.
 */
final class Location {

  /** Kinds of places, the widest first. */
  enum Kind {
    PROVINCE("Province"),
    PREFECTURE("Prefecture"),
    INSTITUTION("Institution");

    private final String level;

    Kind(String level) {
      this.level = level;
    }

    /** How the columns of the kind begin. */
    String column() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The level of rows of all universities of the release. */
  static final String EVERYWHERE = "All";

  /**
   * A column that names places of a kind.
   *
   * @param code the column
   * @param levelColumn the column that says of which kind they are; empty where they are of one
   * @param level what it says then
   */
  private record Source(Kind kind, String code, Optional<String> levelColumn, String level) {

    static Source of(Kind kind, String code) {
      return new Source(kind, code, Optional.empty(), "");
    }

    static Source of(Kind kind, String code, String levelColumn, String level) {
      return new Source(kind, code, Optional.of(levelColumn), level);
    }
  }

  private static final List<Source> KNOWN =
      List.of(
          Source.of(Kind.PROVINCE, "province_code"),
          Source.of(Kind.PROVINCE, "region_code", "region_level", "province"),
          Source.of(Kind.PREFECTURE, "region_code", "region_level", "prefecture"),
          Source.of(Kind.PREFECTURE, "place_code", "place_level", "prefecture"),
          Source.of(Kind.INSTITUTION, "place_code", "place_level", "university"),
          Source.of(Kind.INSTITUTION, "university_code"));

  private final PublishedTable table;
  private final List<Source> sources;

  private Location(PublishedTable table, List<Source> sources) {
    this.table = table;
    this.sources = List.copyOf(sources);
  }

  static Location of(PublishedTable table) {
    return new Location(
        table, KNOWN.stream().filter(source -> table.column(source.code()).isPresent()).toList());
  }

  /** The kinds of places that the table can name. */
  List<Kind> kinds() {
    return sources.stream().map(Source::kind).distinct().sorted().toList();
  }

  /** The columns of the table that say it. */
  Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    for (Source source : sources) {
      columns.add(source.code());
      source.levelColumn().ifPresent(columns::add);
      columns.add(PublishedTable.nameOf(source.code(), "zh"));
      columns.add(PublishedTable.nameOf(source.code(), "en"));
    }
    return columns;
  }

  /** The finest kind of place that a row names, or everywhere. */
  String level(Object[] row) {
    return finest(row).map(source -> source.kind().level).orElse(EVERYWHERE);
  }

  /** The code of the finest place that a row names, or all: with the level it is one place. */
  String code(Object[] row) {
    return finest(row).map(source -> text(row, source.code())).orElse(Dimensions.ALL);
  }

  /** The code of a kind of place; empty where the row names none. */
  String code(Object[] row, Kind kind) {
    return named(row, kind).map(source -> text(row, source.code())).orElse("");
  }

  /** Its name; empty where the row names none. */
  String name(Object[] row, Kind kind, String language) {
    return named(row, kind)
        .map(source -> text(row, PublishedTable.nameOf(source.code(), language)))
        .orElse("");
  }

  private Optional<Source> finest(Object[] row) {
    List<Kind> kinds = new ArrayList<>(kinds());
    java.util.Collections.reverse(kinds);
    return kinds.stream().flatMap(kind -> named(row, kind).stream()).findFirst();
  }

  private Optional<Source> named(Object[] row, Kind kind) {
    return sources.stream()
        .filter(source -> source.kind() == kind)
        .filter(
            source ->
                source
                    .levelColumn()
                    .map(column -> text(row, column))
                    .orElse("")
                    .equals(source.level()))
        .filter(source -> !text(row, source.code()).equals(Dimensions.ALL))
        .findFirst();
  }

  private String text(Object[] row, String column) {
    return Objects.toString(table.value(row, column), "");
  }
}

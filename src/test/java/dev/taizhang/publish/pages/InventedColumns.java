package dev.taizhang.publish.pages;

import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Unit;
import java.util.Map;
import java.util.Set;

/** Columns of an invented edition, by the names that columns of tables have. */
final class InventedColumns {

  private static final Set<String> TEXTS =
      Set.of("why", "region_name", "major_name", "university_name", "outcome_name");
  private static final Set<String> FLAGS =
      Set.of("on_time", "covered", "in_denominator", "in_numerator");
  private static final Set<String> COUNTS =
      Set.of(
          "graduates",
          "placed",
          "stale_graduates",
          "in_group",
          "broken_count",
          "universities",
          "agreements_terminated",
          "snapshots",
          "snapshots_in_force",
          "rows_in_force",
          "compared_rows",
          "expected_graduates",
          "accepted_files",
          "resubmissions",
          "rows_read",
          "rows_quarantined",
          "rows_flagged",
          "held_slices",
          "stray_slices",
          "rejected_files",
          "graduates_before",
          "graduates_now",
          "placed_before",
          "placed_now");
  private static final Map<String, String> CHINESE =
      Map.of(
          "graduates", "毕业生数",
          "placed", "已落实",
          "placement_rate", "落实率",
          "rate_gap", "与无困难毕业生的差距",
          "hardship_group", "困难群体",
          "university_code", "院校代码",
          "graduation_year", "届");

  private InventedColumns() {}

  static EditionColumn of(String id) {
    boolean limits = id.equals("placement_rate") || id.equals("rate_gap");
    Label name = new Label(CHINESE.getOrDefault(id, id), id.replace('_', ' '));
    Label definition = new Label(name.zh() + "的定义", "What " + name.en() + " means.");
    return new EditionColumn(
        id,
        unit(id),
        name,
        definition,
        numerator(id),
        numerator(id).isEmpty() ? "" : denominator(id),
        limits ? id + "_low" : "",
        limits ? id + "_high" : "");
  }

  private static Unit unit(String id) {
    if (COUNTS.contains(id) || Tally.COUNTED.contains(id)) {
      return Unit.COUNT;
    }
    if (FLAGS.contains(id)) {
      return Unit.FLAG;
    }
    if (id.startsWith("rate_gap")) {
      return Unit.POINTS;
    }
    if (id.contains("_rate") || id.endsWith("_share")) {
      return Unit.RATE;
    }
    if (id.endsWith("_date") || id.contains("_date_") || id.equals("week_ending")) {
      return Unit.DATE;
    }
    if (id.endsWith("_at")) {
      return Unit.TIME;
    }
    if (id.endsWith("days") || id.startsWith("days_")) {
      return Unit.DAYS;
    }
    return TEXTS.contains(id) ? Unit.TEXT : Unit.CODE;
  }

  private static String numerator(String id) {
    return switch (id) {
      case "placement_rate" -> "placed";
      case "group_rate" -> "in_group";
      case "coverage_share" -> "compared_rows";
      case "quarantined_share" -> "rows_quarantined";
      case "flagged_share" -> "rows_flagged";
      default -> "";
    };
  }

  private static String denominator(String id) {
    return switch (id) {
      case "coverage_share" -> "expected_graduates";
      case "quarantined_share", "flagged_share" -> "rows_read";
      default -> "graduates";
    };
  }
}

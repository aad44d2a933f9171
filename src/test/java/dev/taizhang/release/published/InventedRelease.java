package dev.taizhang.release.published;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.taizhang.config.Thresholds;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.tables.Releases;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.published.ColumnRule;
import dev.taizhang.tables.published.PublishedColumn;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A release of an invented province, made without a warehouse. Whoever made it forgot to take the
 * values of withheld cells away: each holds a number that occurs nowhere else, so that an edition
 * that shows one is found out.
 */
public final class InventedRelease {

  static final LocalDate DATE = LocalDate.of(2025, 8, 31);
  public static final String ID = "2025-08-31-official-2";
  private static final String APPROVER = "审定人王";
  private static final List<String> GROUPS =
      List.of("all", "none", "any", "key_group", "economic_difficulty", "disabled");
  private static final int FIRST_SECRET = 7_390_000;

  private final ObjectMapper json = new ObjectMapper();
  private final Map<PublishedTable, List<Object[]>> rows = new HashMap<>();
  private final TreeSet<Long> secrets = new TreeSet<>();
  private final int universities;
  private final List<String> groups;
  private final List<Integer> years;
  private final int weeks;
  private String state = Releases.DRAFT;
  private UnaryOperator<ObjectNode> manifest = node -> node;

  private InventedRelease(int universities, List<String> groups, List<Integer> years, int weeks) {
    this.universities = universities;
    this.groups = groups;
    this.years = years;
    this.weeks = weeks;
  }

  /** With every table that a release may have. */
  public static InventedRelease whole(int universities) {
    return new InventedRelease(universities, GROUPS, List.of(2025, 2024), 6).filled();
  }

  /** Of a province: every group, three cohorts, a season of weeks. */
  static InventedRelease ofAProvince() {
    return new InventedRelease(
            150,
            HardshipGroups.names(ReferenceData.load(Optional.empty()).hardshipTags()),
            List.of(2025, 2024, 2023),
            40)
        .filled();
  }

  private InventedRelease filled() {
    addRates();
    addTrend();
    addOutcomes();
    addWide();
    addReporting();
    return this;
  }

  /** Of a plan that has rates alone. */
  public static InventedRelease ofRatesAlone() {
    InventedRelease release = new InventedRelease(2, GROUPS, List.of(2025, 2024), 6);
    release.addRates();
    return release;
  }

  public InventedRelease approved() {
    state = Releases.APPROVED;
    return this;
  }

  InventedRelease withdrawn() {
    state = Releases.WITHDRAWN;
    return this;
  }

  /** With another manifest. */
  public InventedRelease with(UnaryOperator<ObjectNode> change) {
    manifest = change;
    return this;
  }

  /** The numbers that are in withheld cells, and must be in no file. */
  public SortedSet<Long> secrets() {
    return secrets;
  }

  PublishedRows rows() {
    return new PublishedRows(rows);
  }

  /** Takes a value of a row away, or puts another one in. */
  void change(PublishedTable table, int row, String column, Object value) {
    rows.get(table).get(row)[table.table().structType().fieldIndex(column)] = value;
  }

  /** Puts other numbers into the withheld cells of a table. */
  void changeWithheld(PublishedTable table) {
    for (Object[] row : rows.get(table)) {
      for (PublishedColumn figure : table.figures()) {
        int at = table.table().structType().fieldIndex(figure.name());
        if ("c".equals(row[at + 1])) {
          row[at] = figure.rule() == ColumnRule.COUNT ? (Object) 3L : (Object) 0.03125;
        }
      }
    }
  }

  public Edition edition() {
    return published().edition(rows());
  }

  PublishedEdition published() {
    return PublishedEdition.of(
        release(), ReferenceData.load(Optional.empty()), Thresholds.DEFAULT, "0.1.0-test");
  }

  Release release() {
    boolean wasApproved = !state.equals(Releases.DRAFT);
    boolean isWithdrawn = state.equals(Releases.WITHDRAWN);
    Instant made = Instant.parse("2025-09-01T08:00:00Z");
    return new Release(
        ID,
        state,
        DATE,
        "official",
        "default",
        "suppress",
        made,
        "analyst",
        wasApproved ? Instant.parse("2025-09-02T09:30:00Z") : null,
        wasApproved ? APPROVER : null,
        wasApproved ? "checked by the ministry" : null,
        isWithdrawn ? Instant.parse("2025-09-03T09:30:00Z") : null,
        isWithdrawn ? APPROVER : null,
        isWithdrawn ? "a wrong file" : null,
        "0.1.0-test",
        rows().shown(),
        rows().withheld(),
        null,
        manifest.apply(manifest()).toString());
  }

  private ObjectNode manifest() {
    ObjectNode root = json.createObjectNode();
    root.put("schema_version", 1).put("release_id", ID);
    root.putObject("plan")
        .put("name", "default")
        .putArray("cuts")
        .addObject()
        .put("table", "placement_rates")
        .put("level", "university")
        .putArray("groups")
        .add("*");
    root.putObject("policy")
        .put("name", "suppress")
        .put("rounding", "none")
        .put("minimum_count", 10)
        .put("minimum_denominator", 23)
        .put("departures_zh", "")
        .put("departures_en", "");
    root.put("code_version", "0.1.0-test");
    root.putArray("submissions")
        .addObject()
        .put("submission_id", "a".repeat(64))
        .put("university_code", "90001");
    root.putArray("earlier_releases").add("2025-08-31-official-1");
    root.putArray("accepted_gates");
    root.putObject("changes").putNull("since").putArray("figures");
    ObjectNode tables = root.putObject("tables");
    PublishedRows all = rows();
    for (PublishedTable table : PublishedTables.ALL) {
      tables
          .putObject(table.name())
          .put("rows", all.of(table).size())
          .put("checksum", all.checksum(table));
    }
    root.putNull("checked");
    return root;
  }

  /** How a row is about something; its figures follow. */
  private static final class Cells {

    private final Map<String, Object> values = new LinkedHashMap<>();

    Cells with(String column, Object value) {
      values.put(column, value);
      return this;
    }
  }

  private Cells cut(int year, String group) {
    return new Cells()
        .with("as_of_date", DATE)
        .with("as_of_kind", "official")
        .with("graduation_year", year)
        .with("degree_level", "all")
        .with("region_role", "all")
        .with("region_level", "all")
        .with("region_code", "all")
        .with("major_level", "all")
        .with("major_catalogue", "all")
        .with("major_code", "all")
        .with("university_code", "all")
        .with("province_code", "all")
        .with("place_level", "all")
        .with("place_code", "all")
        .with("discipline_catalogue", "all")
        .with("discipline_code", "all")
        .with("hardship_group", group);
  }

  /** Adds a row; figures that it does not name are withheld, with a secret in their place. */
  private void add(PublishedTable table, Cells cells) {
    List<Object> row = new ArrayList<>();
    for (PublishedColumn column : table.columns()) {
      row.add(cell(column, cells.values));
    }
    rows.computeIfAbsent(table, none -> new ArrayList<>()).add(row.toArray());
  }

  private Object cell(PublishedColumn column, Map<String, Object> cells) {
    String name = column.name();
    if (name.equals("release_id")) {
      return ID;
    }
    if (column.rule() == ColumnRule.SYMBOL) {
      String figure = name.replaceFirst("_symbol$", "");
      return cells.containsKey(figure) ? (cells.get(figure) == null ? "z" : null) : "c";
    }
    if (column.rule().isFigure() && !cells.containsKey(name)) {
      long secret = (long) FIRST_SECRET + secrets.size();
      secrets.add(secret);
      return column.rule() == ColumnRule.COUNT ? (Object) secret : (Object) (double) secret;
    }
    if (column.rule() == ColumnRule.NAME) {
      String code = name.replaceFirst("_name_(zh|en)$", "");
      return "名称" + cells.getOrDefault(code, cells.get(code + "_code"));
    }
    return cells.get(name);
  }

  private static void rate(Cells cells, long graduates, long placed) {
    double rate = (double) placed / graduates;
    cells
        .with("graduates", graduates)
        .with("placed", placed)
        .with("placement_rate", rate)
        .with("placement_rate_low", rate - 0.0125)
        .with("placement_rate_high", rate + 0.0175);
  }

  private static void gap(Cells cells, String group, double gap) {
    boolean isCompared = !group.equals("all") && !group.equals("none");
    cells
        .with("reference_rate", isCompared ? (Object) 0.8125 : null)
        .with("rate_gap", isCompared ? (Object) gap : null)
        .with("rate_gap_low", isCompared ? (Object) (gap - 0.0625) : null)
        .with("rate_gap_high", isCompared ? (Object) (gap + 0.03125) : null);
  }

  private static void parts(Cells cells, String group, long placed, long graduates) {
    boolean isAll = group.equals("all");
    long rest = graduates - placed;
    cells
        .with("contract", isAll ? (Object) (placed - 15) : null)
        .with("other_employment", isAll ? (Object) 5L : null)
        .with("self_employed", isAll ? (Object) 1L : null)
        .with("freelance", isAll ? (Object) 2L : null)
        .with("domestic_study", isAll ? (Object) 4L : null)
        .with("abroad", isAll ? (Object) 3L : null)
        .with("awaiting", isAll ? (Object) (rest - 7) : null)
        .with("not_seeking", isAll ? (Object) 4L : null)
        .with("outcome_unknown", isAll ? (Object) 3L : null);
  }

  /** A figure of the disabled is withheld below everything; the others are shown. */
  private void addRate(Cells cells, String group, long graduates, boolean isShown) {
    if (isShown) {
      long placed = graduates * 4 / 5 - (group.equals("all") ? 0 : 3);
      rate(cells, graduates, placed);
      gap(cells, group, -0.09375);
      parts(cells, group, placed, graduates);
    }
    add(PublishedTables.PLACEMENT_RATES, cells);
  }

  private static long size(String group, long whole) {
    return switch (group) {
      case "all" -> whole;
      case "none" -> whole * 3 / 5;
      case "any" -> whole * 2 / 5;
      case "key_group", "economic_difficulty" -> whole / 5;
      default -> whole / 10;
    };
  }

  private void addRates() {
    for (int year : years) {
      for (String group : groups) {
        addRate(cut(year, group), group, size(group, 5_000), true);
        addRate(
            cut(year, group)
                .with("region_role", "university")
                .with("region_level", "province")
                .with("region_code", "410000"),
            group,
            size(group, 5_000),
            !group.equals("disabled"));
        for (String code : new String[] {"410100", "410200"}) {
          addRate(
              cut(year, group)
                  .with("region_role", "university")
                  .with("region_level", "prefecture")
                  .with("region_code", code),
              group,
              size(group, 2_500),
              !group.equals("disabled"));
        }
        for (String code : new String[] {"05", "08"}) {
          addRate(
              cut(year, group)
                  .with("major_level", "discipline")
                  .with("major_catalogue", "academic")
                  .with("major_code", code),
              group,
              size(group, 2_500),
              !group.equals("disabled"));
        }
        for (int number = 1; number <= universities; number++) {
          addRate(
              cut(year, group).with("university_code", "" + (90_000 + number)),
              group,
              size(group, 600 + number),
              !List.of("disabled", "key_group").contains(group));
        }
      }
      addRate(
          cut(year, "all")
              .with("major_level", "class")
              .with("major_catalogue", "undergraduate")
              .with("major_code", "0809"),
          "all",
          1_250,
          true);
    }
  }

  private void addTrend() {
    for (int week = 0; week < weeks; week++) {
      for (int number = 0; number <= universities; number++) {
        Cells cells =
            cut(2025, "all")
                .with("as_of_date", DATE.minusWeeks(week))
                .with("as_of_kind", "plain")
                .with("university_code", number == 0 ? "all" : "" + (90_000 + number));
        rate(cells, number == 0 ? 5_000 : 600 + number, number == 0 ? 4_000 - 50L * week : 470);
        gap(cells, "all", 0);
        parts(cells, "all", 470, 600);
        add(PublishedTables.PLACEMENT_TREND, cells);
      }
    }
  }

  private void addOutcomes() {
    for (String code : new String[] {"10", "11", "70"}) {
      add(
          PublishedTables.OUTCOME_COUNTS,
          cut(2025, "all")
              .with("outcome_code", code)
              .with("in_denominator", true)
              .with("in_numerator", !code.equals("70"))
              .with("graduates", 1_300L + Integer.parseInt(code)));
    }
    for (String group : new String[] {"employer", "awaiting"}) {
      add(
          PublishedTables.SCHEME_RATES,
          cut(2025, "all")
              .with("scheme", "2024")
              .with("scheme_group", group)
              .with("in_numerator", group.equals("employer"))
              .with("graduates", 5_000L)
              .with("in_group", group.equals("employer") ? 4_000L : 1_000L)
              .with("group_rate", group.equals("employer") ? 0.8 : 0.2));
    }
  }

  /** Of everybody together; of the disabled all is withheld. */
  private void addWide() {
    for (String group : groups) {
      if (!group.equals("all") && !group.equals("none")) {
        addGap(group);
      }
      for (int day : new int[] {31, 59, 243}) {
        addTime(group, day, "calendar", LocalDate.of(2025, 1, 1).plusDays(day - 1L));
        addTime(group, day, "graduation", null);
      }
      Cells campaign = cut(2025, group).with("month_end", LocalDate.of(2025, 7, 31));
      Cells help =
          cut(2025, group)
              .with("window_days", 30)
              .with("provider", "all")
              .with("service_standard", "1131");
      Cells funnel = cut(2025, group);
      if (!group.equals("disabled")) {
        campaign
            .with("unplaced_on_1_july", 440L)
            .with("placed_since", 130L)
            .with("placed_share", 0.3)
            .with("placed_share_low", 0.26)
            .with("placed_share_high", 0.34);
        help.with("unplaced", 430L).with("one_to_one", 120L).with("one_to_one_share", 0.28);
        funnel
            .with("recommended", 90L)
            .with("applied", 60L)
            .with("signed", 20L)
            .with("signed_share", 0.22);
      }
      add(PublishedTables.CAMPAIGN, campaign);
      add(PublishedTables.ASSISTANCE_COVERAGE, help);
      add(PublishedTables.ASSISTANCE_FUNNEL, funnel);
    }
    for (String to : new String[] {"placed", "awaiting", "outcome_unknown"}) {
      Cells step =
          cut(2025, "all")
              .with("as_of_date", LocalDate.of(2025, 8, 31))
              .with("previous_date", LocalDate.of(2025, 8, 24))
              .with("from_state", "awaiting")
              .with("to_state", to);
      if (!to.equals("outcome_unknown")) {
        step.with("graduates", 170L);
      }
      add(PublishedTables.TRANSITIONS, step);
    }
  }

  private void addTime(String group, int day, String clock, LocalDate onDate) {
    Cells time = cut(2025, group).with("clock", clock).with("day", day).with("on_date", onDate);
    if (!group.equals("disabled")) {
      time.with("graduates", 1_000L)
          .with("unplaced_share", 0.75)
          .with("unplaced_share_low", 0.7)
          .with("unplaced_share_high", 0.79);
    }
    add(PublishedTables.TIME_TO_PLACEMENT, time);
  }

  private void addGap(String group) {
    Cells gap = cut(2025, group).with("stratification", "class_university");
    if (!group.equals("disabled")) {
      gap.with("graduates", 1_010L)
          .with("placed", 720L)
          .with("placement_rate", 0.71)
          .with("reference_graduates", 3_010L)
          .with("reference_placed", 2_430L)
          .with("reference_rate", 0.81)
          .with("crude_gap", -0.1)
          .with("crude_gap_low", -0.13)
          .with("crude_gap_high", -0.07)
          .with("adjusted_gap", -0.05)
          .with("adjusted_gap_low", -0.08)
          .with("adjusted_gap_high", -0.02);
    }
    add(PublishedTables.HARDSHIP_GAPS, gap);
  }

  private void addReporting() {
    for (int number = 1; number <= universities; number++) {
      for (int week = 0; week < weeks; week++) {
        add(
            PublishedTables.REPORTING,
            new Cells()
                .with("university_code", "" + (90_000 + number))
                .with("week_ending", DATE.minusWeeks(week))
                .with("as_of_date", DATE.minusWeeks(week))
                .with("last_snapshot_date", DATE.minusDays(7L * week + number))
                .with("days_since_snapshot", number)
                .with("on_time", number > 1)
                .with("age_days", number)
                .with("covered", true));
      }
    }
  }
}

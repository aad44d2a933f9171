package dev.taizhang.publish.workbook;

import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Unit;
import dev.taizhang.publish.workbook.NativeChart.Cells;
import dev.taizhang.publish.workbook.NativeChart.Distances;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Charts of the newest cohort, each with the figures that it draws beside it. A figure that is
 * withheld is a symbol in the table and in the label, and nothing in the chart.
 */
final class ChartsSheet {

  private static final int FIGURES_OF_GROUPS = 9;
  private static final String GROUP = "hardship_group";
  private static final String DATE = "as_of_date";
  private static final String RATE = "placement_rate";
  private static final List<String> FEW_GROUPS = List.of("all", "none", "any", "key_group");
  private static final int DAYS_OF_A_WEEK = 7;

  private final Edition edition;
  private final Words words;
  private final Page page;
  private final ChartPage charts;

  ChartsSheet(Edition edition, Words words, Page page) {
    this.edition = edition;
    this.words = words;
    this.page = page;
    this.charts = new ChartPage(edition, words, page);
  }

  void write() {
    Optional<Integer> year = edition.graduationYears().stream().findFirst();
    page.head(year.map(of -> "%d届 Cohort of %d".formatted(of, of)).orElse("没有数据 No figures"));
    page.newRow();
    page.link(0, "← 封面 Cover", Question.COVER);
    page.sheet().createFreezePane(0, TableSheet.HEAD);
    page.sheet().setRepeatingRows(new CellRangeAddress(0, 1, -1, -1));
    year.ifPresent(
        of -> {
          addGroups(of);
          addParts(of);
          addWeeks(of);
        });
    charts.printWhole();
  }

  private void addGroups(int year) {
    Optional<Cuts> found =
        charts
            .cuts("placement_rates", "groups", year)
            .map(cuts -> cuts.where("as_of_kind", edition.asOfKind()))
            .map(cuts -> cuts.where(DATE, edition.asOfDate()))
            .filter(cuts -> !cuts.rows().isEmpty());
    if (found.isEmpty()) {
      return;
    }
    Cuts cuts = found.get();
    int begin =
        charts.addTable(
            "群体有重叠，不能相加。横线为 95 % 区间。 Groups overlap and do not add up. Lines are 95 % intervals.",
            cuts,
            List.of(
                GROUP,
                "graduates",
                "placed",
                RATE,
                "placement_rate_low",
                "placement_rate_high",
                "rate_gap",
                "rate_gap_low",
                "rate_gap_high"));
    Distances rates =
        addDistances(cuts, begin, 0, RATE, "placement_rate_low", "placement_rate_high");
    Distances gaps = addDistances(cuts, begin, 2, "rate_gap", "rate_gap_low", "rate_gap_high");
    // Some programs leave out labels that stand close together.
    int tall = Math.max(ChartPage.LEAST_ROWS, cuts.rows().size() * 3 / 2);
    int end = Math.max(page.next(), begin + tall);
    int half = ChartPage.CHART_COLUMNS / 2;
    charts
        .chart(begin, end, 0, half, "各群体落实率 Placement rate by group (%)")
        .bars(labels(cuts, GROUP, RATE), series(cuts, RATE), rates, true);
    charts
        .chart(begin, end, half, ChartPage.CHART_COLUMNS, "与无困难毕业生的差距 Gap (points)")
        .bars(labels(cuts, GROUP, "rate_gap"), series(cuts, "rate_gap"), gaps, false);
    charts.skipTo(end + 1);
  }

  /** How far limits are from their values, beside the figures: two columns, up and down. */
  private Distances addDistances(
      Cuts cuts, int begin, int column, String value, String low, String high) {
    Label name = cuts.column(value).name();
    return new Distances(
        addDistance(
            cuts,
            begin,
            column,
            high,
            value,
            new Label(name.zh() + "：至上限", name.en() + ": to upper")),
        addDistance(
            cuts,
            begin,
            column + 1,
            value,
            low,
            new Label(name.zh() + "：至下限", name.en() + ": to lower")));
  }

  private Cells addDistance(
      Cuts cuts, int begin, int number, String upper, String lower, Label head) {
    Unit unit = cuts.column(upper).unit();
    int column = ChartPage.TABLE + FIGURES_OF_GROUPS + number;
    page.text(begin + 1, column, Words.lines(head), page.styles().head());
    List<Shown> distances =
        cuts.rows().stream()
            .map(cells -> difference(cuts.cell(cells, upper), cuts.cell(cells, lower)))
            .toList();
    int first = begin + 2;
    for (int row = 0; row < distances.size(); row++) {
      page.value(first + row, column, unit, distances.get(row));
    }
    return new Cells(
        new CellRangeAddress(first, first + distances.size() - 1, column, column),
        Cuts.numbers(distances, unit));
  }

  /** The difference of two shares as they are shown; the symbol of the one that is withheld. */
  private static Shown difference(Shown upper, Shown lower) {
    if (upper.value() instanceof BigDecimal high && lower.value() instanceof BigDecimal low) {
      return new Shown(high.subtract(low), upper.symbol());
    }
    return upper.value() == null ? upper : new Shown(null, lower.symbol());
  }

  /** The texts at the bars, each with the symbol of its figure. */
  private List<String> labels(Cuts cuts, String codes, String figures) {
    List<String> labels = new ArrayList<>();
    for (List<Shown> cells : cuts.rows()) {
      String name = words.named(codes, String.valueOf(cuts.cell(cells, codes).value()));
      labels.add(NativeChart.label(name, cuts.cell(cells, figures)));
    }
    return labels;
  }

  private static NativeChart.Series series(Cuts cuts, String value) {
    return new NativeChart.Series(
        Words.both(cuts.column(value).name()), cuts.numbers(value, cuts.column(value).unit()));
  }

  private Optional<Cuts> fewGroups(String table, int year) {
    return charts
        .cuts(table, "all", year)
        .map(cuts -> cuts.whereIn(GROUP, FEW_GROUPS))
        .filter(cuts -> !cuts.rows().isEmpty());
  }

  private void addParts(int year) {
    Optional<Cuts> found = fewGroups("scheme_rates", year);
    if (found.isEmpty()) {
      return;
    }
    Cuts cuts = found.get();
    int begin =
        charts.addTable(
            "去向构成，各类相加为 100 %。 Parts of the whole: they add up to 100 %.",
            cuts, List.of(GROUP, "scheme_group", "graduates", "in_group", "group_rate"));
    int end = Math.max(page.next(), begin + ChartPage.LEAST_ROWS);
    List<String> groups = charts.inOrder(GROUP, cuts);
    List<NativeChart.Series> parts = new ArrayList<>();
    for (String part : charts.inOrder("scheme_group", cuts)) {
      List<Shown> shares = new ArrayList<>();
      for (String group : groups) {
        shares.add(cuts.where(GROUP, group).where("scheme_group", part).first("group_rate"));
      }
      parts.add(
          new NativeChart.Series(
              NativeChart.label(words.named("scheme_group", part), ChartPage.withheldOf(shares)),
              Cuts.numbers(shares, Unit.RATE)));
    }
    charts
        .chart(
            begin,
            begin + ChartPage.LEAST_ROWS,
            0,
            ChartPage.CHART_COLUMNS,
            "去向构成 Parts of the rate (%)")
        .stacked(groups.stream().map(group -> words.named(GROUP, group)).toList(), parts);
    charts.skipTo(end + 1);
  }

  private void addWeeks(int year) {
    Optional<Cuts> found = fewGroups("placement_trend", year);
    if (found.isEmpty()) {
      return;
    }
    Cuts cuts = found.get();
    List<String> groups = charts.inOrder(GROUP, cuts);
    List<LocalDate> weeks = weeks(cuts);
    List<NativeChart.Series> lines = new ArrayList<>();
    List<List<Shown>> shown = new ArrayList<>();
    for (String group : groups) {
      Map<Object, Shown> byDate = cuts.where(GROUP, group).by(DATE, RATE);
      List<Shown> rates =
          weeks.stream().map(week -> byDate.getOrDefault(week, Shown.NOTHING)).toList();
      shown.add(rates);
      lines.add(
          new NativeChart.Series(
              NativeChart.label(words.named(GROUP, group), ChartPage.withheldOf(rates)),
              Cuts.numbers(rates, Unit.RATE)));
    }
    int begin = page.next();
    addWeekTable(cuts, groups, weeks, shown);
    charts
        .chart(
            begin,
            begin + ChartPage.LEAST_ROWS,
            0,
            ChartPage.CHART_COLUMNS,
            "逐周落实率 Placement rate by week (%)")
        .lines(weeks.stream().map(LocalDate::toString).toList(), lines);
    charts.skipTo(Math.max(page.next(), begin + ChartPage.LEAST_ROWS));
  }

  private void addWeekTable(
      Cuts cuts, List<String> groups, List<LocalDate> weeks, List<List<Shown>> rates) {
    page.newRow().setHeightInPoints(ChartPage.HEADING_HEIGHT);
    page.text(
        ChartPage.TABLE,
        Words.both(cuts.table().title()) + " · " + Words.both(cuts.column(RATE).name()),
        page.styles().heading());
    page.newRow().setHeightInPoints(48);
    page.text(ChartPage.TABLE, Words.head(cuts.column(DATE)), page.styles().head());
    for (int group = 0; group < groups.size(); group++) {
      Label name = words.name(GROUP, groups.get(group)).orElse(Label.same(groups.get(group)));
      page.text(ChartPage.TABLE + 1 + group, Words.lines(name), page.styles().head());
    }
    for (int week = 0; week < weeks.size(); week++) {
      page.newRow();
      page.value(ChartPage.TABLE, Unit.DATE, Shown.of(weeks.get(week)));
      for (int group = 0; group < groups.size(); group++) {
        page.value(ChartPage.TABLE + 1 + group, Unit.RATE, rates.get(group).get(week));
      }
    }
  }

  /** All weeks from the first to the last, so that one without figures is a gap in the line. */
  private static List<LocalDate> weeks(Cuts cuts) {
    TreeSet<LocalDate> dates = new TreeSet<>();
    cuts.rows().forEach(cells -> dates.add((LocalDate) cuts.cell(cells, DATE).value()));
    TreeSet<LocalDate> weeks = new TreeSet<>(dates);
    for (LocalDate date : dates) {
      LocalDate next = dates.higher(date);
      for (LocalDate week = date.plusDays(DAYS_OF_A_WEEK);
          next != null && week.isBefore(next);
          week = week.plusDays(DAYS_OF_A_WEEK)) {
        weeks.add(week);
      }
    }
    return List.copyOf(weeks);
  }
}

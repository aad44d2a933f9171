package dev.taizhang.publish.workbook;

import dev.taizhang.publish.SafeText;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.util.WorkbookUtil;

/**
 * A question that a sheet answers.
 *
 * @param sheet name of the sheet
 * @param table what answers it
 * @param note what a reader should know; empty for nothing
 */
record Question(String sheet, EditionTable table, Label note) {

  static final String COVER = "封面 Cover";
  static final String CHARTS = "图表 Charts";

  /** Parts of tables that are about one university: the site has them. */
  private static final String OF_A_UNIVERSITY = "university/";

  private static final int LONGEST_NAME = 31;
  private static final Label NO_NOTE = Label.same("");
  private static final Label OVERLAP =
      new Label("各群体有重叠，不能相加。", "Groups overlap and do not add up.");
  private static final Label CODE_ORDER =
      new Label("按院校代码排列，不作排名。", "In the order of codes: this is no ranking.");

  private static final Label NO_EFFECT =
      new Label(
          "各群体有重叠，不能相加；数字不说明帮扶的作用。",
          "Groups overlap and do not add up; the figures do not say what help does.");

  private record Known(String table, String part, String sheet, Label note) {

    boolean isOf(EditionTable other) {
      return table.equals(other.id()) && part.equals(other.part());
    }
  }

  private static final List<Known> KNOWN =
      List.of(
          new Known("placement_rates", "groups", "困难群体 Groups", OVERLAP),
          new Known("hardship_gaps", "all", "同类差距 Like with like", OVERLAP),
          new Known("gap_contributions", "all", "差距来源 Carried by", CODE_ORDER),
          new Known("time_to_placement", "all", "多久落实 Time", OVERLAP),
          new Known("median_time_to_placement", "all", "半数落实 Half", OVERLAP),
          new Known("campaign", "all", "攻坚 Campaign", OVERLAP),
          new Known("campaign", "places", "各地攻坚 Places", CODE_ORDER),
          new Known("unplaced_two_years", "all", "两年未落实 Unplaced", OVERLAP),
          new Known("unplaced_two_years", "places", "各地未落实 By place", CODE_ORDER),
          new Known("assistance_coverage", "all", "帮扶 Help", NO_EFFECT),
          new Known("assistance_coverage", "universities", "各校帮扶 Help by univ.", CODE_ORDER),
          new Known("assistance_funnel", "all", "推荐至签约 Funnel", NO_EFFECT),
          new Known("decline_reasons", "all", "未接受原因 Declined", OVERLAP),
          new Known("training", "all", "培训 Training", NO_EFFECT),
          new Known("plans", "all", "一档一策 Plans", NO_NOTE),
          new Known("plans", "universities", "各校一档一策 By univ.", CODE_ORDER),
          new Known("placement_trend", "all", "逐周 Weeks", OVERLAP),
          new Known("scheme_rates", "all", "去向构成 Parts", OVERLAP),
          new Known("outcome_counts", "all", "毕业去向 Outcomes", OVERLAP),
          new Known("placement_rates", "regions", "地区 Regions", OVERLAP),
          new Known("placement_rates", "majors", "专业 Majors", OVERLAP),
          new Known("placement_rates", "universities", "高校 Universities", CODE_ORDER),
          new Known("reporting", "latest", "报送 Reporting", CODE_ORDER),
          new Known("as_of", "latest", "采用数据 Data used", CODE_ORDER),
          new Known("slices", "held", "暂不采用 Held", NO_NOTE),
          new Known("transitions", "all", "变动 Movement", OVERLAP),
          new Known("release_changes", "all", "与前次相比 Changes", NO_NOTE),
          new Known("expectation_results", "all", "规则 Rules", NO_NOTE),
          new Known("revisions", "latest", "修订 Revisions", NO_NOTE),
          new Known("official_figures", "all", "正式数据 Official", OVERLAP));

  /** The questions of an edition, in the order of the sheets; tables that are new come last. */
  static List<Question> of(Edition edition) {
    List<Question> questions = new ArrayList<>();
    Set<EditionTable> placed = new HashSet<>();
    for (Known known : KNOWN) {
      edition.tables().stream()
          .filter(known::isOf)
          .forEach(
              table -> {
                questions.add(new Question(known.sheet(), table, known.note()));
                placed.add(table);
              });
    }
    Set<String> names = new HashSet<>(Set.of(lowerCase(COVER), lowerCase(CHARTS)));
    questions.forEach(question -> names.add(lowerCase(question.sheet())));
    edition.tables().stream()
        .filter(table -> !table.part().startsWith(OF_A_UNIVERSITY))
        .filter(table -> !placed.contains(table))
        .forEach(table -> questions.add(new Question(newName(table, names), table, NO_NOTE)));
    return questions;
  }

  /** A name that no other sheet has; programs do not tell small from large letters in them. */
  private static String newName(EditionTable table, Set<String> names) {
    String title = WorkbookUtil.createSafeSheetName(SafeText.of(table.title().zh()));
    String name = title;
    for (int number = 2; !names.add(lowerCase(name)); number++) {
      String ending = " " + number;
      name = title.substring(0, Math.min(title.length(), LONGEST_NAME - ending.length())) + ending;
    }
    return name;
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

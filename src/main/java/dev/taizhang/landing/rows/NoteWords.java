package dev.taizhang.landing.rows;

import java.util.List;
import java.util.Set;

/** Words with which rows begin that are about the table and about nobody in it. */
final class NoteWords {

  private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "共计", "累计");
  private static final List<String> WORDS =
      List.of(
          // Totals.
          "合计",
          "总计",
          "小计",
          "共计",
          "累计",
          "总人数",
          "汇总",
          // Notes; 注 alone is followed by a mark or a number.
          "注:",
          "注1",
          "注2",
          "注3",
          "注一",
          "附注",
          "备注",
          "说明",
          "填表说明",
          "填报说明",
          "填写说明",
          "数据截至",
          "数据来源",
          "截至",
          // Who made the table, when, and who stands for it.
          "填表人",
          "填报人",
          "填表单位",
          "填报单位",
          "填表日期",
          "填报日期",
          "填表时间",
          "填报时间",
          "制表",
          "审核",
          "复核",
          "审批人",
          "经办人",
          "负责人",
          "单位负责人",
          "学校负责人",
          "学院负责人",
          "分管领导",
          "主管领导",
          "联系人",
          "联系电话",
          "报送单位",
          "报送日期",
          "打印日期",
          "导出时间",
          "单位盖章",
          "学校盖章",
          "盖章",
          "签字");

  /** Characters of the longest word. */
  static final int LONGEST = WORDS.stream().mapToInt(String::length).max().orElseThrow();

  private NoteWords() {}

  /** Whether a text is the word for a total and nothing else. */
  static boolean isTotal(String text) {
    return TOTALS.contains(text);
  }

  /**
   * Whether a text begins with such a word.
   *
   * @param text in normal form, without white space and without marks at its beginning
   */
  static boolean begin(String text) {
    return WORDS.stream().anyMatch(text::startsWith);
  }
}

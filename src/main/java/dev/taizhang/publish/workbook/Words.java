package dev.taizhang.publish.workbook;

import dev.taizhang.publish.SafeText;
import dev.taizhang.publish.edition.CodeName;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionColumn;
import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Unit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words of a workbook: Chinese first, English beside, in a form that cells may hold. */
final class Words {

  private static final Map<String, String> LISTS_OF_OTHER_COLUMNS =
      Map.of("from_state", "state", "to_state", "state");

  private final Map<String, Map<String, Label>> names = new HashMap<>();

  Words(Edition edition) {
    edition
        .lists()
        .forEach(
            (list, codes) -> {
              Map<String, Label> byCode = new HashMap<>();
              codes.forEach((CodeName code) -> byCode.put(code.code(), code.name()));
              names.put(list, byCode);
            });
  }

  /** A text in both languages, in one line. */
  static String both(Label label) {
    return label.zh().equals(label.en())
        ? SafeText.of(label.zh())
        : SafeText.of(label.zh() + " " + label.en());
  }

  /** The head of a column: Chinese, and English below. */
  static String head(EditionColumn column) {
    boolean isPoints = column.unit() == Unit.POINTS;
    return lines(
        new Label(
            column.name().zh() + (isPoints ? "(百分点)" : ""),
            column.name().en() + (isPoints ? " (points)" : "")));
  }

  /** A text in both languages, in two lines. */
  static String lines(Label label) {
    return SafeText.of(label.zh()) + "\n" + SafeText.of(label.en());
  }

  static String yesOrNo(boolean flag) {
    return flag ? "是 Yes" : "否 No";
  }

  /** What a code of a column is called; empty where the edition does not name it. */
  Optional<Label> name(String column, String code) {
    String list = LISTS_OF_OTHER_COLUMNS.getOrDefault(column, column);
    return Optional.ofNullable(names.getOrDefault(list, Map.of()).get(code));
  }

  /** What a code is called, or the code itself. */
  String named(String column, String code) {
    return name(column, code).map(Words::both).orElseGet(() -> SafeText.of(code));
  }

  boolean hasNames(String column) {
    return names.containsKey(LISTS_OF_OTHER_COLUMNS.getOrDefault(column, column));
  }

  /** How wide a text is, in digits; Chinese characters are twice as wide. */
  static int width(String text) {
    return text.codePoints().map(character -> character < 0x2E80 ? 1 : 2).sum();
  }
}

package dev.taizhang.landing.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

  private static final String BLANKS = " \t\u3000\u00A0\u200B\uFEFF\r\n";

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "10,10,10",
        " 1 0 ,10,1 0",
        "２０２２０１,202201,202201",
        "ＡＢ（甲）,AB(甲),AB(甲)",
        "成都 某\u3000\u3000公司,成都某公司,成都 某 公司",
        "a\u00A0b,ab,a b",
        "a\u200Bb,ab,ab",
        "\uFEFF学号,学号,学号",
        "a\tb,ab,a b",
      })
  void textIsInNormalForm(String written, String code, String name) {
    assertEquals(code, cell(written, false).toString());
    assertEquals(name, cell(written, true).toString());
  }

  @Test
  void blankCellIsNull() {
    assertNull(cell("", false).utf8());
    assertNull(cell(BLANKS, false).utf8());
    assertNull(cell(BLANKS, true).utf8());
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "é", "中文", "𠮷野家", "a中é𠮷", "ℓ—…"})
  void textForSparkIsTheText(String written) {
    assertEquals(written, cell(written, false).utf8().toString());
  }

  @Test
  void longCellIsWhole() {
    String written = "长".repeat(10_000);

    assertEquals(written, cell(written, false).utf8().toString());
  }

  @Test
  void cellIsUsedAgainForTheNextRow() {
    CellText cell = cell("坏\uFFFD字", false);

    set(cell, "好", false);

    assertEquals("好", cell.toString());
    assertFalse(cell.isUndecodable());
  }

  @Test
  void clearedCellIsBlank() {
    CellText cell = cell("坏\uFFFD字", false);

    cell.clear();

    assertNull(cell.utf8());
    assertFalse(cell.isUndecodable());
  }

  @Test
  void replacementCharacterIsUndecodable() {
    assertTrue(cell("坏\uFFFD字", false).isUndecodable());
    assertFalse(cell("好字", false).isUndecodable());
  }

  @Test
  void itemsOfSeveralCellsAreListed() {
    CellText cell = cell("低保家庭", false);

    cell.addItem(cell("残疾", false));
    cell.addItem(cell("", false));

    assertEquals("低保家庭、残疾", cell.toString());
  }

  @Test
  void firstItemHasNoMark() {
    CellText cell = cell("", false);

    cell.addItem(cell("残疾", false));

    assertEquals("残疾", cell.toString());
  }

  @Test
  void undecodableItemMakesTheListUndecodable() {
    CellText cell = cell("低保家庭", false);

    cell.addItem(cell("残\uFFFD", false));

    assertTrue(cell.isUndecodable());
  }

  @Test
  void sameTextIsSameWhateverTheBufferHeld() {
    CellText reused = cell("1234567", false);
    set(reused, "10", false);

    assertTrue(reused.sameAs(cell("１０", false)));
    assertFalse(reused.sameAs(cell("1", false)));
  }

  private static CellText cell(String written, boolean keepSpaces) {
    CellText cell = new CellText();
    set(cell, written, keepSpaces);
    return cell;
  }

  /** Sets the cell from the middle of a buffer, as the parser does. */
  private static void set(CellText cell, String written, boolean keepSpaces) {
    cell.set(("<<" + written + ">>").toCharArray(), 2, written.length(), keepSpaces);
  }
}

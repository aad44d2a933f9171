package dev.taizhang.landing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.reference.NormalForm;
import dev.taizhang.tables.Rows;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.spark.unsafe.types.UTF8String;

/** Laws that hold for every text that can stand in a cell or a name. */
class ValueLawsTest {

  private static final String SEED = "20220608";
  private static final int TRIES = 500;
  private static final NumberStyle[] STYLES = {
    NumberStyle.PLAIN,
    NumberStyle.of(14, null),
    NumberStyle.of(164, "yyyy"),
    NumberStyle.of(165, "000000")
  };

  @Property(tries = TRIES, seed = SEED)
  void normalFormOfANormalFormIsItself(@ForAll String text, @ForAll boolean keepSpaces) {
    CellText once = cell(text, keepSpaces);
    CellText twice = cell(once.toString(), keepSpaces);

    assertEquals(once.toString(), twice.toString());
    assertEquals(NormalForm.header(text), NormalForm.header(NormalForm.header(text)));
  }

  @Property(tries = TRIES, seed = SEED)
  void cellHasNoSpaceAtItsEndsNorTwoSideBySide(@ForAll String text) {
    String cell = cell(text, true).toString();

    assertEquals(cell.strip(), cell);
    assertTrue(!cell.contains("  "), cell);
    assertTrue(cell(text, false).toString().indexOf(' ') < 0);
  }

  @Property(tries = TRIES, seed = SEED)
  void bytesOfACellAreThoseOfItsText(@ForAll String text) {
    CellText cell = cell(text, true);

    assertEquals(cell.isEmpty() ? null : UTF8String.fromString(cell.toString()), cell.utf8());
  }

  @Property(tries = TRIES, seed = SEED)
  void everyTextHasAStateAsAnIdNumber(@ForAll("idNumbers") String text) {
    assertTrue(
        Set.of(Rows.ID_MISSING, Rows.ID_DESTROYED, Rows.ID_INVALID, Rows.ID_ROUNDED, Rows.ID_VALID)
            .contains(IdNumber.state(text)));
  }

  @Provide
  Arbitrary<String> idNumbers() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(20),
        Arbitraries.strings().withChars("0123456789X").ofLength(18),
        Arbitraries.strings().withChars("0123456789.E+").ofMaxLength(24));
  }

  @Property(tries = TRIES, seed = SEED)
  void everyNameIsReadOrRejected(@ForAll("names") String name, @ForAll Feed feed) {
    assertNotNull(FileName.read(feed, name));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(60),
        Arbitraries.strings().withChars("0123456789_p.csvxlt../\\\n\0").ofMaxLength(40));
  }

  @Property(tries = TRIES, seed = SEED)
  void everyNumberFormatHasAStyle(@ForAll int id, @ForAll("formats") String format) {
    assertNotNull(NumberStyle.of(id, format));
  }

  @Provide
  Arbitrary<String> formats() {
    return Arbitraries.strings().withChars("ymdhs0#\"\\[]_*;@/:-.,AMP年").ofMaxLength(40);
  }

  @Property(tries = TRIES, seed = SEED)
  void everyStoredNumberHasAText(@ForAll("numbers") String stored, @ForAll boolean date1904) {
    WorkbookCellText cellText = new WorkbookCellText(date1904);
    for (NumberStyle style : STYLES) {
      String text = cellText.number(stored, style);

      assertTrue(text.length() <= Math.max(stored.length() + 6, 45), text);
    }
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(20),
        Arbitraries.strings().withChars("0123456789.E+-").ofMaxLength(30),
        Arbitraries.doubles().map(String::valueOf),
        Arbitraries.of("1E+2147483647", "10E+2147483647", "1E-2147483647", "-0", "NaN"));
  }

  @Property(tries = TRIES, seed = SEED)
  void unescapingNeverLengthensAText(@ForAll("escapes") String text) {
    char[] buffer = text.toCharArray();
    int length = WorkbookCellText.unescape(buffer, 0, buffer.length);

    assertTrue(length <= text.length());
    if (!text.contains("_x")) {
      assertEquals(text, new String(buffer, 0, length));
    }
  }

  @Provide
  Arbitrary<String> escapes() {
    return Arbitraries.strings().withChars("_x0dDFf9中").ofMaxLength(40);
  }

  private static CellText cell(String text, boolean keepSpaces) {
    CellText cell = new CellText();
    cell.set(text.toCharArray(), 0, text.length(), keepSpaces);
    return cell;
  }
}

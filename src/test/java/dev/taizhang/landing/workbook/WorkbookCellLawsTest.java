package dev.taizhang.landing.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for every number, format and text that a workbook can store. */
class WorkbookCellLawsTest {

  private static final String SEED = "20220608";
  private static final int TRIES = 500;
  private static final NumberStyle[] STYLES = {
    NumberStyle.PLAIN,
    NumberStyle.of(14, null),
    NumberStyle.of(164, "yyyy"),
    NumberStyle.of(165, "000000")
  };

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
}

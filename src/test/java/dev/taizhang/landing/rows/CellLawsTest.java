package dev.taizhang.landing.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.reference.NormalForm;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.spark.unsafe.types.UTF8String;

/** Laws that hold for every text that can stand in a cell. */
class CellLawsTest {

  private static final String SEED = "20220608";
  private static final int TRIES = 500;

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

  private static CellText cell(String text, boolean keepSpaces) {
    CellText cell = new CellText();
    cell.set(text.toCharArray(), 0, text.length(), keepSpaces);
    return cell;
  }
}

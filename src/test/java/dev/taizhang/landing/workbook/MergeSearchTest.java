package dev.taizhang.landing.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Merged cells of a sheet are found without reading its rows. */
class MergeSearchTest {

  @Test
  void mergedCellsAreFoundUnderAnyPrefixAndNothingElseIsTakenForThem() throws IOException {
    String sheet =
        "<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData>"
            + "<x:autoFilter ref=\"A1:A9\"/><x:mergeCells count=\"2\">"
            + "<x:mergeCell ref=\"AB2:AC4\" /><x:mergeCell\nref='A1:D1'/></x:mergeCells>"
            + "<x:dataValidation sqref=\"B2:B99\"/></x:worksheet>";

    MergedRanges found =
        MergeSearch.in(new ByteArrayInputStream(sheet.getBytes(StandardCharsets.UTF_16LE)));

    assertEquals(1, found.count());
    assertEquals(2, found.firstRow(0));
    assertEquals(4, found.lastRow(0));
    assertEquals(27, found.column(0));
  }
}

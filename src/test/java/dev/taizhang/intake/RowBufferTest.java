package dev.taizhang.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.conform.Screening;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are kept are given back as they were, wherever they lie. */
class RowBufferTest {

  private static final int COLUMNS = Screening.ROWS.size();
  private static final int ONE_MEBIBYTE = 1 << 20;

  @TempDir Path folder;

  /** Rows that have something in common with the one before, and something not. */
  private static InternalRow row(int number) {
    Object[] values = new Object[COLUMNS];
    values[place(Rows.SUBMISSION_ID.name())] = text("a".repeat(64));
    values[place(Rows.ROW_NUMBER.name())] = number;
    values[place(Rows.ROW_HASH.name())] = number * 0x9E3779B97F4A7C15L;
    values[place(Rows.EMPLOYER_STATED.name())] = number % 2 == 0;
    values[place(Rows.COLUMNS_PRESENT.name())] =
        new GenericArrayData(new Object[] {text("学号"), text("outcome_code")});
    values[place(Rows.EMPLOYER_NAME.name())] =
        number % 3 == 0 ? null : text("示例公司".repeat(number % 50));
    values[place(Rows.cell(LedgerColumn.OUTCOME_CODE).name())] = text("1" + number % 2);
    values[Screening.GRADUATION_YEAR_POSITION] = number % 5 == 0 ? null : 2025;
    return new GenericInternalRow(values);
  }

  private static int place(String column) {
    return Screening.ROWS.fieldIndex(column);
  }

  private static UTF8String text(String text) {
    return UTF8String.fromString(text);
  }

  private static List<InternalRow> given(RowBuffer buffer) {
    List<InternalRow> given = new ArrayList<>();
    buffer.forEach(0, given::add);
    return given;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private void assertGivenBack(int rows, int bytesInMemory, int files) throws IOException {
    List<InternalRow> expected = new ArrayList<>();
    try (RowBuffer buffer = new RowBuffer(Screening.ROWS, folder, bytesInMemory)) {
      for (int i = 0; i < rows; i++) {
        expected.add(row(i));
        buffer.add(row(i));
      }
      assertEquals(expected, given(buffer));
      assertEquals(expected, given(buffer), "a second time");
      assertEquals(files, files().size());
    }
    assertEquals(List.of(), files());
  }

  @Test
  void rowsInMemoryAreGivenBackAsOftenAsNeedBe() throws IOException {
    assertGivenBack(0, ONE_MEBIBYTE, 0);
    assertGivenBack(1_000, ONE_MEBIBYTE, 0);
  }

  @Test
  void rowsBeyondTheBoundLieInAFileThatGoesAwayWithTheBuffer() throws IOException {
    assertGivenBack(20_000, ONE_MEBIBYTE, 1);
  }

  @Test
  void rowsHaveRoomForMoreValues() throws IOException {
    try (RowBuffer buffer = new RowBuffer(Screening.ROWS, folder, ONE_MEBIBYTE)) {
      buffer.add(row(1));
      buffer.forEach(1, row -> assertEquals(COLUMNS + 1, row.numFields()));
    }
  }
}

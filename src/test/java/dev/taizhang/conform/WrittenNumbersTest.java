package dev.taizhang.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.support.Cases;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenNumbersTest {

  private static final String[] SALARIES = {
    "3800        | 3800",
    "3800.00     | 3800",
    "3,800       | 3800",
    "3800元      | 3800",
    "3800.00元   |",
    "+3800       | 3800",
    "1           | 1",
    "1000000     | 1000000",
    "1000001     |",
    "0           |",
    "-3800       |",
    "3800.5      |",
    "3 800       |",
    "3800.       |",
    "1e4         |",
    "面议        |",
    "3000-5000   |",
    "00000003800 | 3800",
    "000000003800 |",
    "13900000000 |",
    "元          |",
    "            |",
  };

  private static final String[] PROGRAMMES = {
    "4           | 4.0",
    "2.5         | 2.5",
    "4年         | 4.0",
    "4年制       | 4.0",
    "4制         | 4.0",
    "3.25        | 3.3",
    "3.24        | 3.2",
    "99.94       | 99.9",
    "99.95       |",
    "100         |",
    "-3          | -3.0",
    "0.05        | 0.1",
    "0.04        | 0.0",
    "1e1         | 10.0",
    "四年        |",
    "年          |",
    "4年左右     |",
    "            |",
    // numbers that would take minutes to write out
    "1E-99999999 | 0.0",
    "1E99999999  |",
    "0E99999999  |",
  };

  @Test
  void salaryIsInWholeYuan() {
    assertEquals(List.of(), Cases.mismatches(cells -> WrittenNumbers.salary(cells[0]), SALARIES));
  }

  @Test
  void courseIsInYearsToATenth() {
    assertEquals(
        List.of(), Cases.mismatches(cells -> WrittenNumbers.programmeYears(cells[0]), PROGRAMMES));
  }
}

package dev.taizhang.figures.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisciplinesTest {

  @ParameterizedTest
  @CsvSource({
    // catalogue, code | catalogue of the discipline, discipline, class
    "undergraduate,       080901,  academic,   08,      0809",
    "graduate,            0812J1,  academic,   08,      0812",
    "vocational_2021,     510201,  vocational, 51,      5102",
    "vocational_2015,     610201,  vocational, 51,      6102",
    "vocational_bachelor, 310201,  vocational, 51,      3102",
    "vocational_2015,     x10201,  vocational, unknown, x102",
    "vocational_2021,     51,      vocational, 51,      unknown",
    "vocational_2015,     unknown, vocational, unknown, unknown",
    "unknown,             080901,  unknown,    unknown, unknown",
    "unknown,             unknown, unknown,    unknown, unknown"
  })
  void disciplineAndClassFollowFromTheCode(
      String catalogue, String code, String ofDiscipline, String discipline, String classCode) {
    assertEquals(ofDiscipline, Disciplines.catalogue(catalogue));
    assertEquals(discipline, Disciplines.code(catalogue, code));
    assertEquals(classCode, Disciplines.classCode(catalogue, code));
  }

  @ParameterizedTest
  @CsvSource({"undergraduate", "vocational_2015", "unknown"})
  void graduateWithoutAMajorHasNoDiscipline(String catalogue) {
    assertEquals("unknown", Disciplines.code(catalogue, null));
  }
}

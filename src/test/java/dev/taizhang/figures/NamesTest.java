package dev.taizhang.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.reference.ReferenceData;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  private final Names names = Names.of(ReferenceData.load(Optional.empty()));

  @ParameterizedTest
  @CsvSource({"000000,", "340000, 安徽省", "340100, 合肥市", "341400, 巢湖市", "420600, 襄阳市"})
  void regionHasItsNameWhetherItIsInForceOrNot(String code, String name) {
    assertEquals(Optional.ofNullable(name), names.region(code));
  }

  @ParameterizedTest
  @CsvSource({"graduate, 电子科学与技术", "undergraduate, 计算机类", "vocational_2021,"})
  void classHasTheNameOfItsCatalogue(String catalogue, String name) {
    assertEquals(Optional.ofNullable(name), names.field(new FieldCode(catalogue, "0809")));
  }

  @ParameterizedTest
  @CsvSource({"vocational_bachelor, 3102, 计算机类", "vocational, 51, 电子与信息大类"})
  void disciplineAndVocationalBachelorClassHaveNames(String catalogue, String code, String name) {
    assertEquals(Optional.of(name), names.field(new FieldCode(catalogue, code)));
  }

  @Test
  void countyIsNoRegionOfAFigure() {
    assertEquals(Optional.empty(), names.region("340102"));
  }

  @Test
  void universityOutsideTheRosterHasNoNameAndNoPlace() {
    assertEquals(Optional.empty(), names.university("90001"));
    assertEquals("000000", names.provinceOf("90001"));
    assertEquals("000000", names.prefectureOf("90001"));
  }
}

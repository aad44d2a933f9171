package dev.taizhang.marts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.reference.ReferenceData;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Dimensions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class NamesTest {

  private final Names names = Names.of(SharedSpark.session(), ReferenceData.load(Optional.empty()));

  @Test
  void regionHasItsNameWhetherItIsInForceOrNot() {
    assertEquals(
        List.of("000000|null", "340000|安徽省", "340100|合肥市", "341400|巢湖市", "420600|襄阳市"),
        named(
            Dimensions.REGION_CODE.name(),
            Dimensions.REGION_NAME.name(),
            figure("000000", "all", "all"),
            figure("340000", "all", "all"),
            figure("340100", "all", "all"),
            figure("341400", "all", "all"),
            figure("420600", "all", "all")));
  }

  @Test
  void classHasTheNameOfItsCatalogue() {
    assertEquals(
        List.of("graduate|电子科学与技术", "undergraduate|计算机类", "vocational_2021|null"),
        named(
            Dimensions.MAJOR_CATALOGUE.name(),
            Dimensions.MAJOR_NAME.name(),
            figure("all", "graduate", "0809"),
            figure("all", "undergraduate", "0809"),
            figure("all", "vocational_2021", "0809")));
  }

  @Test
  void disciplineAndVocationalBachelorClassHaveNames() {
    assertEquals(
        List.of("3102|计算机类", "51|电子与信息大类"),
        named(
            Dimensions.MAJOR_CODE.name(),
            Dimensions.MAJOR_NAME.name(),
            figure("all", "vocational", "51"),
            figure("all", "vocational_bachelor", "3102")));
  }

  private List<String> named(String key, String name, Row... figures) {
    StructType schema =
        new StructType()
            .add(Dimensions.REGION_CODE.name(), DataTypes.StringType)
            .add(Dimensions.MAJOR_CATALOGUE.name(), DataTypes.StringType)
            .add(Dimensions.MAJOR_CODE.name(), DataTypes.StringType)
            .add(Dimensions.UNIVERSITY_CODE.name(), DataTypes.StringType);
    Dataset<Row> unnamed = SharedSpark.session().createDataFrame(Arrays.asList(figures), schema);
    return names.withReferenceNames(unnamed).select(key, name).orderBy(key).collectAsList().stream()
        .map(row -> row.mkString("|"))
        .toList();
  }

  private static Row figure(String region, String catalogue, String major) {
    return RowFactory.create(region, catalogue, major, "all");
  }
}

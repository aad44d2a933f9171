package dev.taizhang.marts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.University;
import dev.taizhang.tables.Dimensions;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** What universities are called and where they are. */
public final class Names {

  private final Dataset<Row> universities;

  private Names(Dataset<Row> universities) {
    this.universities = universities;
  }

  /** The names that the reference data holds. */
  public static Names of(SparkSession spark, ReferenceData reference) {
    List<Row> universities = reference.universities().stream().map(Names::university).toList();
    return new Names(
        spark.createDataFrame(
            universities,
            strings(
                Dimensions.UNIVERSITY_CODE.name(),
                Dimensions.UNIVERSITY_NAME.name(),
                RollUp.UNIVERSITY_PROVINCE,
                RollUp.UNIVERSITY_PREFECTURE)));
  }

  private static Row university(University university) {
    return RowFactory.create(
        university.code(),
        university.name(),
        university.provinceCode(),
        university.prefectureCode());
  }

  private static StructType strings(String... names) {
    StructType schema = new StructType();
    for (String name : names) {
      schema = schema.add(name, StringType, false);
    }
    return schema;
  }

  /** The rows with the province and prefecture of their university; 000000 where unknown. */
  Dataset<Row> withUniversityRegions(Dataset<Row> rows) {
    Dataset<Row> places = universities.drop(Dimensions.UNIVERSITY_NAME.name());
    return rows.join(broadcast(places), Dimensions.UNIVERSITY_CODE.name(), "left")
        .withColumn(RollUp.UNIVERSITY_PROVINCE, orUnknown(RollUp.UNIVERSITY_PROVINCE))
        .withColumn(RollUp.UNIVERSITY_PREFECTURE, orUnknown(RollUp.UNIVERSITY_PREFECTURE));
  }

  /** Rows about universities with their names; null where the roster has none. */
  Dataset<Row> withUniversityNames(Dataset<Row> rows) {
    return rows.join(
        broadcast(universities.drop(RollUp.UNIVERSITY_PROVINCE, RollUp.UNIVERSITY_PREFECTURE)),
        new String[] {Dimensions.UNIVERSITY_CODE.name()},
        "left");
  }

  private static Column orUnknown(String region) {
    return coalesce(col(region), lit(Dimensions.UNKNOWN_REGION));
  }
}

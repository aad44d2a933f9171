package dev.taizhang.marts;

import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.Dimensions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF3;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Movements by hardship group. */
final class RollUp {

  static final String UNIVERSITY_PROVINCE = "university_province_code";
  static final String UNIVERSITY_PREFECTURE = "university_prefecture_code";

  private RollUp() {}

  /** One row per row and hardship group that its graduates are in. */
  static Dataset<Row> byGroup(Dataset<Row> rows, ReferenceData reference) {
    HardshipGroups groups = HardshipGroups.of(reference);
    UDF3<Seq<String>, String, Integer, String[]> told =
        (tags, detail, year) ->
            groups.of(CollectionConverters.asJava(tags), detail, year).toArray(String[]::new);
    return rows.withColumn(
        Dimensions.HARDSHIP_GROUP.name(),
        explode(
            udf(told, createArrayType(StringType, false))
                .apply(
                    Dimensions.HARDSHIP_TAGS.column(),
                    Dimensions.HARDSHIP_DETAIL.column(),
                    Dimensions.GRADUATION_YEAR.column())));
  }
}

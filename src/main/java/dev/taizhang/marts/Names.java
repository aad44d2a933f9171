package dev.taizhang.marts;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.University;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.Slices;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** What codes are called, and where universities are: the words beside the figures. */
public final class Names {

  private static final String[] FIELD_OF_STUDY = {
    Dimensions.MAJOR_CATALOGUE.name(), Dimensions.MAJOR_CODE.name()
  };
  private static final String REFERENCE_NAME = "reference_name";

  private final Dataset<Row> regions;
  private final Dataset<Row> fieldsOfStudy;
  private final Dataset<Row> universities;

  private Names(Dataset<Row> regions, Dataset<Row> fieldsOfStudy, Dataset<Row> universities) {
    this.regions = regions;
    this.fieldsOfStudy = fieldsOfStudy;
    this.universities = universities;
  }

  /** The names that the reference data holds. */
  public static Names of(SparkSession spark, ReferenceData reference) {
    List<Row> regions =
        regionNames(reference).entrySet().stream()
            .map(region -> RowFactory.create(region.getKey(), region.getValue()))
            .toList();
    List<Row> fields =
        Stream.concat(reference.disciplines().stream(), reference.classes().stream())
            .map(field -> RowFactory.create(field.catalogue(), field.code(), field.name()))
            .toList();
    List<Row> universities = reference.universities().stream().map(Names::university).toList();
    return new Names(
        spark.createDataFrame(
            regions, strings(Dimensions.REGION_CODE.name(), Dimensions.REGION_NAME.name())),
        spark.createDataFrame(
            fields,
            strings(
                Dimensions.MAJOR_CATALOGUE.name(), Dimensions.MAJOR_CODE.name(), REFERENCE_NAME)),
        spark.createDataFrame(
            universities,
            strings(
                Dimensions.UNIVERSITY_CODE.name(),
                Dimensions.UNIVERSITY_NAME.name(),
                RollUp.UNIVERSITY_PROVINCE,
                RollUp.UNIVERSITY_PREFECTURE)));
  }

  /** Provinces and prefectures; a code that is no longer in force has its last name. */
  private static Map<String, String> regionNames(ReferenceData reference) {
    Map<String, String> names = new TreeMap<>();
    reference.formerDivisions().forEach(division -> names.put(division.code(), division.name()));
    reference.divisions().forEach(division -> names.put(division.code(), division.name()));
    names.keySet().removeIf(code -> !code.endsWith("00"));
    return names;
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

  /** The cells with the province and prefecture of their university; 000000 where unknown. */
  Dataset<Row> withUniversityRegions(Dataset<Row> cells) {
    Dataset<Row> places = universities.drop(Dimensions.UNIVERSITY_NAME.name());
    return cells
        .join(broadcast(places), Dimensions.UNIVERSITY_CODE.name(), "left")
        .withColumn(RollUp.UNIVERSITY_PROVINCE, orUnknown(RollUp.UNIVERSITY_PROVINCE))
        .withColumn(RollUp.UNIVERSITY_PREFECTURE, orUnknown(RollUp.UNIVERSITY_PREFECTURE));
  }

  /** Rows about universities with their names; null where the roster has none. */
  Dataset<Row> withUniversityNames(Dataset<Row> rows) {
    return rows.join(
        broadcast(universities.drop(RollUp.UNIVERSITY_PROVINCE, RollUp.UNIVERSITY_PREFECTURE)),
        usingColumns(Dimensions.UNIVERSITY_CODE.name()),
        "left");
  }

  private static Column orUnknown(String region) {
    return coalesce(col(region), lit(Dimensions.UNKNOWN_REGION));
  }

  /**
   * The figures with the names of region, university, discipline and class.
   *
   * @param figures rows with the key of {@link PlacementRates}
   */
  Dataset<Row> withReferenceNames(Dataset<Row> figures) {
    return withUniversityNames(
        figures
            .join(broadcast(regions), usingColumns(Dimensions.REGION_CODE.name()), "left")
            .join(broadcast(fieldsOfStudy), FIELD_OF_STUDY, "left")
            .withColumnRenamed(REFERENCE_NAME, Dimensions.MAJOR_NAME.name()));
  }

  /** The figures with the names of single majors besides; see {@link #majors}. */
  Dataset<Row> withNames(Dataset<Row> figures, Dataset<Row> majors) {
    String ownName = "own_name";
    Column name = Dimensions.MAJOR_NAME.column();
    return withReferenceNames(figures)
        .join(
            broadcast(majors.withColumnRenamed(Dimensions.MAJOR_NAME.name(), ownName)),
            usingColumns(
                Dimensions.AS_OF_DATE.name(),
                Dimensions.AS_OF_KIND.name(),
                FIELD_OF_STUDY[0],
                FIELD_OF_STUDY[1]),
            "left")
        .withColumn(Dimensions.MAJOR_NAME.name(), coalesce(name, col(ownName)));
  }

  private static String[] usingColumns(String... names) {
    return names;
  }

  /**
   * The name of each major at each as-of date: the one that most rows of the slices that speak give
   * it. One row per as-of date, kind, catalogue and code.
   *
   * @param entries {@link Entries}
   * @param slices {@link Slices}
   * @param asOf {@link AsOf}
   */
  static Dataset<Row> majors(Dataset<Row> entries, Dataset<Row> slices, Dataset<Row> asOf) {
    Column name = Entries.MAJOR_NAME.column();
    Column[] major = {
      Dimensions.AS_OF_DATE.column(),
      Dimensions.AS_OF_KIND.column(),
      Entries.MAJOR_CATALOGUE.column(),
      Entries.MAJOR_CODE.column()
    };
    Dataset<Row> speaking =
        slices
            .filter(Slices.STATUS.column().equalTo(Slices.IN_FORCE))
            .join(
                broadcast(asOf),
                usingColumns(
                    AsOf.UNIVERSITY_CODE.name(),
                    AsOf.GRADUATION_YEAR.name(),
                    AsOf.SNAPSHOT_DATE.name()),
                "inner")
            .select(
                major[0], major[1], Slices.SUBMISSION_ID.column(), Slices.GRADUATION_YEAR.column());
    return entries
        .filter(Entries.MAJOR_CODE.column().isNotNull().and(name.isNotNull()))
        .groupBy(
            Slices.SUBMISSION_ID.column(),
            Slices.GRADUATION_YEAR.column(),
            major[2],
            major[3],
            name)
        .agg(count(lit(1)).as("rows"))
        .join(
            broadcast(speaking),
            usingColumns(Slices.SUBMISSION_ID.name(), Slices.GRADUATION_YEAR.name()),
            "inner")
        .groupBy(major[0], major[1], major[2], major[3], name)
        .agg(sum(col("rows")).as("rows"))
        .groupBy(major)
        .agg(max_by(name, struct(col("rows"), name)).as(Dimensions.MAJOR_NAME.name()));
  }
}

package dev.taizhang.marts;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.tables.Dimensions;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Disciplines and classes of majors. The vocational catalogue of 2015 numbers the same disciplines
 * ten higher than that of 2021, and the bachelor's one twenty lower; they are counted together
 * under the codes of 2021.
 */
final class Disciplines {

  private static final int SHIFT_OF_2015 = -10;
  private static final int SHIFT_OF_BACHELOR = 20;

  private Disciplines() {}

  /** {@code academic}, {@code vocational} or {@code unknown}, from the major's catalogue. */
  static Column catalogue(Column majorCatalogue) {
    return when(majorCatalogue.isin("undergraduate", "graduate"), "academic")
        .when(
            majorCatalogue.isin("vocational_bachelor", "vocational_2015", "vocational_2021"),
            "vocational")
        .otherwise(Dimensions.UNKNOWN);
  }

  /** The discipline's two digits, or {@code unknown}. */
  static Column code(Column majorCatalogue, Column majorCode) {
    Column prefix = substring(majorCode, 1, 2);
    Column number = prefix.try_cast(DataTypes.IntegerType);
    Column code =
        when(majorCatalogue.isin("undergraduate", "graduate", "vocational_2021"), prefix)
            .when(
                majorCatalogue.equalTo("vocational_2015"),
                number.plus(SHIFT_OF_2015).cast(DataTypes.StringType))
            .when(
                majorCatalogue.equalTo("vocational_bachelor"),
                number.plus(SHIFT_OF_BACHELOR).cast(DataTypes.StringType));
    return coalesce(code, lit(Dimensions.UNKNOWN));
  }

  /** The class's four digits, or {@code unknown} where the catalogue is. */
  static Column classCode(Column majorCatalogue, Column majorCode) {
    return when(
            majorCatalogue
                .notEqual(Dimensions.UNKNOWN)
                .and(length(majorCode).geq(4))
                .and(majorCode.notEqual(Dimensions.UNKNOWN)),
            substring(majorCode, 1, 4))
        .otherwise(Dimensions.UNKNOWN);
  }
}

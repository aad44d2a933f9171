package dev.taizhang.landing;

import dev.taizhang.landing.rows.Layout;
import dev.taizhang.tables.Submissions;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * The sheets of workbooks that are hidden and not read, as {@link Submissions#HIDDEN_SHEETS} has
 * them. They are told by their positions, since a sheet may bear the name of a person.
 */
public final class HiddenSheets {

  private static final String COLUMN = Submissions.HIDDEN_SHEETS.name();
  private static final String TOLD =
      "工作簿的第 %d 张工作表已隐藏，未读取；如属于台账，请取消隐藏后重新报送。 / The hidden sheet at position %d of the workbook was"
          + " not read; if it belongs to the ledger, unhide it and send the file again.";

  private HiddenSheets() {}

  /** Those of a file as the value of the column; null where there is none. */
  public static List<Integer> column(Layout layout) {
    return layout.hiddenSheets().isEmpty() ? null : layout.hiddenSheets();
  }

  /** The column in SQL; null in a warehouse that no run of this release has brought up to it. */
  public static String sql(SparkSession spark) {
    return Arrays.asList(spark.table(Submissions.TABLE.name()).columns()).contains(COLUMN)
        ? COLUMN
        : "CAST(NULL AS ARRAY<INT>) AS " + COLUMN;
  }

  /** What is said of one, in Chinese and English. */
  public static String told(int position) {
    return TOLD.replace("%d", Integer.toString(position));
  }
}

package dev.taizhang.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.config.Thresholds;
import dev.taizhang.conform.TableRows;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.FollowUp;
import dev.taizhang.tables.History;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import dev.taizhang.tables.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** A cohort of one graduate, whose slices are those of 29 June and 3, 17 and 31 August 2025. */
class CourseStagesTest {

  private static final LocalDate AS_OF = LocalDate.of(2025, 8, 31);
  private static final List<Stage> STAGES =
      List.of(
          CourseStages.TIME_TO_PLACEMENT,
          CourseStages.MEDIAN_TIME_TO_PLACEMENT,
          CourseStages.CAMPAIGN,
          CourseStages.UNPLACED_TWO_YEARS);

  private final List<Table> read = new ArrayList<>();

  private final Map<Table, Dataset<Row>> tables =
      Map.of(
          History.TABLE,
          TableRows.of(History.TABLE)
              .row(
                  History.UNIVERSITY_CODE,
                  "10001",
                  History.GRADUATION_YEAR,
                  2025,
                  History.GRADUATE_ID,
                  "waits",
                  History.VALID_FROM,
                  LocalDate.of(2025, 6, 29),
                  History.CHANGE_KIND,
                  History.ENTERED,
                  Entries.OUTCOME_CODE,
                  "70",
                  Entries.DEGREE_LEVEL,
                  "bachelor",
                  Entries.MAJOR_CATALOGUE,
                  "undergraduate",
                  Entries.MAJOR_CODE,
                  "080901",
                  History.BASELINE_TAGS,
                  List.of(),
                  History.BASELINE_DETAIL,
                  "none")
              .dataset(),
          FollowUp.TABLE,
          TableRows.of(FollowUp.TABLE).dataset());

  /** The rows of small tables. */
  private static final class Known implements Inputs.Small {

    @Override
    @SuppressWarnings("unchecked") // Each table has rows of its own record.
    public <R extends Record> List<R> records(RecordType<R> type) {
      return (List<R>)
          (type.table().equals(AsOf.TABLE)
              ? List.of(new Speaking(AS_OF, "plain", "10001", 2025, AS_OF, 0, true, true, true))
              : List.of(
                  slice(LocalDate.of(2025, 6, 29)),
                  slice(LocalDate.of(2025, 8, 3)),
                  slice(LocalDate.of(2025, 8, 17)),
                  slice(AS_OF)));
    }

    private static Slice slice(LocalDate date) {
      return new Slice("of " + date, "10001", 2025, date, 1, Slices.IN_FORCE, null, 1);
    }
  }

  private Inputs inputs() {
    return Inputs.of(
        ReferenceData.load(Optional.empty()),
        Thresholds.DEFAULT,
        table -> {
          read.add(table);
          return tables.get(table);
        },
        new Known());
  }

  @Test
  void coursesAreGoneThroughOnceForAllTablesOfThem() {
    Inputs inputs = inputs();

    STAGES.forEach(stage -> stage.rows(inputs));

    assertEquals(List.of(History.TABLE, FollowUp.TABLE), read);
  }

  @Test
  void whatOneRunCountedIsNotThatOfAnother() {
    Inputs inputs = inputs();

    STAGES.forEach(stage -> stage.rows(inputs.sharing(new Shared())));

    assertEquals(STAGES.size(), read.stream().filter(History.TABLE::equals).count());
  }
}

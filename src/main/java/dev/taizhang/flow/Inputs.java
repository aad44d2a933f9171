package dev.taizhang.flow;

import dev.taizhang.config.Holding;
import dev.taizhang.config.Thresholds;
import dev.taizhang.flow.Stage.Setting;
import dev.taizhang.flow.change.Cohort;
import dev.taizhang.flow.change.SpeakingCohorts;
import dev.taizhang.flow.change.TouchedCohorts;
import dev.taizhang.flow.change.TouchedDates;
import dev.taizhang.flow.change.TouchedLists;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions.Submission;
import dev.taizhang.tables.Table;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a stage is given.
 *
 * @param tables the rows of a table
 * @param small the rows of a small table, as records
 * @param reference code lists as values
 * @param thresholds numbers that decide readings
 * @param settings the parts of the configuration that may be looked at
 * @param touched the cohorts to be made, for a stage that is made by cohort
 * @param touchedDates the as-of dates to be made, for a stage that is made by date
 * @param shared what other stages made of the same
 */
public record Inputs(
    Function<Table, Dataset<Row>> tables,
    Small small,
    ReferenceData reference,
    Thresholds thresholds,
    Set<Setting> settings,
    Optional<TouchedCohorts> touched,
    Optional<TouchedDates> touchedDates,
    Shared shared) {

  /** Tells the rows of small tables. */
  @FunctionalInterface
  public interface Small {
    <R extends Record> List<R> records(RecordType<R> type);
  }

  /** No small table. */
  static final Small NO_SMALL =
      new Small() {
        @Override
        public <R extends Record> List<R> records(RecordType<R> type) {
          throw new IllegalStateException(type.table().name() + " does not exist");
        }
      };

  /** Inputs from the tables of a session. */
  public static Inputs of(
      ReferenceData reference,
      Thresholds thresholds,
      Function<Table, Dataset<Row>> tables,
      Small small) {
    return new Inputs(
        tables,
        small,
        reference,
        thresholds,
        EnumSet.allOf(Setting.class),
        Optional.empty(),
        Optional.empty(),
        new Shared());
  }

  /** The same, with nothing of the configuration but these parts. */
  public Inputs under(Set<Setting> some) {
    return new Inputs(tables, small, reference, thresholds, some, touched, touchedDates, shared);
  }

  @Override
  public ReferenceData reference() {
    require(Setting.REFERENCE);
    return reference;
  }

  @Override
  public Thresholds thresholds() {
    require(Setting.THRESHOLDS);
    return thresholds;
  }

  /** From where on a slice is taken for a mistake. */
  public Holding holding() {
    require(Setting.HOLDING);
    return thresholds.holding();
  }

  /** What a stage does not say that it depends on would not make it anew when it changes. */
  private void require(Setting setting) {
    if (!settings.contains(setting)) {
      throw new IllegalStateException(
          "A stage looks at " + setting + " without declaring it in the list of stages");
    }
  }

  /** The same, with other tables. */
  public Inputs reading(Function<Table, Dataset<Row>> others) {
    return new Inputs(
        others, small, reference, thresholds, settings, touched, touchedDates, shared);
  }

  /** The same, with what stages share from here on. */
  public Inputs sharing(Shared anew) {
    return new Inputs(tables, small, reference, thresholds, settings, touched, touchedDates, anew);
  }

  /** The same, for some cohorts. */
  public Inputs touching(TouchedCohorts cohorts) {
    return new Inputs(
        tables, small, reference, thresholds, settings, Optional.of(cohorts), touchedDates, shared);
  }

  /** The same, for some as-of dates. */
  public Inputs touching(TouchedDates dates) {
    return new Inputs(
        tables, small, reference, thresholds, settings, touched, Optional.of(dates), shared);
  }

  /** The same, as if there were no other cohorts than these. */
  public Inputs of(SpeakingCohorts cohorts) {
    return reading(table -> cohorts.needed(of(table)))
        .knowing(
            new Small() {
              @Override
              public <R extends Record> List<R> records(RecordType<R> type) {
                return small.records(type).stream()
                    .filter(
                        row -> !(row instanceof Speaking one) || cohorts.includes(Cohort.of(one)))
                    .toList();
              }
            });
  }

  /** The same, as if there were no other submissions of the feed than those of these lists. */
  public Inputs of(TouchedLists lists) {
    return knowing(
        new Small() {
          @Override
          public <R extends Record> List<R> records(RecordType<R> type) {
            return small.records(type).stream()
                .filter(row -> !(row instanceof Submission one) || lists.includes(one))
                .toList();
          }
        });
  }

  /** Whether figures of an as-of date are to be made. */
  public boolean isWanted(LocalDate date) {
    return touchedDates.map(dates -> dates.includes(date)).orElse(true);
  }

  /** The cohorts to be made. */
  public TouchedCohorts cohorts() {
    return touched.orElseThrow(() -> new IllegalStateException("This stage is not by cohort"));
  }

  /** The same, with what the cohorts are made of that are made anew. */
  public Inputs rebuilt() {
    return reading(table -> cohorts().rebuilt(table, of(table)));
  }

  /** The same, with the rows that name somebody in the slices that are to be looked at. */
  public Inputs naming() {
    return reading(table -> cohorts().naming(table, of(table)));
  }

  /** The same, with what the cohorts are carried on by that go on. */
  public Inputs following() {
    return reading(table -> cohorts().following(table, of(table)));
  }

  /** The same, with the slices that are to be decided on. */
  public Inputs walked() {
    return reading(table -> cohorts().walked(table, of(table), records(Slices.RECORDS)));
  }

  /** The same, with what the counts of slices are made of. */
  public Inputs counted() {
    return reading(table -> cohorts().counted(table, of(table)));
  }

  /** The same, with small tables from elsewhere. */
  public Inputs knowing(Small others) {
    return new Inputs(
        tables, others, reference, thresholds, settings, touched, touchedDates, shared);
  }

  /** The rows of a small table. */
  public <R extends Record> List<R> records(RecordType<R> type) {
    return small.records(type);
  }

  /** The rows of a table. */
  public Dataset<Row> of(Table table) {
    return tables.apply(table);
  }
}

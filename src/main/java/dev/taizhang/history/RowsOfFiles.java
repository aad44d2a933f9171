package dev.taizhang.history;

import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Slices;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** In a task: the rows of files as sightings of the graduates whom they name. */
final class RowsOfFiles {

  /** What is read of entries, in the order of {@link At}. */
  static final Column[] OF_ENTRIES = columns(GraduateRows.together(Entries.STATE));

  /** What is read of quarantined rows, in the order of {@link At}. */
  static final Column[] OF_QUARANTINE = columns(Quarantine.RULE_ID.column());

  private static final UTF8String SHARED = UTF8String.fromString(Quarantine.STUDENT_NUMBER_SHARED);

  private final CohortSlices slices;

  /** The file and year of the row before, and where its rows name graduates: rows come by file. */
  private UTF8String file;

  private Integer year;
  private List<NamedCohorts.Place> places = List.of();

  /** Where the columns stand. */
  private enum At {
    SUBMISSION,
    YEAR,
    STUDENT,
    PERSON,
    SHEET,
    ROW,
    STATE_OR_RULE
  }

  private RowsOfFiles(CohortSlices slices) {
    this.slices = slices;
  }

  private static Column[] columns(Column own) {
    return new Column[] {
      Slices.SUBMISSION_ID.column(),
      Slices.GRADUATION_YEAR.column(),
      Entries.STUDENT_KEY.column(),
      Entries.PERSON_ID.column(),
      Entries.SHEET_NAME.column(),
      Entries.ROW_NUMBER.column(),
      own
    };
  }

  /** Accepted rows as sightings, which tell the state where the row's cohort is certain. */
  static Iterator<InternalRow> ofEntries(CohortSlices slices, Iterator<InternalRow> entries) {
    RowsOfFiles task = new RowsOfFiles(slices);
    return new Unfolding<>(entries, task::ofEntry);
  }

  /** Quarantined rows as sightings, which tell no state. */
  static Iterator<InternalRow> ofQuarantine(CohortSlices slices, Iterator<InternalRow> quarantine) {
    RowsOfFiles task = new RowsOfFiles(slices);
    return new Unfolding<>(quarantine, task::ofQuarantined);
  }

  private List<InternalRow> ofEntry(InternalRow row) {
    comeTo(row, false);
    List<InternalRow> sightings = new ArrayList<>(places.size());
    for (NamedCohorts.Place place : places) {
      InternalRow state =
          place.certain() ? row.getStruct(At.STATE_OR_RULE.ordinal(), Entries.STATE.size()) : null;
      sightings.add(sighting(place, row, text(row, At.STUDENT), text(row, At.PERSON), state));
    }
    return sightings;
  }

  private List<InternalRow> ofQuarantined(InternalRow row) {
    comeTo(row, true);
    List<InternalRow> sightings = new ArrayList<>(places.size());
    boolean shared = text(row, At.STATE_OR_RULE).equals(SHARED);
    for (GraduateMatching.Identity<UTF8String> named :
        GraduateMatching.named(shared, text(row, At.STUDENT), text(row, At.PERSON))) {
      for (NamedCohorts.Place place : places) {
        sightings.add(sighting(place, row, named.student(), named.person(), null));
      }
    }
    return sightings;
  }

  private InternalRow sighting(
      NamedCohorts.Place place,
      InternalRow row,
      UTF8String student,
      UTF8String person,
      InternalRow state) {
    return GraduateRows.sighting(
        slices,
        place.number(),
        student,
        person,
        sheet(text(row, At.SHEET)),
        row.getInt(At.ROW.ordinal()),
        state);
  }

  private void comeTo(InternalRow row, boolean mayHaveNoYear) {
    UTF8String own = text(row, At.SUBMISSION);
    int at = At.YEAR.ordinal();
    Integer named = row.isNullAt(at) ? null : Integer.valueOf(row.getInt(at));
    if (own.equals(file) && Objects.equals(named, year)) {
      return;
    }
    file = own.clone();
    year = named;
    String name = own.toString();
    NamedCohorts cohorts = slices.named();
    places = cohorts.places(name, mayHaveNoYear ? cohorts.certainYear(name, named) : named);
  }

  private static UTF8String text(InternalRow row, At at) {
    return row.getUTF8String(at.ordinal());
  }

  /** The position of a sheet; text files have none. */
  static int sheet(UTF8String name) {
    UTF8String.IntWrapper position = new UTF8String.IntWrapper();
    return name.numBytes() > 0 && name.toInt(position) ? position.value : 0;
  }
}

package dev.taizhang.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.RecordType;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownRecordsTest {

  private final List<RecordType<?>> read = new ArrayList<>();
  private long commits = 1;

  private final KnownRecords records =
      new KnownRecords(
          new Inputs.Small() {
            @Override
            @SuppressWarnings("unchecked") // Asked for by its own type.
            public <R extends Record> List<R> records(RecordType<R> type) {
              read.add(type);
              List<Slice> slices = type.equals(Slices.RECORDS) ? List.of(slice()) : List.of();
              return (List<R>) new ArrayList<>(slices);
            }
          },
          table -> commits);

  private static Slice slice() {
    return new Slice("one", "90001", 2025, LocalDate.EPOCH, 0, Slices.IN_FORCE, "", null);
  }

  @Test
  void rowsAreReadOnceAfterEachCommit() {
    List<Slice> first = records.records(Slices.RECORDS);
    assertSame(first, records.records(Slices.RECORDS));
    assertEquals(List.of(Slices.RECORDS), read);
    commits = 2;
    assertEquals(first, records.records(Slices.RECORDS));
    assertEquals(List.of(Slices.RECORDS, Slices.RECORDS), read);
  }

  @Test
  void tablesAreKeptApart() {
    assertEquals(1, records.records(Slices.RECORDS).size());
    assertEquals(0, records.records(AsOf.RECORDS).size());
  }

  @Test
  void nobodyChangesWhatOthersLookAt() {
    List<Slice> rows = records.records(Slices.RECORDS);
    assertThrows(UnsupportedOperationException.class, () -> rows.remove(0));
  }
}

package dev.taizhang.history;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.OutcomeComponent;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.unsafe.types.UTF8String;

/** States as Spark holds them: the columns of {@link Entries#STATE}, equal by their bytes. */
final class States {

  /** Outcomes of whoever is no graduate of the cohort. */
  private static final Set<String> OUTSIDE =
      Arrays.stream(Outcome.values())
          .filter(outcome -> outcome.component() == OutcomeComponent.OUTSIDE)
          .map(Outcome::code)
          .collect(Collectors.toUnmodifiableSet());

  private States() {}

  /**
   * A state with what a list told of it. Whether the graduate is in the denominator follows the
   * outcome, where that was told.
   */
  static UnsafeRow laid(UnsafeRow state, Finding.Told told) {
    Object[] values = new Object[Entries.STATE.size()];
    for (int field = 0; field < values.length; field++) {
      values[field] = state.get(field, Entries.STATE.get(field).type());
    }
    put(values, Entries.OUTCOME_CODE, told.outcomeCode());
    put(values, Entries.EMPLOYER_KIND_CODE, told.employerKindCode());
    put(values, Entries.EMPLOYER_REGION_CODE, told.employerRegionCode());
    put(values, Entries.JOB_INTENTION, told.jobIntention());
    put(values, Entries.UNPLACED_REASON, told.unplacedReason());
    if (told.outcomeCode() != null) {
      values[Entries.STATE.indexOf(Entries.IN_DENOMINATOR)] = !OUTSIDE.contains(told.outcomeCode());
    }
    return UnsafeProjection.create(GraduateRows.STATE_TYPE)
        .apply(new GenericInternalRow(values))
        .copy();
  }

  private static void put(Object[] values, Field field, String told) {
    if (told != null) {
      values[Entries.STATE.indexOf(field)] = UTF8String.fromString(told);
    }
  }
}

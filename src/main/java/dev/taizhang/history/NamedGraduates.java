package dev.taizhang.history;

import dev.taizhang.tables.Field;
import dev.taizhang.tables.History;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * In a task: {@link Sightings}, cohort by cohort, to the graduates that each key of a cohort names.
 */
final class NamedGraduates implements Iterator<InternalRow> {

  /** A student key or person id that a slice knows somebody by. */
  static final Field KEY = Field.pseudonym("key", "By what somebody is known.");

  private static final List<Field> GIVEN =
      List.of(KEY, History.UNIVERSITY_CODE, History.GRADUATION_YEAR, History.GRADUATE_ID);

  private final Iterator<InternalRow> sightings;
  private final Deque<InternalRow> made = new ArrayDeque<>();
  private final List<Sightings.Known> cohort = new ArrayList<>();
  private GraduateMatching<UTF8String> matching = new GraduateMatching<>();

  private record Named(UTF8String key, UTF8String graduate) {}

  /**
   * Of the sightings of a task.
   *
   * @param sightings those of a cohort follow each other
   */
  NamedGraduates(Iterator<InternalRow> sightings) {
    this.sightings = sightings;
  }

  static StructType schema() {
    StructType schema = new StructType();
    for (Field field : GIVEN) {
      schema = schema.add(field.name(), field.type(), false);
    }
    return schema;
  }

  @Override
  public boolean hasNext() {
    while (made.isEmpty() && sightings.hasNext()) {
      take(sightings.next());
    }
    if (made.isEmpty()) {
      endCohort();
    }
    return !made.isEmpty();
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return made.remove();
  }

  private void take(InternalRow row) {
    Sightings.Known who = Sightings.known(row);
    if (!cohort.isEmpty() && !cohort.get(0).isOfCohortOf(who)) {
      endCohort();
    }
    cohort.add(who);
    matching.learn(Sightings.lastDate(row), who.student(), who.person());
  }

  private void endCohort() {
    Set<Named> named = new LinkedHashSet<>();
    for (Sightings.Known who : cohort) {
      UTF8String graduate = matching.graduate(who.student(), who.person());
      for (UTF8String key : who.keys()) {
        if (named.add(new Named(key, graduate))) {
          made.add(
              new GenericInternalRow(new Object[] {key, who.university(), who.year(), graduate}));
        }
      }
    }
    cohort.clear();
    matching = new GraduateMatching<>();
  }
}

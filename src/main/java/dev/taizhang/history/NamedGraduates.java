package dev.taizhang.history;

import dev.taizhang.history.Sightings.Known;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.History;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * In a task: {@link Sightings}, cohort by cohort, to the graduates that each key of a cohort names.
 * A student key is a graduate; a person id names each that it is known with, and only where it is
 * known with none a graduate of its own. Which of several a row without a number is about ({@link
 * GraduateMatching}) makes no difference here, since they are all named.
 */
final class NamedGraduates implements Iterator<InternalRow> {

  /** A student key or person id that a slice knows somebody by. */
  static final Field KEY = Field.pseudonym("key", "By what somebody is known.");

  private static final List<Field> GIVEN =
      List.of(KEY, History.UNIVERSITY_CODE, History.GRADUATION_YEAR, History.GRADUATE_ID);

  private final Iterator<InternalRow> sightings;
  private final Deque<InternalRow> made = new ArrayDeque<>();
  private final List<Known> cohort = new ArrayList<>();

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
    Known who = Sightings.known(row);
    if (!cohort.isEmpty() && !cohort.get(0).isOfCohortOf(who)) {
      endCohort();
    }
    cohort.add(who);
  }

  private void endCohort() {
    Set<UTF8String> numbered =
        cohort.stream()
            .filter(who -> who.student() != null)
            .map(Known::person)
            .collect(Collectors.toSet());
    Set<Named> named = new HashSet<>();
    for (Known who : cohort) {
      if (who.student() != null || !numbered.contains(who.person())) {
        UTF8String graduate = who.student() == null ? who.person() : who.student();
        who.keys().stream()
            .filter(key -> named.add(new Named(key, graduate)))
            .map(key -> new Object[] {key, who.university(), who.year(), graduate})
            .map(GenericInternalRow::new)
            .forEach(made::add);
      }
    }
    cohort.clear();
  }
}

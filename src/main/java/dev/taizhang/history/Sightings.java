package dev.taizhang.history;

import dev.taizhang.tables.Entries;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.KeySketch;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Slices.Slice;
import java.io.Serializable;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * In a task: entries to the keys by which slices in force know somebody who is looked for. A cohort
 * knows most people by the same keys week after week; these are told once.
 */
final class Sightings implements Iterator<InternalRow> {

  private static final List<Field> READ =
      List.of(
          Entries.UNIVERSITY_CODE,
          Entries.GRADUATION_YEAR,
          Entries.STUDENT_KEY,
          Entries.PERSON_ID,
          Entries.SUBMISSION_ID);
  private static final int UNIVERSITY_CODE = READ.indexOf(Entries.UNIVERSITY_CODE);
  private static final int GRADUATION_YEAR = READ.indexOf(Entries.GRADUATION_YEAR);
  private static final int STUDENT_KEY = READ.indexOf(Entries.STUDENT_KEY);
  private static final int PERSON_ID = READ.indexOf(Entries.PERSON_ID);
  private static final int SUBMISSION_ID = READ.indexOf(Entries.SUBMISSION_ID);

  /** What goes on: all but the submission. */
  private static final List<Field> GIVEN = READ.subList(0, SUBMISSION_ID);

  // So that a task holds no more, however many it reads; whoever comes again is told again.
  private static final int MOST_KNOWN = 50_000;

  private final Iterator<InternalRow> entries;
  private final Set<Part> inForce;
  private final BloomFilter wanted;
  private final Set<Known> known = new LinkedHashSet<>();
  private Iterator<Known> given = known.iterator();

  private UTF8String submission;
  private int year;
  private boolean counts;

  /**
   * The rows of a file of one cohort.
   *
   * @param submissionId the file
   * @param graduationYear the cohort
   */
  record Part(String submissionId, int graduationYear) implements Serializable {

    /** The parts that are slices in force. */
    static Set<Part> inForce(List<Slice> slices) {
      return slices.stream()
          .filter(one -> one.status().equals(Slices.IN_FORCE))
          .map(one -> new Part(one.submissionId(), one.graduationYear()))
          .collect(Collectors.toSet());
    }
  }

  /**
   * By what a cohort knows somebody; one of the keys may be null.
   *
   * @param university code of the university
   * @param year the cohort
   * @param student student key
   * @param person person id
   */
  record Known(UTF8String university, int year, UTF8String student, UTF8String person) {

    boolean isOfCohortOf(Known other) {
      return year == other.year && university.equals(other.university);
    }

    List<UTF8String> keys() {
      return Stream.of(student, person).filter(Objects::nonNull).toList();
    }
  }

  /**
   * Of the entries of a task.
   *
   * @param inForce the parts of files that count
   * @param wanted the keys of those who are looked for, and perhaps some others
   */
  Sightings(Iterator<InternalRow> entries, Set<Part> inForce, BloomFilter wanted) {
    this.entries = entries;
    this.inForce = inForce;
    this.wanted = wanted;
  }

  /** What is to be read of the entries. */
  static Column[] columns() {
    return READ.stream().map(Field::column).toArray(Column[]::new);
  }

  /** What is given on. */
  static StructType schema() {
    StructType schema = new StructType();
    for (Field field : GIVEN) {
      schema = schema.add(field.name(), field.type(), true);
    }
    return schema;
  }

  /** Of a row that is read or given on. */
  static Known known(InternalRow row) {
    return new Known(
        text(row, UNIVERSITY_CODE),
        row.getInt(GRADUATION_YEAR),
        text(row, STUDENT_KEY),
        text(row, PERSON_ID));
  }

  /** By what rows that are given on come together, and in which order. */
  static Column[] cohort() {
    return new Column[] {Entries.UNIVERSITY_CODE.column(), Entries.GRADUATION_YEAR.column()};
  }

  @Override
  public boolean hasNext() {
    if (!given.hasNext()) {
      known.clear();
      while (known.size() < MOST_KNOWN && entries.hasNext()) {
        take(entries.next());
      }
      given = known.iterator();
    }
    return given.hasNext();
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Known who = given.next();
    return new GenericInternalRow(
        new Object[] {who.university(), who.year(), who.student(), who.person()});
  }

  private void take(InternalRow entry) {
    comeTo(entry);
    if (counts
        && (KeySketch.mayHold(wanted, entry, STUDENT_KEY)
            || KeySketch.mayHold(wanted, entry, PERSON_ID))) {
      known.add(known(entry));
    }
  }

  private void comeTo(InternalRow entry) {
    UTF8String file = entry.getUTF8String(SUBMISSION_ID);
    int cohort = entry.getInt(GRADUATION_YEAR);
    if (cohort != year || !file.equals(submission)) {
      submission = file.clone();
      year = cohort;
      counts = inForce.contains(new Part(file.toString(), cohort));
    }
  }

  private static UTF8String text(InternalRow entry, int column) {
    return entry.isNullAt(column) ? null : entry.getUTF8String(column).clone();
  }
}

package dev.taizhang.conform;

import dev.taizhang.tables.Field;
import dev.taizhang.tables.Quarantine;
import dev.taizhang.tables.Rows;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Decides which rows of one file cannot be counted rightly at all, looking at each row twice: first
 * at what stands in it, and once all have been looked at, at how it repeats another. Rows that
 * break a rule by themselves take no part in repetitions. Rows of people who were forgotten by law
 * are left out before anything else.
 */
public final class Screening {

  /** How a row repeats another of the same graduate: a column that rules may look at. */
  static final String REPETITION = "repetition";

  private static final String ASSISTANCE = "assistance";

  /** A row with the cohort that it names. */
  public static final StructType ROWS =
      schema(Stream.concat(Rows.TABLE.fields().stream(), Stream.of(Quarantine.GRADUATION_YEAR)));

  /** What rules by which rows are left out may look at: that, and how it repeats another. */
  public static final StructType SCHEMA =
      schema(
          Stream.concat(
              Stream.concat(Rows.TABLE.fields().stream(), Stream.of(Quarantine.GRADUATION_YEAR)),
              Stream.of(
                  Field.optional(
                      REPETITION, DataTypes.StringType, "How the row repeats another."))));

  /** The place of the cohort in the rows that are screened. */
  public static final int GRADUATION_YEAR_POSITION = Rows.TABLE.fields().size();

  private static final int REPETITION_POSITION = GRADUATION_YEAR_POSITION + 1;
  private static final int SHEET_NAME = position(Rows.SHEET_NAME);
  private static final int ROW_NUMBER = position(Rows.ROW_NUMBER);
  private static final int STUDENT_KEY = position(Rows.STUDENT_KEY);
  private static final int PERSON_ID = position(Rows.PERSON_ID);
  private static final int ID_NUMBER_STATE = position(Rows.ID_NUMBER_STATE);
  private static final int ROW_HASH = position(Rows.ROW_HASH);
  private static final List<Integer> KEPT =
      List.of(
          position(Rows.SUBMISSION_ID),
          SHEET_NAME,
          ROW_NUMBER,
          position(Rows.UNIVERSITY_CODE),
          position(Rows.SNAPSHOT_DATE),
          GRADUATION_YEAR_POSITION,
          STUDENT_KEY,
          PERSON_ID);

  private static final short ACCEPTED = -1;
  private static final short FORGOTTEN = -2;

  private final FeedRules rules;
  private final boolean idNumbersDestroyed;
  private final Forgotten forgotten;
  private final short[] verdicts;
  private Repetitions repetitions;
  private Repetitions.Kind[] kinds;
  private int looked;

  /**
   * Nothing looked at yet.
   *
   * @param feed the feed that the file is of
   * @param rules the rules of the feed
   * @param facts what the file's rows tell together
   * @param forgotten the people whose rows are left out by law
   */
  public Screening(String feed, FeedRules rules, FileFacts facts, Forgotten forgotten) {
    this.rules = rules;
    this.idNumbersDestroyed = facts.idNumbersDestroyed();
    this.forgotten = forgotten;
    this.verdicts = new short[Math.toIntExact(facts.rowCount())];
    this.repetitions = new Repetitions(verdicts.length, feed.equals(ASSISTANCE));
  }

  private static StructType schema(Stream<Field> fields) {
    return new StructType(fields.map(Field::structField).toArray(StructField[]::new));
  }

  private static int position(Field field) {
    return Rows.TABLE.fields().indexOf(field);
  }

  /** What is decided of a row. */
  public sealed interface Verdict {

    /** The row becomes an entry. */
    record Accepted() implements Verdict {}

    /** The row is of somebody forgotten by law, and kept nowhere. */
    record OfForgotten() implements Verdict {}

    /**
     * The row is left out.
     *
     * @param rule the first rule that it breaks
     * @param row {@link Quarantine}
     */
    record LeftOut(UTF8String rule, InternalRow row) implements Verdict {}
  }

  /**
   * Looks at the next row for the first time.
   *
   * @param row {@link #SCHEMA}; the person is changed to one who can be trusted
   */
  public void look(InternalRow row) {
    trust(row);
    if (forgotten.names(text(row, STUDENT_KEY), text(row, PERSON_ID))) {
      verdicts[looked] = FORGOTTEN;
    } else {
      verdicts[looked] = firstBroken(rules.byItself(), row);
      if (verdicts[looked] == ACCEPTED) {
        repetitions.add(
            looked,
            place(row),
            row.isNullAt(GRADUATION_YEAR_POSITION) ? null : row.getInt(GRADUATION_YEAR_POSITION),
            text(row, STUDENT_KEY),
            text(row, PERSON_ID),
            row.getLong(ROW_HASH));
      }
    }
    looked++;
  }

  /** Once every row was looked at, begins again with the first. */
  public void settle() {
    kinds = repetitions.kinds(verdicts.length);
    repetitions = null;
    looked = 0;
  }

  /**
   * Looks at the next row for the second time.
   *
   * @param row as for {@link #look}
   */
  public Verdict verdict(InternalRow row) {
    trust(row);
    short verdict = verdicts[looked];
    Repetitions.Kind kind = kinds[looked++];
    if (verdict == FORGOTTEN) {
      return new Verdict.OfForgotten();
    }
    if (verdict != ACCEPTED) {
      return leftOut(rules.byItself().get(verdict), row);
    }
    row.update(REPETITION_POSITION, kind == null ? null : kind.text());
    short byRepetition = firstBroken(rules.byRepetition(), row);
    return byRepetition == ACCEPTED
        ? new Verdict.Accepted()
        : leftOut(rules.byRepetition().get(byRepetition), row);
  }

  private static short firstBroken(List<LeavingOut> rules, InternalRow row) {
    for (short i = 0; i < rules.size(); i++) {
      if (rules.get(i).isBrokenBy(row)) {
        return i;
      }
    }
    return ACCEPTED;
  }

  /** A person stands only where the ID number can be trusted; see {@link TrustedPerson}. */
  private void trust(InternalRow row) {
    String state = row.getUTF8String(ID_NUMBER_STATE).toString();
    String trusted = TrustedPerson.stateOf(state, idNumbersDestroyed);
    if (!trusted.equals(state)) {
      row.update(ID_NUMBER_STATE, UTF8String.fromString(trusted));
    }
    if (!TrustedPerson.isTrusted(trusted)) {
      row.setNullAt(PERSON_ID);
    }
  }

  /** The sheet's position, then the row. */
  private static long place(InternalRow row) {
    String sheet = row.getUTF8String(SHEET_NAME).toString();
    long position = sheet.isEmpty() ? 0 : Integer.parseInt(sheet);
    return (position << Integer.SIZE) | row.getInt(ROW_NUMBER);
  }

  private static UTF8String text(InternalRow row, int position) {
    return row.isNullAt(position) ? null : row.getUTF8String(position);
  }

  private static Verdict leftOut(LeavingOut rule, InternalRow row) {
    Object[] values = new Object[Quarantine.TABLE.fields().size()];
    int next = 0;
    for (int position : KEPT) {
      values[next++] = row.get(position, SCHEMA.fields()[position].dataType());
    }
    values[next++] = rule.id();
    values[next++] = rule.columnName();
    values[next++] = rule.offendingValue(row);
    values[next++] = rule.messageZh();
    values[next] = rule.messageEn();
    return new Verdict.LeftOut(rule.id(), new GenericInternalRow(values));
  }
}

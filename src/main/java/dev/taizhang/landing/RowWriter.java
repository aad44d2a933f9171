package dev.taizhang.landing;

import static java.util.stream.Collectors.joining;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.landing.person.CreditCode;
import dev.taizhang.landing.person.IdNumber;
import dev.taizhang.landing.person.OwnName;
import dev.taizhang.landing.person.PersonalForm;
import dev.taizhang.landing.person.Pseudonyms;
import dev.taizhang.landing.rows.CellText;
import dev.taizhang.landing.rows.RowCells;
import dev.taizhang.landing.rows.SheetLayout;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Rows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Makes the rows of one file Spark's, with only the columns asked for. Here personal data ends:
 * student number and ID number become pseudonyms, the name is compared and dropped.
 */
final class RowWriter {

  private static final Map<String, UTF8String> CONSTANTS = constants();
  // One of the texts that the code lists know for no hardship.
  private static final UTF8String NO_HARDSHIP = UTF8String.fromString("无");

  // Offices that are no university have codes of six digits.
  private static final int UNIVERSITY_CODE_DIGITS = 5;

  private final FilePlan plan;
  private final Pseudonyms pseudonyms;
  private final Function<RowCells, Object>[] outputs;
  private final GenericInternalRow row;
  private SheetValues sheet;
  // Several outputs ask for these two of the same row.
  private String idNumber;
  private String idState;

  RowWriter(FilePlan plan, PseudonymKey key, StructType required) {
    this.plan = plan;
    this.pseudonyms = new Pseudonyms(key);
    this.outputs = outputs(required);
    this.row = new GenericInternalRow(required.size());
  }

  @SuppressWarnings("unchecked") // An array of a generic type cannot be made otherwise.
  private Function<RowCells, Object>[] outputs(StructType required) {
    Map<String, Function<RowCells, Object>> all = allOutputs();
    return Arrays.stream(required.fieldNames()).map(name -> all.get(name)).toArray(Function[]::new);
  }

  private Map<String, Function<RowCells, Object>> allOutputs() {
    UTF8String submissionId = UTF8String.fromString(plan.submissionId());
    UTF8String universityCode = UTF8String.fromString(plan.universityCode());
    Integer snapshotDate = (int) plan.snapshotDate().toEpochDay();
    Map<String, Function<RowCells, Object>> all = new HashMap<>();
    for (LedgerColumn column : LedgerColumn.values()) {
      if (!column.personal()) {
        put(all, Rows.cell(column), cells -> cells.cell(column).utf8());
      }
    }
    put(all, Rows.SUBMISSION_ID, cells -> submissionId);
    UTF8String feed = UTF8String.fromString(plan.feed().id());
    put(all, Rows.FEED, cells -> feed);
    put(all, Rows.TEMPLATE, cells -> sheet(cells).template());
    put(all, Rows.COLUMNS_PRESENT, cells -> sheet(cells).columns());
    put(all, Rows.SHEET_NAME, cells -> sheet(cells).name());
    put(all, Rows.ROW_NUMBER, RowCells::rowNumber);
    put(all, Rows.UNIVERSITY_CODE, cells -> universityCode);
    put(all, Rows.SNAPSHOT_DATE, cells -> snapshotDate);
    put(all, Rows.STUDENT_KEY, this::studentKey);
    put(all, Rows.PERSON_ID, this::personId);
    put(all, Rows.ID_NUMBER_STATE, cells -> CONSTANTS.get(idState));
    put(all, Rows.ROW_HASH, RowCells::hash);
    put(all, Rows.DAMAGE, RowWriter::damage);
    put(all, Rows.STUDENT_NUMBER_STATE, cells -> CONSTANTS.get(studentNumberState(cells)));
    put(
        all,
        Rows.ID_PROVINCE_LISTED,
        cells -> hasValidId() ? PersonalForm.hasProvince(idNumber) : null);
    put(all, Rows.ID_GENDER, this::idGender);
    put(all, Rows.BIRTH_DATE_AGREES, this::birthDateAgrees);
    put(
        all,
        Rows.EXAMINEE_NUMBER_STATE,
        cells ->
            CONSTANTS.get(PersonalForm.examineeNumber(upper(cells, LedgerColumn.EXAMINEE_NUMBER))));
    put(
        all,
        Rows.PHONE_STATE,
        cells -> CONSTANTS.get(PersonalForm.phone(upper(cells, LedgerColumn.PHONE))));
    put(
        all,
        Rows.CREDIT_CODE_STATE,
        cells -> CONSTANTS.get(CreditCode.state(upper(cells, LedgerColumn.EMPLOYER_CREDIT_CODE))));
    put(all, Rows.cell(LedgerColumn.EMPLOYER_CREDIT_CODE), RowWriter::creditCode);
    put(all, Rows.EMPLOYER_STATED, cells -> cells.cell(LedgerColumn.EMPLOYER_NAME).length() > 0);
    put(all, Rows.EMPLOYER_NAME, RowWriter::employerName);
    put(all, Rows.CONTRADICTED_COLUMNS, RowWriter::contradictedColumns);
    put(all, Rows.cell(LedgerColumn.HARDSHIP), RowWriter::hardship);
    return all;
  }

  private static void put(
      Map<String, Function<RowCells, Object>> all, Field field, Function<RowCells, Object> output) {
    all.put(field.name(), output);
  }

  private static Map<String, UTF8String> constants() {
    Map<String, UTF8String> constants = new HashMap<>();
    Rows.TABLE.fields().stream()
        .flatMap(field -> field.allowed().stream())
        .forEach(value -> constants.put(value, UTF8String.fromString(value)));
    return Map.copyOf(constants);
  }

  /** The row for Spark; the same object for each row in turn. */
  InternalRow write(RowCells cells) {
    idNumber = PersonalForm.withoutSeparators(upper(cells, LedgerColumn.ID_NUMBER));
    idState = IdNumber.state(idNumber);
    for (int i = 0; i < outputs.length; i++) {
      row.update(i, outputs[i].apply(cells));
    }
    return row;
  }

  private UTF8String studentKey(RowCells cells) {
    String state = studentNumberState(cells);
    return state.equals(Rows.NUMBER_GIVEN) || state.equals(Rows.NUMBER_TOO_LONG)
        ? university(cells)
            .map(
                code ->
                    pseudonyms.studentKey(code, cells.cell(LedgerColumn.STUDENT_NUMBER).toString()))
            .orElse(null)
        : null;
  }

  /** Whose student number it is: the submitter's, or in an office's list the row's university. */
  private Optional<String> university(RowCells cells) {
    if (plan.universityCode().length() == UNIVERSITY_CODE_DIGITS) {
      return Optional.of(plan.universityCode());
    }
    String stated = cells.cell(LedgerColumn.UNIVERSITY_CODE).toString();
    return stated.length() == UNIVERSITY_CODE_DIGITS
            || stated.length() == 2 * UNIVERSITY_CODE_DIGITS
        ? Optional.of(stated.substring(stated.length() - UNIVERSITY_CODE_DIGITS))
        : Optional.empty();
  }

  private UTF8String personId(RowCells cells) {
    return hasValidId() || idState.equals(Rows.ID_ROUNDED) ? pseudonyms.personId(idNumber) : null;
  }

  private static String studentNumberState(RowCells cells) {
    return PersonalForm.studentNumber(upper(cells, LedgerColumn.STUDENT_NUMBER));
  }

  private static String upper(RowCells cells, LedgerColumn column) {
    return cells.cell(column).toString().toUpperCase(Locale.ROOT);
  }

  private boolean hasValidId() {
    return idState.equals(Rows.ID_VALID);
  }

  private UTF8String idGender(RowCells cells) {
    return hasValidId() ? CONSTANTS.get(PersonalForm.gender(idNumber)) : null;
  }

  private Boolean birthDateAgrees(RowCells cells) {
    return hasValidId()
        ? PersonalForm.birthDateAgrees(cells.cell(LedgerColumn.BIRTH_DATE).toString(), idNumber)
        : null;
  }

  /** Whether somebody's number stands where another thing belongs. */
  private static boolean isShifted(LedgerColumn column, CellText cell) {
    if (column == LedgerColumn.STUDENT_NUMBER || column == LedgerColumn.EXAMINEE_NUMBER) {
      return false;
    }
    CharSequence text = cell.bare();
    return switch (column) {
      case ID_NUMBER -> PersonalForm.isPhone(text);
      case PHONE -> PersonalForm.isIdNumber(text);
      default ->
          (PersonalForm.isPhone(text) || PersonalForm.isIdNumber(text)) && !isCreditCode(text);
    };
  }

  private static boolean isCreditCode(CharSequence cell) {
    String code = PersonalForm.withoutSeparators(cell.toString().toUpperCase(Locale.ROOT));
    return CreditCode.state(code).equals(Rows.FORM_VALID);
  }

  /** The code where its check character fits: any other could be somebody's number. */
  private static UTF8String creditCode(RowCells cells) {
    String code = upper(cells, LedgerColumn.EMPLOYER_CREDIT_CODE);
    return CreditCode.state(code).equals(Rows.FORM_VALID) ? UTF8String.fromString(code) : null;
  }

  private static UTF8String damage(RowCells cells) {
    if (cells.hasSurplus()) {
      return CONSTANTS.get(Rows.DAMAGE_SURPLUS);
    }
    for (LedgerColumn column : cells.filled()) {
      if (isShifted(column, cells.cell(column))) {
        return CONSTANTS.get(Rows.DAMAGE_SHIFTED);
      }
    }
    return cells.isUndecodable() ? CONSTANTS.get(Rows.DAMAGE_UNDECODABLE) : null;
  }

  private static UTF8String contradictedColumns(RowCells cells) {
    return cells.contradicted().isEmpty()
        ? null
        : UTF8String.fromString(
            cells.contradicted().stream().map(LedgerColumn::id).collect(joining(",")));
  }

  private static UTF8String hardship(RowCells cells) {
    return cells.saysNoHardship() ? NO_HARDSHIP : cells.cell(LedgerColumn.HARDSHIP).utf8();
  }

  /**
   * The employer, unless the cell holds the person's own name, or may hold it. Where the cell of
   * the name holds a number, cells are mixed up, and the name may stand anywhere.
   *
   * @see OwnName
   */
  private static UTF8String employerName(RowCells cells) {
    if (cells.contradicted().contains(LedgerColumn.NAME)) {
      return null;
    }
    CellText employer = cells.cell(LedgerColumn.EMPLOYER_NAME);
    CellText name = cells.cell(LedgerColumn.NAME);
    boolean own = PersonalForm.hasDigit(name) || OwnName.isIn(employer, name);
    return own ? null : employer.utf8();
  }

  @SuppressWarnings("ReferenceEquality") // Equal layouts are as good; to compare them is slow.
  private SheetValues sheet(RowCells cells) {
    if (sheet == null || sheet.layout() != cells.layout()) {
      sheet = SheetValues.of(cells.layout());
    }
    return sheet;
  }

  /** What all rows of one table have in common. */
  private record SheetValues(
      SheetLayout layout, UTF8String name, UTF8String template, ArrayData columns) {

    static SheetValues of(SheetLayout layout) {
      return new SheetValues(
          layout,
          UTF8String.fromString(layout.sheetName()),
          UTF8String.fromString(layout.template()),
          new GenericArrayData(
              layout.columns().values().stream()
                  .map(LedgerColumn::id)
                  .distinct()
                  .sorted()
                  .map(UTF8String::fromString)
                  .toArray()));
    }
  }
}

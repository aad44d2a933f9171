package dev.taizhang.landing;

import static java.util.stream.Collectors.joining;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Rows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
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

  private final FilePlan plan;
  private final Pseudonyms pseudonyms;
  private final Function<RowCells, Object>[] outputs;
  private final GenericInternalRow row;

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
    put(all, Rows.SHEET_NAME, RowCells::sheetName);
    put(all, Rows.ROW_NUMBER, RowCells::rowNumber);
    put(all, Rows.UNIVERSITY_CODE, cells -> universityCode);
    put(all, Rows.SNAPSHOT_DATE, cells -> snapshotDate);
    put(all, Rows.STUDENT_KEY, this::studentKey);
    put(all, Rows.PERSON_ID, this::personId);
    put(all, Rows.ID_NUMBER_STATE, cells -> CONSTANTS.get(idNumberState(cells)));
    put(all, Rows.ROW_HASH, RowCells::hash);
    put(all, Rows.DAMAGE, RowWriter::damage);
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
    for (Field field : new Field[] {Rows.ID_NUMBER_STATE, Rows.DAMAGE}) {
      field.allowed().forEach(value -> constants.put(value, UTF8String.fromString(value)));
    }
    return Map.copyOf(constants);
  }

  /** The row for Spark; the same object for each row in turn. */
  InternalRow write(RowCells cells) {
    for (int i = 0; i < outputs.length; i++) {
      row.update(i, outputs[i].apply(cells));
    }
    return row;
  }

  private UTF8String studentKey(RowCells cells) {
    CellText number = cells.cell(LedgerColumn.STUDENT_NUMBER);
    return number.length() == 0
        ? null
        : pseudonyms.studentKey(plan.universityCode(), number.toString());
  }

  private UTF8String personId(RowCells cells) {
    String state = idNumberState(cells);
    return state.equals(Rows.ID_VALID) || state.equals(Rows.ID_ROUNDED)
        ? pseudonyms.personId(upper(cells.cell(LedgerColumn.ID_NUMBER)))
        : null;
  }

  private static String idNumberState(RowCells cells) {
    return IdNumber.state(upper(cells.cell(LedgerColumn.ID_NUMBER)));
  }

  private static String upper(CellText number) {
    return number.toString().toUpperCase(Locale.ROOT);
  }

  private static UTF8String damage(RowCells cells) {
    if (cells.hasSurplus()) {
      return CONSTANTS.get(Rows.DAMAGE_SURPLUS);
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

  /** The employer, unless the cell holds the person's own name, or may hold it. */
  private static UTF8String employerName(RowCells cells) {
    if (cells.contradicted().contains(LedgerColumn.NAME)) {
      return null;
    }
    CellText employer = cells.cell(LedgerColumn.EMPLOYER_NAME);
    CellText name = cells.cell(LedgerColumn.NAME);
    return name.length() > 0 && employer.contains(name) ? null : employer.utf8();
  }
}

package dev.taizhang.conform;

import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Rows;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads the cells whose words stand in code lists. A code wins over its text. */
final class CodeReader {

  private static final int TEMPLATE = Readings.position(Rows.TEMPLATE);
  private static final int UNIVERSITY_CODE = Readings.position(Rows.UNIVERSITY_CODE);

  private final List<Pair> pairs;
  private final List<Single> singles;
  private final Map<String, String> outcomes;
  private final OlderOutcomes olderOutcomes;
  private final Map<String, String> universities;
  private final Map<String, String> divisions;
  private final Map<String, String> divisionRevisions;
  private final Remembered<List<String>> services;

  CodeReader(Lookups lookups) {
    this.pairs = pairs(lookups);
    this.singles = singles(lookups);
    this.outcomes = lookups.list("outcome");
    this.olderOutcomes = lookups.olderOutcomes();
    this.universities = lookups.universities();
    this.divisions = lookups.divisions();
    this.divisionRevisions = lookups.divisionRevisions();
    Map<String, String> measures = lookups.list("measure");
    this.services = new Remembered<>(cell -> Items.of(cell, measures::get));
  }

  private static List<Pair> pairs(Lookups lookups) {
    return List.of(
        new Pair(
            Reading.HARDSHIP_MASK,
            Reading.HARDSHIP_MASK_OF_TEXT,
            LedgerColumn.HARDSHIP_CODE,
            LedgerColumn.HARDSHIP,
            lookups.list("hardship_mask"),
            cell -> cell.replace(" ", "")),
        new Pair(
            Reading.DEGREE_CODE,
            Reading.DEGREE_CODE_OF_TEXT,
            LedgerColumn.DEGREE_CODE,
            LedgerColumn.DEGREE,
            lookups.list("degree"),
            UnaryOperator.identity()),
        new Pair(
            Reading.TRAINING_MODE,
            Reading.TRAINING_MODE_OF_TEXT,
            LedgerColumn.TRAINING_MODE_CODE,
            LedgerColumn.TRAINING_MODE,
            lookups.list("training_mode"),
            UnaryOperator.identity()),
        new Pair(
            Reading.TEACHER_TRAINING,
            Reading.TEACHER_TRAINING_OF_TEXT,
            LedgerColumn.TEACHER_TRAINING_CODE,
            LedgerColumn.TEACHER_TRAINING,
            lookups.list("teacher_training"),
            UnaryOperator.identity()),
        new Pair(
            Reading.GENDER_CODE,
            Reading.GENDER_CODE_OF_TEXT,
            LedgerColumn.GENDER_CODE,
            LedgerColumn.GENDER,
            lookups.list("gender"),
            UnaryOperator.identity()),
        new Pair(
            Reading.ETHNICITY_CODE,
            Reading.ETHNICITY_CODE_OF_TEXT,
            LedgerColumn.ETHNICITY_CODE,
            LedgerColumn.ETHNICITY,
            lookups.list("ethnicity"),
            UnaryOperator.identity()),
        new Pair(
            Reading.EMPLOYER_KIND_CODE,
            Reading.EMPLOYER_KIND_CODE_OF_TEXT,
            LedgerColumn.EMPLOYER_KIND_CODE,
            LedgerColumn.EMPLOYER_KIND,
            lookups.list("employer_kind"),
            UnaryOperator.identity()),
        new Pair(
            Reading.INDUSTRY_CODE,
            Reading.INDUSTRY_CODE_OF_TEXT,
            LedgerColumn.INDUSTRY_CODE,
            LedgerColumn.INDUSTRY,
            lookups.list("industry"),
            UnaryOperator.identity()),
        new Pair(
            Reading.POSITION_CODE,
            Reading.POSITION_CODE_OF_TEXT,
            LedgerColumn.POSITION_CODE,
            LedgerColumn.POSITION,
            lookups.list("position"),
            UnaryOperator.identity()),
        new Pair(
            Reading.ORIGIN_REGION_LISTED,
            Reading.ORIGIN_REGION_OF_TEXT,
            LedgerColumn.ORIGIN_REGION_CODE,
            LedgerColumn.ORIGIN_REGION,
            lookups.divisions(),
            UnaryOperator.identity()),
        new Pair(
            Reading.EMPLOYER_REGION_LISTED,
            Reading.EMPLOYER_REGION_OF_TEXT,
            LedgerColumn.EMPLOYER_REGION_CODE,
            LedgerColumn.EMPLOYER_REGION,
            lookups.divisions(),
            UnaryOperator.identity()));
  }

  private static List<Single> singles(Lookups lookups) {
    return List.of(
        new Single(Reading.URBAN_RURAL, LedgerColumn.URBAN_RURAL, lookups.list("urban_rural")),
        new Single(
            Reading.JOB_INTENTION, LedgerColumn.JOB_INTENTION, lookups.list("job_intention")),
        new Single(
            Reading.UNPLACED_REASON, LedgerColumn.UNPLACED_REASON, lookups.list("unplaced_reason")),
        new Single(Reading.MEASURE_CODE, LedgerColumn.MEASURE, lookups.list("measure")),
        new Single(Reading.MODE, LedgerColumn.ASSISTANCE_MODE, lookups.list("assistance_mode")),
        new Single(Reading.PROVIDER, LedgerColumn.PROVIDER, lookups.list("provider")),
        new Single(Reading.RESULT_CODE, LedgerColumn.RESULT, lookups.list("assistance_result")),
        new Single(
            Reading.DECLINE_REASON_CODE,
            LedgerColumn.DECLINE_REASON,
            lookups.list("decline_reason")));
  }

  /** Puts all that lists say of a row. */
  void read(ReadingRow readings, Integer graduationYear) {
    for (Pair pair : pairs) {
      pair.read(readings);
    }
    for (Single single : singles) {
      readings.put(single.reading(), single.codes().get(readings.cell(single.cell())));
    }
    readOutcome(readings, graduationYear);
    readRegions(readings);
    readings.put(
        Reading.STATED_UNIVERSITY_CODE,
        Universities.stated(
            readings.cell(LedgerColumn.UNIVERSITY_CODE),
            universities.get(readings.cell(LedgerColumn.UNIVERSITY_NAME)),
            readings.text(UNIVERSITY_CODE)));
    readings.put(
        Reading.SERVICES_ITEMS, services.of(readings.cell(LedgerColumn.SERVICES_RECEIVED)));
  }

  private void readOutcome(ReadingRow readings, Integer graduationYear) {
    String code = readings.cell(LedgerColumn.OUTCOME_CODE);
    String ofText = outcomes.get(Outcomes.parent(readings.cell(LedgerColumn.OUTCOME)));
    String ofCode = outcomes.get(Outcomes.parent(code));
    readings.put(Reading.OUTCOME_CODE_OF_TEXT, ofText);
    readings.put(
        Reading.OUTCOME_CODE,
        olderOutcomes.read(
            readings.text(TEMPLATE),
            graduationYear,
            new OlderOutcomes.Cells(readings.cell(LedgerColumn.EMPLOYER_KIND_CODE), code),
            ofCode == null ? ofText : ofCode,
            ofText));
  }

  private void readRegions(ReadingRow readings) {
    String origin = readings.cell(LedgerColumn.ORIGIN_REGION_CODE);
    String employer = readings.cell(LedgerColumn.EMPLOYER_REGION_CODE);
    readings.put(
        Reading.ORIGIN_REGION_CODE,
        Regions.code(readings.text(Reading.ORIGIN_REGION_LISTED), origin));
    readings.put(
        Reading.EMPLOYER_REGION_CODE,
        Regions.code(readings.text(Reading.EMPLOYER_REGION_LISTED), employer));
    // The text counts only where the code is no division.
    boolean byCode = divisions.containsKey(origin);
    readings.put(
        Reading.ORIGIN_REGION_REVISION,
        divisionRevisions.get(byCode ? origin : readings.cell(LedgerColumn.ORIGIN_REGION)));
  }

  /**
   * A code and its text, each in a cell of its own.
   *
   * @param reading what code or text say
   * @param ofText what the text alone says
   * @param code the cell of the code
   * @param text the cell of the text
   * @param codes the list
   * @param words what is looked up of a cell
   */
  private record Pair(
      Reading reading,
      Reading ofText,
      LedgerColumn code,
      LedgerColumn text,
      Map<String, String> codes,
      UnaryOperator<String> words) {

    void read(ReadingRow readings) {
      String byText = lookedUp(readings.cell(text));
      String byCode = lookedUp(readings.cell(code));
      readings.put(ofText, byText);
      readings.put(reading, byCode == null ? byText : byCode);
    }

    private String lookedUp(String cell) {
      return cell == null ? null : codes.get(words.apply(cell));
    }
  }

  /** A text that stands in a list, as its code. */
  private record Single(Reading reading, LedgerColumn cell, Map<String, String> codes) {}
}

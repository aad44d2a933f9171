package dev.taizhang.synthetic;

import dev.taizhang.reference.Outcome;
import dev.taizhang.reference.ReferenceData;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes the cells of a graduate's row as the university does. */
final class Rendering {

  private static final Map<String, String> POLITICAL_NAMES =
      Map.of("01", "中共党员", "02", "预备党员", "03", "共青团员", "13", "群众");
  private static final String CODE_OF_NOTHING = "99";
  private static final String TEXT_OF_NOTHING = "其他去向";

  private final ReferenceData reference;
  private final Places places;
  private final int cohort;
  private final Map<String, Map<String, String>> codeNames = new HashMap<>();
  private final Map<DateForm, String> graduationDates = new EnumMap<>(DateForm.class);

  Rendering(ReferenceData reference, Places places, int cohort) {
    this.reference = reference;
    this.places = places;
    this.cohort = cohort;
    reference
        .codeNames()
        .forEach(
            (key, name) -> {
              String list = key.substring(0, key.indexOf('/'));
              codeNames
                  .computeIfAbsent(list, unused -> new HashMap<>())
                  .put(key.substring(list.length() + 1), name);
            });
    LocalDate graduation = LocalDate.of(cohort, 6, 30);
    for (DateForm form : DateForm.values()) {
      graduationDates.put(form, form.text(graduation));
    }
  }

  /**
   * The cells of a row.
   *
   * @param style the columns of the file; a stranger's row is written under the file's own
   * @param day date of the snapshot, as a number
   */
  String[] cells(Style style, LedgerRow row, int day) {
    List<Style.Column> columns = style.columns();
    String[] cells = new String[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(columns.get(i).content(), row, day);
    }
    return cells;
  }

  private String cell(Content content, LedgerRow row, int day) {
    Graduate graduate = row.graduate();
    Wording wording = graduate.campus().wording();
    return switch (content) {
      case STUDENT_NUMBER -> row.fault().losesStudentNumber() ? "" : graduate.studentNumber();
      case ID_NUMBER -> row.fault() == RowFault.NO_IDENTITY ? "" : graduate.idNumber();
      case CANDIDATE_NUMBER -> graduate.candidateNumber();
      case NAME -> graduate.name();
      case GENDER_CODE -> graduate.female() ? "2" : "1";
      case GENDER -> graduate.female() ? "女" : "男";
      case ETHNICITY_CODE -> graduate.ethnicityCode();
      case ETHNICITY -> name("ethnicity", graduate.ethnicityCode());
      case POLITICAL_CODE -> graduate.politicalCode();
      case POLITICAL -> POLITICAL_NAMES.get(graduate.politicalCode());
      case UNIVERSITY_CODE -> graduate.campus().code();
      case UNIVERSITY_NAME -> graduate.campus().name();
      case DEGREE_CODE -> graduate.degreeCode();
      case DEGREE -> degree(graduate, wording);
      case MAJOR_CODE -> graduate.major().code();
      case MAJOR_NAME -> graduate.major().name();
      case TRAINING_MODE_CODE -> graduate.trainingModeCode();
      case TRAINING_MODE -> name("training_mode", graduate.trainingModeCode());
      case TEACHER_TRAINING_CODE -> graduate.teacherTrainingCode();
      case TEACHER_TRAINING -> name("teacher_training", graduate.teacherTrainingCode());
      case ORIGIN_CODE -> graduate.origin();
      case ORIGIN -> places.fullName(graduate.origin());
      case URBAN_RURAL -> graduate.rural() ? "农村" : "城镇";
      case YEARS -> Integer.toString(graduate.major().degree().years());
      case ENTRY_DATE -> entryDate(graduate);
      case GRADUATION_DATE ->
          row.fault() == RowFault.NO_YEAR ? "" : graduationDates.get(wording.dates());
      case GRADUATION_YEAR ->
          row.fault() == RowFault.NO_YEAR ? "" : cohort + (wording.yearWithSuffix() ? "届" : "");
      case HARDSHIP_CODE -> Integer.toString(Hardships.mask(graduate.hardships(day)));
      case HARDSHIP -> hardship(graduate.hardships(day), wording);
      case COLLEGE -> graduate.major().name() + "学院";
      case CLASS -> graduate.major().name() + cohort + graduate.classNumber() + "班";
      case BIRTH_DATE -> graduate.idNumber().substring(6, 14);
      case PHONE -> graduate.phone();
      case MAIL -> "s" + graduate.studentNumber() + "@example.edu.cn";
      case OUTCOME_CODE -> outcome(row, CODE_OF_NOTHING, Outcome::code);
      case OUTCOME -> outcome(row, TEXT_OF_NOTHING, outcome -> wording.outcomes().get(outcome));
      case OUTCOME_DATE ->
          isPlaced(row)
              ? wording.dates().text(LocalDate.ofEpochDay(graduate.career().placementDay(day)))
              : "";
      case CREDIT_CODE -> employer(row, day).creditCode();
      case EMPLOYER -> employer(row, day).name();
      case EMPLOYER_KIND_CODE -> employer(row, day).kindCode();
      case EMPLOYER_KIND -> name("employer_kind", employer(row, day).kindCode());
      case INDUSTRY_CODE -> employer(row, day).industryCode();
      case INDUSTRY -> name("industry", employer(row, day).industryCode());
      case EMPLOYER_REGION_CODE -> employer(row, day).regionCode();
      case EMPLOYER_REGION -> placeName(employer(row, day).regionCode());
      case POSITION_CODE -> employer(row, day).positionCode();
      case POSITION -> name("position", employer(row, day).positionCode());
      case SALARY -> isPaid(row) ? Integer.toString(graduate.salary()) : "";
      case INTENTION -> isUnplaced(row) ? intention(graduate) : "";
      case REASON -> isUnplaced(row) ? name("unplaced_reason", graduate.reasonCode()) : "";
      case NOTHING -> "";
    };
  }

  private String name(String list, String code) {
    return code.isEmpty() ? "" : codeNames.get(list).getOrDefault(code, "");
  }

  private String degree(Graduate graduate, Wording wording) {
    Degree degree = graduate.major().degree();
    return graduate.degreeCode().equals(degree.code())
        ? wording.degrees().get(degree)
        : name("degree", graduate.degreeCode());
  }

  private String placeName(String code) {
    return code.isEmpty() ? "" : places.name(code);
  }

  private String entryDate(Graduate graduate) {
    return cohort - graduate.major().degree().years() + "0901";
  }

  private String hardship(int tags, Wording wording) {
    if (wording.hardships() == Wording.HardshipForm.MASK) {
      return name("hardship_mask", Integer.toString(Hardships.mask(tags)));
    }
    if (tags == 0) {
      return wording.none();
    }
    return String.join(
        "、", Hardships.ids(tags).stream().map(id -> wording.tagWords().get(id)).toList());
  }

  private static String outcome(LedgerRow row, String unlisted, Function<Outcome, String> text) {
    if (row.fault() == RowFault.OUTCOME_UNLISTED) {
      return unlisted;
    }
    return row.outcome() == null ? "" : text.apply(row.outcome());
  }

  private static boolean isPlaced(LedgerRow row) {
    return row.outcome() != null && row.outcome().component().placed();
  }

  private static boolean isUnplaced(LedgerRow row) {
    return row.outcome() != null && !row.outcome().component().placed();
  }

  private static boolean isPaid(LedgerRow row) {
    return isPlaced(row)
        && switch (row.outcome()) {
          case FURTHER_STUDY, GONE_ABROAD, ENLISTED -> false;
          default -> true;
        };
  }

  private static Employer employer(LedgerRow row, int day) {
    if (!isPlaced(row)) {
      return Employer.NONE;
    }
    Graduate graduate = row.graduate();
    return day >= graduate.career().placedAgainOn() ? graduate.nextEmployer() : graduate.employer();
  }

  private String intention(Graduate graduate) {
    boolean unwilling = graduate.career().unplaced() == Outcome.OTHER_NOT_SEEKING;
    return reference.codeName("job_intention", unwilling ? "no" : "yes").orElse("");
  }
}

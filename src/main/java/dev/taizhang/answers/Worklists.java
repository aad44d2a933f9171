package dev.taizhang.answers;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.landing.ShownNames;
import dev.taizhang.publish.Waiting;
import dev.taizhang.publish.Worklist;
import dev.taizhang.reference.FileNameWords;
import dev.taizhang.reference.HardshipTag;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.reference.University;
import dev.taizhang.tables.Assistance;
import dev.taizhang.tables.Entries;
import dev.taizhang.tables.History;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Whom each university has not helped for some time: unplaced graduates of key groups by the newest
 * state and today's tags. Asked in SQL, as anybody could, and handed on university by university.
 */
public final class Worklists {

  /** What is read for it. */
  public static final Set<Table> TABLES =
      Set.of(Submissions.TABLE, Slices.TABLE, History.TABLE, Assistance.TABLE, Entries.TABLE);

  /** The newest file of all, and whether there was one about help. */
  private static final String KNOWN =
      """
      SELECT max(snapshot_date) AS newest, coalesce(bool_or(feed = 'assistance'), false) AS helped
      FROM intake.submissions WHERE status = 'accepted'""";

  private static final String OWN_LISTS =
      """
      SELECT university_code, max(snapshot_date) FROM intake.submissions
      WHERE status = 'accepted' AND feed = 'assistance' GROUP BY 1""";

  private static final String UNIVERSITIES =
      "SELECT DISTINCT university_code FROM intake.slices WHERE status = 'in_force'";

  /**
   * Unplaced graduates with tags whose last contact or help one to one is long ago, each with the
   * row of the last file that has one of them. A row without a student number is of whoever its ID
   * number stood beside last, as in the history.
   */
  private static final String WAITING =
      """
      WITH states AS (
        SELECT university_code, graduation_year, graduate_id, valid_from, valid_to, hardship_tags,
          hardship_detail, outcome_code,
          change_kind <> 'left' AND in_denominator
            AND coalesce(outcome_code, '70') IN ('70', '71', '72') AS unplaced
        FROM ledger.history WHERE graduation_year BETWEEN %1$d AND %2$d),
      open AS (
        SELECT * FROM states WHERE valid_to IS NULL AND unplaced AND size(hardship_tags) > 0),
      spells AS (
        SELECT s.university_code, s.graduation_year, s.graduate_id,
          coalesce(max(CASE WHEN NOT s.unplaced THEN s.valid_to END), min(s.valid_from)) AS since
        FROM states s LEFT SEMI JOIN open o ON s.university_code = o.university_code
          AND s.graduation_year = o.graduation_year AND s.graduate_id = o.graduate_id
        GROUP BY 1, 2, 3),
      help AS (
        SELECT university_code, graduation_year, graduate_id,
          max(CASE WHEN mode IN ('one_to_one', 'contact') THEN measure_date END) AS last_help,
          max(struct(coalesce(measure_date, snapshot_date) AS known_by, row_number, measure_code,
            mode, measure_date)) AS last_measure
        FROM ledger.assistance WHERE graduate_id IS NOT NULL GROUP BY 1, 2, 3),
      waiting AS (
        SELECT o.*, p.since, h.last_help, h.last_measure
        FROM open o
        JOIN spells p ON o.university_code = p.university_code
          AND o.graduation_year = p.graduation_year AND o.graduate_id = p.graduate_id
        LEFT JOIN help h ON o.university_code = h.university_code
          AND o.graduation_year = h.graduation_year AND o.graduate_id = h.graduate_id
        WHERE h.last_help IS NULL OR datediff(DATE'%3$s', h.last_help) >= %4$d),
      counted AS (
        SELECT e.university_code, e.graduation_year, e.submission_id, e.snapshot_date, e.sheet_name,
          e.row_number, e.student_key, e.person_id, s.order_in_date
        FROM ledger.entries e JOIN intake.slices s ON e.submission_id = s.submission_id
          AND e.graduation_year = s.graduation_year
        WHERE s.status = 'in_force' AND e.graduation_year BETWEEN %1$d AND %2$d),
      known AS (
        SELECT university_code, graduation_year, person_id,
          max_by(student_key, struct(snapshot_date, student_key)) AS known_student
        FROM counted WHERE student_key IS NOT NULL AND person_id IS NOT NULL GROUP BY 1, 2, 3),
      found AS (
        SELECT c.university_code, c.graduation_year,
          coalesce(c.student_key, k.known_student, c.person_id) AS graduate_id,
          max(struct(c.snapshot_date, c.order_in_date, coalesce(try_cast(c.sheet_name AS INT), 0)
            AS sheet, c.row_number, c.sheet_name, c.submission_id)) AS place
        FROM counted c LEFT JOIN known k ON c.university_code = k.university_code
          AND c.graduation_year = k.graduation_year AND c.person_id = k.person_id
        GROUP BY 1, 2, 3)
      SELECT w.university_code, w.graduation_year, w.hardship_tags, w.hardship_detail,
        w.outcome_code, w.since, w.last_help, w.last_measure.known_by, w.last_measure.measure_date,
        w.last_measure.measure_code, w.last_measure.mode, f.place.snapshot_date,
        f.place.sheet_name, f.place.row_number, u.file_name
      FROM waiting w
      JOIN found f ON w.university_code = f.university_code
        AND w.graduation_year = f.graduation_year AND w.graduate_id = f.graduate_id
      JOIN intake.submissions u ON f.place.submission_id = u.submission_id
      ORDER BY w.university_code""";

  private final SparkSession spark;
  private final ReferenceData reference;
  private final HardshipGroups groups;
  private final ShownNames names;
  private final int days;
  private final Map<String, String> tagNames;
  private final Map<String, String> universityNames;

  private Worklists(SparkSession spark, ReferenceData reference, FileNameWords words, int days) {
    this.spark = spark;
    this.reference = reference;
    this.groups = HardshipGroups.of(reference);
    this.names = ShownNames.of(words);
    this.days = days;
    this.tagNames =
        reference.hardshipTags().stream()
            .collect(Collectors.toMap(HardshipTag::tag, HardshipTag::name));
    this.universityNames =
        reference.universities().stream()
            .collect(Collectors.toMap(University::code, University::name, (first, last) -> last));
  }

  /**
   * Asks a warehouse.
   *
   * @param words that the names of files are shown with
   * @param days without contact or help one to one, at least 1
   */
  public static Worklists of(
      SparkSession spark, ReferenceData reference, FileNameWords words, int days) {
    return new Worklists(spark, reference, words, days);
  }

  /** The universities whose ledgers count, sorted. */
  public Set<String> universities() {
    return spark.sql(UNIVERSITIES).collectAsList().stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Hands on the worklists of universities, one after the other, also those with nobody on them.
   *
   * @param codes the universities, all of {@link #universities}
   */
  public void forEach(Set<String> codes, Consumer<Worklist> reader) {
    Row known = spark.sql(KNOWN).head();
    LocalDate date = known.getAs("newest");
    if (date == null) {
      return;
    }
    boolean helped = known.<Boolean>getAs("helped");
    Map<String, LocalDate> ownLists =
        spark.sql(OWN_LISTS).collectAsList().stream()
            .collect(Collectors.toMap(row -> row.getString(0), row -> row.<LocalDate>getAs(1)));
    RowsByUniversity found =
        new RowsByUniversity(spark.sql(WAITING.formatted(cohorts(date))).toLocalIterator());
    for (String code : universities()) {
      List<Waiting> waiting =
          found.of(code).stream()
              .filter(this::isInKeyGroup)
              .map(row -> waiting(row, date))
              .toList();
      if (codes.contains(code)) {
        reader.accept(
            new Worklist(
                code,
                universityNames.getOrDefault(code, ""),
                date,
                days,
                helped,
                Optional.ofNullable(ownLists.get(code)),
                waiting));
      }
    }
  }

  /** What the question leaves open: the live cohorts, the date and the days. */
  private Object[] cohorts(LocalDate date) {
    // From September on the cohort of the next year is asked about too.
    int last = date.getYear() + (date.getMonth().compareTo(Month.SEPTEMBER) >= 0 ? 1 : 0);
    return new Object[] {date.getYear() - 2, last, date, days};
  }

  private boolean isInKeyGroup(Row row) {
    return groups
        .of(
            row.getList(row.fieldIndex("hardship_tags")),
            row.getAs("hardship_detail"),
            row.<Integer>getAs("graduation_year"))
        .contains(HardshipGroups.KEY_GROUP);
  }

  private Waiting waiting(Row row, LocalDate date) {
    Optional<LocalDate> lastHelp = Optional.ofNullable(row.<LocalDate>getAs("last_help"));
    return new Waiting(
        row.<Integer>getAs("graduation_year"),
        names.name(row.<String>getAs("file_name")).replace("_…", "…"),
        row.getAs("snapshot_date"),
        row.getAs("sheet_name"),
        row.<Integer>getAs("row_number"),
        row.<String>getList(row.fieldIndex("hardship_tags")).stream()
            .map(tag -> tagNames.getOrDefault(tag, tag))
            .collect(Collectors.joining("、")),
        name("outcome", row.getAs("outcome_code")),
        daysUntil(row.getAs("since"), date),
        lastHelp,
        lastHelp.map(day -> daysUntil(day, date)),
        Optional.ofNullable(row.<LocalDate>getAs("known_by"))
            .map(
                day ->
                    new Waiting.LastMeasure(
                        name("measure", row.getAs("measure_code")),
                        row.getAs("mode") == null ? "" : name("assistance_mode", row.getAs("mode")),
                        Optional.ofNullable(row.<LocalDate>getAs("measure_date")))));
  }

  private String name(String list, String code) {
    return code == null ? "不明 unknown" : reference.codeName(list, code).orElse(code);
  }

  private static int daysUntil(LocalDate day, LocalDate date) {
    return (int) Math.max(0, ChronoUnit.DAYS.between(day, date));
  }
}

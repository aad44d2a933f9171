package dev.taizhang.inspection;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Thresholds;
import dev.taizhang.conform.EntryValues;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.intake.FileIntake;
import dev.taizhang.intake.IntakeSettings;
import dev.taizhang.intake.RuleCheck;
import dev.taizhang.intake.Taken;
import dev.taizhang.landing.Feed;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.LedgerRows;
import dev.taizhang.landing.Survey;
import dev.taizhang.landing.Surveyor;
import dev.taizhang.landing.rows.Layout;
import dev.taizhang.landing.rows.Limits;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.reference.Expectation;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Rows;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Paths;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/**
 * Looks at one file as a run would take it in, and writes nothing: what of its headers is
 * recognised, what its rows would become, and everything that is wrong with it. What it tells is
 * masked: no name and no number of a person, and free texts by their length.
 */
public final class Inspection {

  private static final ZoneId LANDING_ZONE = ZoneId.of("Asia/Shanghai");
  // Stands for the submitter that neither the file's name nor its rows tell.
  private static final String NO_SUBMITTER = "00000";
  private static final Pattern UNIVERSITY_CODE = Pattern.compile("(\\d{5}){1,2}");
  private static final int CODE =
      Rows.TABLE.fields().indexOf(Rows.cell(LedgerColumn.UNIVERSITY_CODE));

  private final SparkSession spark;
  private final ReferenceData reference;
  private final Thresholds thresholds;
  private final PseudonymKey key;
  private final Surveyor surveyor;
  private final List<Section> sections = new ArrayList<>();
  private final List<List<Object>> problems = new ArrayList<>();

  private Inspection(
      SparkSession spark, ReferenceData reference, Thresholds thresholds, PseudonymKey key) {
    this.spark = spark;
    this.reference = reference;
    this.thresholds = thresholds;
    this.key = key;
    this.surveyor =
        new Surveyor(
            reference.columnAliases(),
            reference.templates(),
            Limits.DEFAULT,
            spark.sparkContext().hadoopConfiguration());
  }

  /**
   * What to look at.
   *
   * @param file the file, as a path of this machine or of a file system that Hadoop knows
   * @param feed the feed whose folder it would be in
   * @param reference folder with the analyst's additions
   * @param thresholds the numbers that decide readings
   * @param expectations rules besides those of the reference data
   */
  public record Request(
      String file,
      String feed,
      Optional<String> reference,
      Thresholds thresholds,
      List<Expectation> expectations) {

    public Request {
      expectations = List.copyOf(expectations);
    }
  }

  /**
   * What was found.
   *
   * @param sections tables to show, one after another
   * @param rejected whether a run would reject the file
   */
  public record Report(List<Section> sections, boolean rejected) {

    public Report {
      sections = List.copyOf(sections);
    }
  }

  /**
   * A table to show.
   *
   * @param title what it is of: {@code file}, {@code columns}, {@code rows}, {@code problems},
   *     {@code sample}
   * @param names of its columns
   * @param rows its cells, some of them null
   */
  public record Section(String title, List<String> names, List<List<Object>> rows) {}

  /**
   * Looks at a file.
   *
   * @throws InvalidUsage when there is no such file or no such feed
   */
  public static Report inspect(SparkSession spark, Request request, PseudonymKey key) {
    ReferenceData reference =
        ReferenceData.load(request.reference()).withExpectations(request.expectations());
    RuleCheck.check(spark, reference);
    Inspection inspection = new Inspection(spark, reference, request.thresholds(), key);
    return inspection.inspect(inspection.file(request.file(), feed(request.feed())));
  }

  private static Feed feed(String id) {
    return Feed.of(id)
        .orElseThrow(
            () ->
                new InvalidUsage(
                    "There is no feed '"
                        + id
                        + "'. What to do: use --feed with ledger, follow_up or assistance."));
  }

  private LandingFile file(String name, Feed feed) {
    Path path = name.contains("://") ? new Path(name) : new Path(Paths.get(name).toUri());
    try {
      FileStatus status =
          path.getFileSystem(spark.sparkContext().hadoopConfiguration()).getFileStatus(path);
      if (status.isDirectory()) {
        throw new FileNotFoundException(name);
      }
      return new LandingFile(
          feed,
          feed.id() + "/" + path.getName(),
          status.getPath().toString(),
          status.getLen(),
          Instant.ofEpochMilli(status.getModificationTime()));
    } catch (FileNotFoundException e) {
      throw new InvalidUsage(
          "There is no file " + name + ". What to do: name one file, not a folder.", e);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + name + " cannot be inspected", e);
    }
  }

  private Report inspect(LandingFile file) {
    Survey byName = surveyor.survey(file);
    boolean named = byName.name() != null;
    if (!named) {
      byName.rejection().ifPresent(this::addRejection);
    }
    Survey found = named ? byName : withoutName(file);
    found.rejection().or(() -> Taken.dateInFuture(found)).ifPresent(this::addRejection);
    Optional<Layout> layout =
        Optional.ofNullable(found.layout()).or(() -> surveyor.layoutAnyway(file, found.name()));
    sections.add(InspectedFile.facts(found, layout));
    layout
        .map(known -> surveyor.headers(file, found.name(), known))
        .map(InspectedFile::columns)
        .ifPresent(sections::add);
    if (found.layout() != null) {
      readRows(found);
    }
    boolean rejected = problems.stream().anyMatch(problem -> "rejected".equals(problem.get(0)));
    addProblems();
    return new Report(sections, rejected);
  }

  private static LocalDate today(LandingFile file) {
    return file.modifiedAt().atZone(LANDING_ZONE).toLocalDate();
  }

  /** A file whose name tells nothing: the rows tell the submitter, its age the date. */
  private Survey withoutName(LandingFile file) {
    Survey nameless = surveyor.survey(file, new Survey.Named(NO_SUBMITTER, today(file), null));
    if (nameless.layout() == null) {
      return nameless;
    }
    Map<String, Long> codes = new TreeMap<>();
    new LedgerRows(key, Limits.DEFAULT, spark.sparkContext().hadoopConfiguration())
        .read(
            nameless.plan(),
            row -> {
              String code = String.valueOf(row.get(CODE, DataTypes.StringType));
              if (UNIVERSITY_CODE.matcher(code).matches()) {
                codes.merge(code, 1L, Long::sum);
              }
            });
    return codes.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .map(digits -> digits.substring(digits.length() - NO_SUBMITTER.length()))
        .map(digits -> surveyor.survey(file, new Survey.Named(digits, today(file), null)))
        .orElse(nameless);
  }

  /** Makes of the rows what a run would make of them, and keeps none of it. */
  private void readRows(Survey survey) {
    InspectedRows rows =
        new InspectedRows(
            reference.expectations(), EntryValues.valueOf(survey.file().feed().name()).table());
    Taken taken =
        FileIntake.of(
                IntakeSettings.of(spark, reference, thresholds, key, Limits.DEFAULT),
                spark.sparkContext().hadoopConfiguration())
            .read(survey, rows, true);
    // A date that is wrong by the file's name is not told once more.
    taken
        .rejection()
        .filter(why -> taken.counts().isEmpty() || problems.isEmpty())
        .ifPresent(this::addRejection);
    taken
        .counts()
        .ifPresent(
            counts -> {
              problems.addAll(rows.problems());
              sections.add(InspectedRows.counts(counts));
              rows.sample().ifPresent(sections::add);
            });
  }

  private void addRejection(Rejection rejection) {
    List<Object> problem = new ArrayList<>();
    problem.add("rejected");
    problem.add(rejection.code());
    problem.add(null);
    problem.add(null);
    problem.add(rejection.reason());
    problems.add(problem);
  }

  private void addProblems() {
    if (!problems.isEmpty()) {
      sections.add(
          new Section(
              "problems", List.of("kind", "rule", "rows", "first_row", "message"), problems));
    }
  }
}

package dev.taizhang.run;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.config.Settings;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.flow.Fingerprint;
import dev.taizhang.flow.Inputs;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.flow.Runner;
import dev.taizhang.intake.Intake;
import dev.taizhang.intake.IntakeSettings;
import dev.taizhang.intake.Recount;
import dev.taizhang.intake.Taken;
import dev.taizhang.landing.Discovery;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.ShownNames;
import dev.taizhang.landing.Survey;
import dev.taizhang.reference.FileNameWords;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.register.ForgottenPeople;
import dev.taizhang.register.SubmissionRegister;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.MajorNames;
import dev.taizhang.tables.Runs;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Opening;
import dev.taizhang.warehouse.Sessions;
import dev.taizhang.warehouse.Stamp;
import dev.taizhang.warehouse.TableRows;
import dev.taizhang.warehouse.Warehouse;
import dev.taizhang.warehouse.WriterLock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the program: takes in what is new and brings every table up to date. */
public final class Run {

  private static final Logger LOGGER = LoggerFactory.getLogger(Run.class);

  // At 82 MB of text both ways take the same time, at 325 MB compiled plans take 7 % less.
  private static final long BYTES_THAT_PAY_FOR_COMPILING = 128L << 20;

  /** Slices that do not count until a person decides. */
  private static final Set<String> NOT_COUNTED = Set.of(Slices.HELD, Slices.STRAY);

  private final SparkSession spark;
  private final Settings settings;
  private final PseudonymKey key;
  private final String version;
  private final Instant started = Instant.now();
  private final String runId = UUID.randomUUID().toString();

  private Run(SparkSession spark, Settings settings, PseudonymKey key, String version) {
    this.spark = spark;
    this.settings = settings;
    this.key = key;
    this.version = version;
  }

  /**
   * What a run did.
   *
   * @param doubled lines of the reference folder that contradict others of their file
   * @param filesSeen files in the landing folder
   * @param filesRead files that were new or changed, or that had to be read again
   * @param accepted submissions accepted
   * @param rejected submissions rejected, each with its file's path and reason
   * @param held slices of these that do not count until a person decides
   * @param rowsRead rows read
   * @param rowsQuarantined rows quarantined
   * @param leftOut files with rows that were left out by law
   * @param outdated accepted submissions read under an older configuration
   * @param nothingUsable whether there are files and every one of them is rejected
   */
  public record Report(
      List<String> doubled,
      int filesSeen,
      int filesRead,
      int accepted,
      List<Rejected> rejected,
      List<Held> held,
      long rowsRead,
      long rowsQuarantined,
      List<LeftOut> leftOut,
      long outdated,
      boolean nothingUsable) {

    /** Whether some input was not taken in whole. */
    public boolean hasLosses() {
      return !rejected.isEmpty() || !held.isEmpty() || rowsQuarantined > 0;
    }
  }

  /**
   * A slice that does not count.
   *
   * @param status held or stray
   */
  public record Held(String fileName, int graduationYear, String status, String why) {}

  /** A file with rows of somebody who was forgotten by law. */
  public record LeftOut(String path, long rows) {}

  /**
   * A file that was rejected.
   *
   * @param isTriedAgain whether for another reason than its bytes, so that every run looks again
   */
  public record Rejected(String path, String code, String reason, boolean isTriedAgain) {}

  /**
   * Carries a run out.
   *
   * @param version release of the program
   * @throws dev.taizhang.errors.TaizhangException when a person can put right why it cannot be done
   */
  public static Report run(
      SparkSession spark, Settings settings, PseudonymKey key, String version) {
    return run(spark, settings, key, version, table -> {});
  }

  /**
   * Carries a run out that may be made to fail.
   *
   * @param beforeWrite is told each table that is about to be written
   */
  static Report run(
      SparkSession spark,
      Settings settings,
      PseudonymKey key,
      String version,
      Consumer<Table> beforeWrite) {
    return new Run(spark, settings, key, version).carryOut(beforeWrite);
  }

  private Report carryOut(Consumer<Table> beforeWrite) {
    ReferenceData reference =
        ReferenceData.load(settings.reference()).withExpectations(settings.expectations());
    List<LandingFile> files =
        shownNames(reference)
            .shown(Discovery.files(settings.landing(), spark.sparkContext().hadoopConfiguration()));
    Optional<UpToDateMark> unbroken =
        UpToDateMark.unbroken(
            Warehouse.at(spark, settings.warehouse()), seal(reference, files), settings.asOf());
    if (unbroken.isPresent()) {
      LOGGER.info("nothing new: every table is up to date");
      return report(reference, files, List.of(), List.of(), unbroken.get(), List.of());
    }
    CheckedRules rules = CheckedRules.of(spark, reference, settings.thresholds(), key);
    if (!Warehouse.at(spark, settings.warehouse()).exists(Lock.TABLE)) {
      // No warehouse is made for a job that is refused.
      rules.settings();
    }
    Warehouse warehouse =
        Opening.toWrite(spark, settings.warehouse(), Pipeline.tables(), key.checkValue());
    IntakeSettings reading = rules.settings();
    try (WriterLock lock = WriterLock.take(spark, warehouse, runId)) {
      Report report =
          bringUpToDate(warehouse.asking(beforeWrite).heldBy(lock), reference, reading, files);
      if (report.rejected().stream().noneMatch(Rejected::isTriedAgain)) {
        lock.leave(
            new UpToDateMark(report.outdated(), report.nothingUsable())
                .stamp(seal(reference, files), settings.asOf()));
      }
      return report;
    }
  }

  private ShownNames shownNames(ReferenceData reference) {
    return ShownNames.of(FileNameWords.load(settings.reference(), reference.universities()), key);
  }

  private String seal(ReferenceData reference, List<LandingFile> files) {
    return UpToDateMark.text(
        Warehouse.at(spark, settings.warehouse()), settings, key, reference, files);
  }

  private Report bringUpToDate(
      Warehouse warehouse,
      ReferenceData reference,
      IntakeSettings reading,
      List<LandingFile> files) {
    SubmissionRegister receipts =
        new SubmissionRegister(
            warehouse, Fingerprint.configurations(reference, settings.thresholds()));
    Inputs inputs =
        Inputs.of(reference, settings.thresholds(), warehouse::read, warehouse::records);
    Runner runner = new Runner(warehouse, inputs);
    requireNobodyHalfForgotten(warehouse);
    nameMajorsOfBefore(warehouse, receipts);

    Revising revising = Revising.before(warehouse);
    receipts.askFor(settings.asOf(), started);
    List<LandingFile> toRead =
        files.stream().filter(file -> receipts.isToRead(file, settings.reconform())).toList();
    Sessions.compilePlans(
        spark,
        toRead.stream().mapToLong(LandingFile::byteSize).sum() >= BYTES_THAT_PAY_FOR_COMPILING);
    List<Taken> taken = takeIn(warehouse, reading, receipts, toRead, files);
    if (receipts.applyDecisions() || !toRead.isEmpty()) {
      receipts.writeSubmissions();
    }
    if (!toRead.isEmpty()) {
      receipts.writeFiles(files);
      recordRun(warehouse, toRead.size(), taken);
    }
    runner.bringUpToDate(
        receipts.stages(),
        receipts.stamps(),
        receipts.cohortFiles(settings.thresholds().holding().strayShare()));
    revising.record(runId, started);
    UpToDateMark seal =
        new UpToDateMark(receipts.outdated(), !files.isEmpty() && receipts.allRejected());
    return report(reference, files, toRead, taken, seal, held(warehouse, taken, receipts));
  }

  /** Releases before this one kept the names of majors in the entries alone. */
  private void nameMajorsOfBefore(Warehouse warehouse, SubmissionRegister receipts) {
    if (receipts.hasAcceptedLedger() && warehouse.stamp(MajorNames.TABLE).isEmpty()) {
      warehouse.replace(
          MajorNames.TABLE,
          TableRows.of(new Recount(Map.of(), warehouse::read).majorNames()),
          Stamp.of(runId));
    }
  }

  private static void requireNobodyHalfForgotten(Warehouse warehouse) {
    if (ForgottenPeople.areHalfRemoved(warehouse)) {
      throw new InvalidUsage(
          "'taizhang forget' was interrupted before it had finished; nothing was read. What to do: start it again with the same numbers.");
    }
  }

  /** The slices of the files taken in that do not count until a person decides. */
  private static List<Held> held(
      Warehouse warehouse, List<Taken> taken, SubmissionRegister receipts) {
    Set<String> ids =
        taken.stream().map(one -> one.survey().submissionId()).collect(Collectors.toSet());
    return ids.isEmpty()
        ? List.of()
        : warehouse.records(Slices.RECORDS).stream()
            .filter(slice -> ids.contains(slice.submissionId()))
            .filter(slice -> NOT_COUNTED.contains(slice.status()))
            .map(
                slice ->
                    new Held(
                        receipts.fileName(slice.submissionId()),
                        slice.graduationYear(),
                        slice.status(),
                        slice.why()))
            .sorted(Comparator.comparing(Held::fileName).thenComparing(Held::graduationYear))
            .toList();
  }

  private List<Taken> takeIn(
      Warehouse warehouse,
      IntakeSettings reading,
      SubmissionRegister receipts,
      List<LandingFile> toRead,
      List<LandingFile> files) {
    if (toRead.isEmpty()) {
      receipts.followNames(files, List.of(), (file, name, id) -> false);
      return List.of();
    }
    Intake intake =
        new Intake(
            spark,
            warehouse,
            reading
                .without(ForgottenPeople.in(warehouse))
                .knowing(receipts.takenIn(settings.reconform())));
    List<Taken> read = intake.take(toRead, runId);
    List<Taken> taken = read.stream().filter(one -> !one.isKnown()).toList();
    LOGGER.info("landing: {} files to read, {} with new content", toRead.size(), taken.size());
    taken.forEach(one -> receipts.record(one, runId, started));
    List<Survey> atNewPaths =
        read.stream().map(Taken::survey).filter(one -> receipts.isNew(one.file())).toList();
    read.forEach(one -> receipts.remember(one.file(), one.survey().submissionId()));
    receipts
        .followNames(files, atNewPaths, intake::isContentOf)
        .forEach((before, now) -> LOGGER.info("renamed: {} now counts as {}", before, now));
    return taken;
  }

  private void recordRun(Warehouse warehouse, int files, List<Taken> taken) {
    Runs.RecordedRun run =
        new Runs.RecordedRun(runId, started, Instant.now(), version, files, rowsRead(taken));
    warehouse.append(Runs.TABLE, TableRows.of(Runs.RECORDS, List.of(run)), runId);
  }

  private static long rowsRead(List<Taken> taken) {
    return taken.stream().flatMap(one -> one.counts().stream()).mapToLong(Taken.Counts::read).sum();
  }

  private static Report report(
      ReferenceData reference,
      List<LandingFile> files,
      List<LandingFile> toRead,
      List<Taken> taken,
      UpToDateMark left,
      List<Held> held) {
    List<Rejected> rejected =
        taken.stream()
            .filter(one -> one.rejection().isPresent())
            .map(
                one ->
                    new Rejected(
                        one.survey().file().path(),
                        one.rejection().get().code(),
                        one.rejection().get().reason(),
                        one.isTriedAgain()))
            .toList();
    long quarantined =
        taken.stream()
            .flatMap(one -> one.counts().stream())
            .mapToLong(counts -> counts.kept().quarantined())
            .sum();
    List<LeftOut> leftOut =
        taken.stream()
            .flatMap(
                one ->
                    one.counts().stream()
                        .filter(counts -> counts.forgotten() > 0)
                        .map(counts -> new LeftOut(one.survey().file().path(), counts.forgotten())))
            .toList();
    return new Report(
        reference.doubled(),
        files.size(),
        toRead.size(),
        taken.size() - rejected.size(),
        rejected,
        held,
        rowsRead(taken),
        quarantined,
        leftOut,
        left.outdated(),
        left.nothingUsable());
  }
}

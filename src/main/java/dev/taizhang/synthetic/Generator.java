package dev.taizhang.synthetic;

import dev.taizhang.reference.ReferenceData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes an invented province: ledgers as universities send them, the roster, and the truth that
 * the pipeline must find in them.
 *
 * @see <a href="../../../../../docs/synthetic.md">synthetic.md</a>
 */
public final class Generator {

  private static final int PROGRESS_LINES = 10;

  private final ProvinceSettings settings;
  private final Output output;
  private final Consumer<String> progress;
  private final List<Campus> campuses;
  private final Graduates graduates;
  private final Deliveries deliveries;
  private final Help help;
  private final Rendering rendering;
  private final Groups groups;
  private final AtomicLong files = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  private Generator(
      ProvinceSettings settings,
      ReferenceData reference,
      Consumer<String> progress,
      FormatPolicy formats) {
    this.settings = settings;
    this.output = new Output(settings.out());
    this.progress = progress;
    Places places = new Places(reference);
    Season season = new Season(settings.cohort());
    this.campuses = new Campuses(settings, reference).plan(places, formats);
    this.graduates = new Graduates(settings, campuses, places, season);
    this.deliveries =
        new Deliveries(settings, season, new Defects(settings, campuses), campuses, graduates);
    this.help = new Help(settings, season);
    this.rendering = new Rendering(reference, places, settings.cohort());
    this.groups = new Groups(reference, settings.cohort());
  }

  /**
   * Writes a province, on all cores.
   *
   * @param settings what province
   * @param reference the code lists whose codes and words it uses
   * @param progress takes a line now and then
   * @throws dev.taizhang.errors.InvalidUsage when the folder holds something else
   */
  public static Generated generate(
      ProvinceSettings settings, ReferenceData reference, Consumer<String> progress) {
    int threads = Runtime.getRuntime().availableProcessors();
    return generate(settings, reference, progress, FormatPolicy.MIXED, threads);
  }

  static Generated generate(
      ProvinceSettings settings,
      ReferenceData reference,
      Consumer<String> progress,
      FormatPolicy formats,
      int threads) {
    Output output = new Output(settings.out());
    try {
      output.prepare();
      return new Generator(settings, reference, progress, formats).write(threads);
    } catch (IOException e) {
      throw new UncheckedIOException("The province cannot be written", e);
    }
  }

  private Generated write(int threads) throws IOException {
    ForkJoinPool pool = new ForkJoinPool(threads);
    List<CampusTruth> truths = new ArrayList<>();
    try {
      // The largest first, so that none is left alone at the end.
      Map<Integer, ForkJoinTask<CampusTruth>> tasks = new TreeMap<>();
      campuses.stream()
          .sorted(Comparator.comparingInt(Campus::size).reversed())
          .forEach(campus -> tasks.put(campus.index(), pool.submit(() -> write(campus))));
      for (ForkJoinTask<CampusTruth> task : tasks.values()) {
        truths.add(task.join());
      }
    } finally {
      pool.shutdownNow();
    }
    progress.accept("adding up the true figures");
    TruthFiles.write(output.truth(), truths, new RateTable(settings, groups, truths));
    writeRoster();
    output.describe(settings, files.get(), rows.get());
    return new Generated(
        files.get(), rows.get(), bytes.get(), output.landing(), output.reference(), output.truth());
  }

  /** Writes all files of a university, each in a task of its own. */
  private CampusTruth write(Campus campus) {
    List<Graduate> people = graduates.of(campus);
    CampusTruth truth = new CampusTruth(campus, settings);
    List<ForkJoinTask<?>> writing = new ArrayList<>();
    for (int week = 0; week < settings.weeks(); week++) {
      List<Delivery> sent = deliveries.of(campus, week, people);
      for (Delivery delivery : sent) {
        if (delivery.fate() != Delivery.Fate.NOT_SENT) {
          writing.add(ForkJoinTask.adapt(() -> write(delivery)).fork());
        }
      }
      truth.take(week, sent);
      if (campus.helping() != Helping.NOTHING) {
        truth.takeHelp(week, writeHelp(campus, week, people));
      }
    }
    writing.forEach(ForkJoinTask::join);
    return truth;
  }

  private List<Measure> writeHelp(Campus campus, int week, List<Graduate> people) {
    LocalDate date = settings.snapshot(week);
    Path file = HelpFile.in(output.assistance(), campus, date);
    List<Measure> measures = help.of(campus, week, people);
    try {
      HelpFile.write(file, campus, measures, settings.cohort());
      Files.setLastModifiedTime(file, FileTime.from(Deliveries.sentOn(campus, date)));
    } catch (IOException e) {
      throw new UncheckedIOException(file.getFileName() + " cannot be written", e);
    }
    return measures;
  }

  private void write(Delivery delivery) {
    try {
      int day = Season.day(settings.snapshot(delivery.week()));
      bytes.addAndGet(LedgerFile.write(output.ledger(), delivery, rendering, day));
      rows.addAndGet(
          delivery.damage() == Delivery.Damage.NOTHING_WRITTEN ? 0 : delivery.rows().size());
    } catch (IOException e) {
      throw new UncheckedIOException(delivery.fileName() + " cannot be written", e);
    }
    report(files.incrementAndGet());
  }

  private void report(long written) {
    long planned = (long) campuses.size() * settings.weeks();
    if (written % Math.max(1, planned / PROGRESS_LINES) == 0) {
      progress.accept("wrote %d of about %d files".formatted(written, planned));
    }
  }

  private void writeRoster() throws IOException {
    TruthFiles.write(
        output.reference().resolve("universities.csv"),
        "code,name,province_code,prefecture_code",
        campuses.stream()
            .map(
                campus ->
                    String.join(
                        ",",
                        campus.code(),
                        campus.name(),
                        Places.province(campus.place()),
                        campus.place()))
            .toList());
  }
}

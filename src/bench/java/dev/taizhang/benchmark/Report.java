package dev.taizhang.benchmark;

import static dev.taizhang.benchmark.Markdown.count;
import static dev.taizhang.benchmark.Markdown.megabytes;
import static dev.taizhang.benchmark.Markdown.percent;
import static dev.taizhang.benchmark.Markdown.ratio;
import static dev.taizhang.benchmark.Markdown.seconds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Writes down what was measured. */
final class Report {

  private final Markdown markdown = new Markdown();

  /** What was measured, on what and how. */
  Report circumstances(Machine machine, Course course, String command, Stopwatch stopwatch) {
    machine.tell(markdown, command, stopwatch.heap());
    markdown
        .item(
            "Files: %s of %s rows and %d columns, %s rows, %s bytes, of which %s rows to quarantine"
                .formatted(
                    count(course.files()),
                    count(course.rowsPerFile()),
                    Cohort.Cell.values().length,
                    count(course.rows()),
                    count(course.contents().bytes()),
                    count(course.contents().quarantined())))
        .end();
    return this;
  }

  /** The laps of one discipline, compared with its first contender. */
  Report laps(Contender.Discipline discipline, List<Measurement> measurements) {
    List<Contender> contenders =
        Contenders.of(discipline).stream()
            .filter(contender -> !of(contender, measurements).isEmpty())
            .toList();
    if (contenders.isEmpty()) {
      return this;
    }
    List<Measurement> reference = of(contenders.get(0), measurements);
    List<List<String>> rows = new ArrayList<>();
    for (Contender contender : contenders) {
      rows.add(row(contender, of(contender, measurements), reference));
    }
    markdown
        .heading(discipline.title())
        .paragraph(
            "Process: from its start to its end. Work: without the start of JVM, session and"
                + " library. Ratio: the median beside that of the first line.")
        .table(
            List.of(
                "contender",
                "what it does",
                ">laps",
                ">process, s: min",
                ">median",
                ">max",
                ">ratio",
                ">work, s: min",
                ">median",
                ">max",
                ">ratio",
                ">rows read",
                ">peak memory"),
            rows);
    return this;
  }

  private static List<Measurement> of(Contender contender, List<Measurement> measurements) {
    return measurements.stream()
        .filter(measurement -> measurement.contender().equals(contender.name()))
        .toList();
  }

  private static List<String> row(
      Contender contender, List<Measurement> own, List<Measurement> reference) {
    Distribution process = distribution(own, Measurement::processSeconds);
    Distribution work = distribution(own, Measurement::workSeconds);
    double processRatio =
        process.median() / distribution(reference, Measurement::processSeconds).median();
    double workRatio = work.median() / distribution(reference, Measurement::workSeconds).median();
    Distribution peak = distribution(own, Measurement::peakBytes);
    return List.of(
        "`" + contender.name() + "`",
        contender.meaning(),
        Integer.toString(own.size()),
        seconds(process.minimum()),
        seconds(process.median()),
        seconds(process.maximum()),
        ratio(processRatio),
        seconds(work.minimum()),
        seconds(work.median()),
        seconds(work.maximum()),
        ratio(workRatio),
        count(own.get(0).rows()),
        peak.maximum() > 0 ? megabytes((long) peak.maximum()) : "");
  }

  private static Distribution distribution(
      List<Measurement> measurements, ToDoubleFunction<Measurement> value) {
    return Distribution.of(
        measurements.stream().map(measurement -> value.applyAsDouble(measurement)).toList());
  }

  /** Whether both sides of the whole run give the same figures. */
  Report comparison(Comparison comparison) {
    markdown
        .heading("The same figures")
        .paragraph(
            "`marts.placement_rates` of `taizhang-run` and of `duckdb-run`, joined by the key:"
                + " **%s differing rows**.".formatted(count(comparison.differingRows())))
        .table(
            List.of("check", ">taizhang", ">DuckDB"),
            List.of(
                List.of("rows", count(comparison.ours()), count(comparison.theirs())),
                List.of(
                    "rows whose key the other lacks",
                    count(comparison.onlyOurs()),
                    count(comparison.onlyTheirs())),
                List.of(
                    "entries",
                    count(comparison.entries().ours()),
                    count(comparison.entries().theirs())),
                List.of(
                    "quarantined rows",
                    count(comparison.quarantined().ours()),
                    count(comparison.quarantined().theirs()))))
        .table(
            List.of("common rows", ">value"),
            List.of(
                List.of("with another count", count(comparison.differingCounts())),
                List.of("with another name", count(comparison.differingNames())),
                List.of(
                    "with another rate, gap or limit (beyond 1e-12)",
                    count(comparison.differingRates())),
                List.of(
                    "greatest difference of a rate, gap or limit",
                    String.format(Locale.ROOT, "%.1e", comparison.greatestRateDifference()))))
        .paragraph(
            "DuckDB's script does not do: history, other dates than one, files that replace each"
                + " other, encodings and headers that differ, keyed hashes (it has plain SHA-256),"
                + " constraints, a transaction log, receipts, trend and outcome counts; it cannot"
                + " be repeated with another week's files.");
    return this;
  }

  /** Where the time of one run goes. */
  Report stages(List<StageTimes.Part> parts, double processSeconds) {
    List<List<String>> rows = new ArrayList<>();
    for (StageTimes.Part part : parts) {
      rows.add(
          List.of(
              (part.beside() ? "… " : "") + part.name(),
              part.rows().isPresent() ? count(part.rows().getAsLong()) : "",
              seconds(part.seconds()),
              part.beside() ? "" : percent(part.seconds() / processSeconds)));
    }
    rows.add(List.of("**whole process**", "", seconds(processSeconds), percent(1)));
    markdown
        .heading("Where the time goes")
        .paragraph(
            "One run of `taizhang-run`, from its own log. Tables that are made beside others share"
                + " the cores with them, so that their seconds add up to more than the line above"
                + " them.")
        .table(List.of("step", ">rows", ">seconds", ">share"), rows);
    return this;
  }

  /** How much the tables hold. */
  Report sizes(List<TableSize> sizes, long graduates) {
    List<List<String>> rows = new ArrayList<>();
    for (TableSize size : sizes) {
      rows.add(
          List.of(
              "`" + size.name() + "`",
              count(size.rows()),
              megabytes(size.bytes()),
              String.format(Locale.ROOT, "%.3f", (double) size.rows() / graduates),
              String.format(Locale.ROOT, "%.1f", (double) size.bytes() / graduates)));
    }
    markdown
        .heading("What the tables hold")
        .paragraph(
            "Per accepted row, of which there are %s, on one as-of date."
                .formatted(count(graduates)))
        .table(
            List.of("table", ">rows", ">data files", ">rows per graduate", ">bytes per graduate"),
            rows);
    return this;
  }

  @Override
  public String toString() {
    return markdown.toString().stripTrailing();
  }
}

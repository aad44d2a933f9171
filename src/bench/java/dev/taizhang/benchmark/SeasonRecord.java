package dev.taizhang.benchmark;

import dev.taizhang.flow.Pipeline;
import dev.taizhang.tables.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The measurements of a season as a CSV file, a line per run, written as soon as there is one, so
 * that a benchmark that is killed leaves them and can be carried on.
 *
 * @param file the file
 */
record SeasonRecord(Path file) {

  private static final List<String> FACTS =
      List.of(
          "week",
          "snapshot_date",
          "weeks",
          "whole",
          "started",
          "files",
          "rows",
          "seconds",
          "warehouse_files",
          "warehouse_bytes",
          "log_bytes");

  /** Every step that a run can have, in the order of the flow. */
  static final List<String> STEPS =
      Stream.of(
              Stream.of(StageTimes.START, StageTimes.FILES_READ),
              Pipeline.tables().stream().map(Table::name),
              Stream.of(StageTimes.BETWEEN, StageTimes.END))
          .flatMap(names -> names)
          .toList();

  private static String header() {
    return String.join(",", Stream.concat(FACTS.stream(), STEPS.stream()).toList());
  }

  /**
   * The runs that were measured, in the order of their weeks.
   *
   * @throws IllegalStateException when the file is of another release
   */
  List<WeeklyRun> runs() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(file);
    if (!lines.get(0).equals(header())) {
      throw new IllegalStateException(
          file + " is of a release with other steps; what to do: take another --work.");
    }
    return lines.stream().skip(1).map(SeasonRecord::run).toList();
  }

  /** Adds a line. */
  void add(WeeklyRun run) throws IOException {
    if (!STEPS.containsAll(run.steps().keySet())) {
      throw new IllegalStateException("Steps that the record does not know: " + run.steps());
    }
    if (!Files.exists(file)) {
      Files.writeString(file, header() + "\n");
    }
    Files.writeString(file, line(run) + "\n", StandardOpenOption.APPEND);
  }

  private static String line(WeeklyRun run) {
    List<String> cells = new ArrayList<>();
    Stream.of(
            run.week(),
            run.snapshotDate(),
            run.weeks(),
            run.whole(),
            run.started(),
            run.files(),
            run.rows(),
            seconds(run.seconds()),
            run.footprint().files(),
            run.footprint().bytes(),
            run.footprint().logBytes())
        .map(Object::toString)
        .forEach(cells::add);
    for (String step : STEPS) {
      cells.add(run.steps().containsKey(step) ? seconds(run.seconds(step)) : "");
    }
    return String.join(",", cells);
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.3f", seconds);
  }

  private static WeeklyRun run(String line) {
    String[] cells = line.split(",", -1);
    Map<String, Double> steps = new LinkedHashMap<>();
    for (int i = 0; i < STEPS.size(); i++) {
      String cell = cells[FACTS.size() + i];
      if (!cell.isEmpty()) {
        steps.put(STEPS.get(i), Double.valueOf(cell));
      }
    }
    return new WeeklyRun(
        Integer.parseInt(cells[0]),
        LocalDate.parse(cells[1]),
        Integer.parseInt(cells[2]),
        Boolean.parseBoolean(cells[3]),
        Instant.parse(cells[4]),
        Integer.parseInt(cells[5]),
        Long.parseLong(cells[6]),
        Double.parseDouble(cells[7]),
        new Footprint(
            Long.parseLong(cells[8]), Long.parseLong(cells[9]), Long.parseLong(cells[10])),
        steps);
  }
}

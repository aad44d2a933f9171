package dev.taizhang.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measures what a run costs by how much came in: from copies of a warehouse that already has
 * figures of the date, so that no run has to make them of everybody because the date is new.
 *
 * @param season the season
 * @param lastWeek the last week that the warehouse has
 * @param runs runs over its landing folder, in which the next week's files come and go
 * @param folder for copies of the warehouse; emptied
 */
record IncomingLaps(Season season, int lastWeek, SeasonRuns runs, Path folder) {

  /**
   * Measures.
   *
   * @param warehouse is left as it is
   * @param rounds laps of each amount; rounds go through all of them, every second one backwards
   * @param told is told what is going on
   */
  Incoming measure(Path warehouse, int rounds, Consumer<String> told)
      throws IOException, InterruptedException {
    if (rounds == 0) {
      return new Incoming(List.of());
    }
    Course.deleteFolder(folder);
    Path base = folder.resolve("base");
    copy(warehouse, base);
    runs.landing().remove(lastWeek + 1);
    String date = season.snapshotDate(lastWeek + 1).toString();
    SeasonRuns.Timed asked = runs.run(base, "incoming-date", "--as-of", date);
    Intaken.nothing(filesBefore()).requireToldBy(asked.told());
    told.accept("figures of %s without its files: %.1f s".formatted(date, asked.seconds()));
    List<Incoming.Lap> laps = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      List<Incoming.Amount> order = new ArrayList<>(List.of(Incoming.Amount.values()));
      if (round % 2 == 0) {
        Collections.reverse(order);
      }
      for (Incoming.Amount amount : order) {
        Incoming.Lap lap = lap(base, amount, round);
        laps.add(lap);
        told.accept("round %d, %s: %.1f s".formatted(round, amount.words(), lap.seconds()));
      }
    }
    Course.deleteFolder(folder);
    return new Incoming(laps);
  }

  private int filesBefore() {
    return lastWeek * season.universities();
  }

  private Incoming.Lap lap(Path base, Incoming.Amount amount, int round)
      throws IOException, InterruptedException {
    Path warehouse = folder.resolve("lap");
    Course.deleteFolder(warehouse);
    copy(base, warehouse);
    int reporting = amount.universities(season);
    runs.landing().write(lastWeek + 1, reporting);
    String log = "incoming-%s-%d".formatted(amount.name().toLowerCase(Locale.ROOT), round);
    SeasonRuns.Timed timed = runs.run(warehouse, log);
    season.intaken(filesBefore(), reporting, 1).requireToldBy(timed.told());
    runs.landing().remove(lastWeek + 1);
    return new Incoming.Lap(amount, round, timed.seconds(), timed.steps());
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> everything = Files.walk(from)) {
      everything.forEach(
          path -> {
            try {
              Files.copy(path, to.resolve(from.relativize(path)));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}

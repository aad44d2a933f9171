package dev.taizhang.release.record;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A warehouse of two universities at the end of August: of the disabled of one nobody is placed,
 * and of the poor of both enough are and are not.
 *
 * @param folder with landing, reference and warehouse in it
 */
record ReleasedLedgers(Path folder) {

  static final String OFFICIAL = "official:2025-08-31";

  /** Graduates of one hardship, and how many of them are placed. */
  record Group(String hardship, int graduates, int placed) {}

  static final Group NONE = new Group("0", 120, 80);
  static final Group POOR = new Group("2", 40, 22);
  static final Group DISABLED = new Group("4", 12, 0);

  /**
   * Runs the files. A week after the date, one university sends half of its people, and everybody
   * of the other is placed.
   */
  static ReleasedLedgers in(Path folder) throws IOException {
    ReleasedLedgers place = new ReleasedLedgers(folder);
    place.roster("90001,甲大学,410000,410100", "90002,乙大学,410000,410200");
    for (String date : List.of("20250824", "20250831")) {
      place.ledger("90001_" + date + ".csv", NONE, POOR, DISABLED);
      place.ledger("90002_" + date + ".csv", NONE, POOR);
    }
    place.ledger(
        "90001_20250907.csv",
        new Group("0", 120, 119),
        new Group("2", 40, 40),
        new Group("4", 12, 11));
    place.ledger("90002_20250907.csv", new Group("0", 60, 60));
    place.run("--as-of", OFFICIAL);
    return place;
  }

  /** Writes the roster. */
  void roster(String... lines) throws IOException {
    write("reference/universities.csv", "code,name,province_code,prefecture_code", lines);
  }

  void write(String file, String header, String... lines) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, Stream.concat(Stream.of(header), Arrays.stream(lines)).toList());
  }

  void ledger(String name, Group... groups) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (Group group : groups) {
      for (int number = 0; number < group.graduates(); number++) {
        lines.add(
            row(
                group.hardship() + "n" + number,
                2025,
                group.hardship(),
                number < group.placed() ? "10" : "70"));
      }
    }
    Ledgers.write(folder.resolve("landing"), name, lines.toArray(String[]::new));
  }

  Path warehouse() {
    return folder.resolve("warehouse");
  }

  void run(String... more) {
    Cli.Result result =
        Cli.run(
            arguments(
                List.of("run", "--landing", folder.resolve("landing").toString()),
                "reference",
                more));
    assertEquals(0, result.exitCode(), result.err());
  }

  Cli.Result create(String... more) {
    return createWith("reference", more);
  }

  /** Makes a draft with another reference folder than that of the run, and without the key. */
  Cli.Result createWith(String reference, String... more) {
    return Cli.withKey(
        "", arguments(List.of("release", "create", "--by", "analyst"), reference, more));
  }

  Cli.Result release(String command, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("release", command, "--warehouse", warehouse().toString()));
    arguments.addAll(Arrays.asList(more));
    return Cli.withKey("", arguments.toArray(String[]::new));
  }

  private String[] arguments(List<String> command, String reference, String... more) {
    List<String> arguments = new ArrayList<>(command);
    arguments.addAll(
        List.of(
            "--warehouse",
            warehouse().toString(),
            "--reference",
            folder.resolve(reference).toString()));
    arguments.addAll(Arrays.asList(more));
    return arguments.toArray(String[]::new);
  }

  String query(String sql) {
    return Cli.query(warehouse(), sql);
  }
}

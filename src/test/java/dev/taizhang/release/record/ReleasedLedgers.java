package dev.taizhang.release.record;

import static dev.taizhang.support.Ledgers.HEADER;
import static dev.taizhang.support.Ledgers.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taizhang.config.Thresholds;
import dev.taizhang.flow.Catalog;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.Protector;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.release.draft.ReleaseRequest;
import dev.taizhang.support.Cli;
import dev.taizhang.support.Ledgers;
import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import dev.taizhang.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A warehouse of two universities at the end of August: of the disabled of one nobody is placed,
 * and of the poor of both enough are and are not.
 *
 * @param folder with landing, reference and warehouse in it
 */
record ReleasedLedgers(Path folder) {

  static final String OFFICIAL = "official:2025-08-31";

  /** The release of that date that is made first. */
  static final String FIRST = "2025-08-31-official-1";

  /** The one that is made after the first was given out. */
  static final String SECOND = "2025-08-31-official-2";

  /** Graduates of one hardship, and how many of them are placed. */
  record Group(String hardship, int graduates, int placed) {}

  static final Group NONE = new Group("0", 120, 80);
  static final Group POOR = new Group("2", 40, 22);
  static final Group DISABLED = new Group("4", 12, 0);

  /** Runs the files of two weeks. */
  static ReleasedLedgers in(Path folder) throws IOException {
    ReleasedLedgers place = new ReleasedLedgers(folder);
    place.writeAugust();
    place.run("--as-of", OFFICIAL);
    return place;
  }

  /**
   * Runs these and the files of a week after the date, when one university sends half of its people
   * and everybody of the other is placed.
   */
  static ReleasedLedgers withTheWeekAfter(Path folder) throws IOException {
    ReleasedLedgers place = new ReleasedLedgers(folder);
    place.writeAugust();
    place.ledger(
        "90001_20250907.csv",
        new Group("0", 120, 119),
        new Group("2", 40, 40),
        new Group("4", 12, 11));
    place.ledger("90002_20250907.csv", new Group("0", 60, 60));
    place.run("--as-of", OFFICIAL);
    return place;
  }

  private void writeAugust() throws IOException {
    roster("90001,甲大学,410000,410100", "90002,乙大学,410000,410200");
    for (String date : List.of("20250824", "20250831")) {
      ledger("90001_" + date + ".csv", NONE, POOR, DISABLED);
      ledger("90002_" + date + ".csv", NONE, POOR);
    }
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

  Cli.Result approve(String release, String... more) {
    return release(
        "approve",
        Stream.concat(
                Stream.of(
                    "--release", release, "--by", "director", "--why", "checked by the ministry"),
                Arrays.stream(more))
            .toArray(String[]::new));
  }

  Cli.Result audit(String release) {
    return release("audit", "--release", release);
  }

  /** Publishes a release, as a folder and as a workbook of that name. */
  Cli.Result publish(String release, String place) {
    return Cli.withKey(
        "",
        arguments(
            List.of("publish"),
            "reference",
            "--release",
            release,
            "--site",
            folder.resolve(place).toString(),
            "--workbook",
            folder.resolve(place + ".xlsx").toString()));
  }

  /** Makes a draft without asking whether tables break what they promise. */
  Releasing.Report draft() {
    return draft("test", table -> {});
  }

  /** The same by a release of the program, asking before each write. */
  Releasing.Report draft(String codeVersion, Consumer<Table> beforeWrite) {
    ReferenceData reference =
        ReferenceData.load(Optional.of(folder.resolve("reference").toString()));
    return Releasing.create(
        SharedSpark.session(),
        warehouse().toString(),
        new ReleaseRequest(
            Optional.empty(),
            reference.publicationPlan("default"),
            reference.publicationPolicy("suppress"),
            "analyst",
            Set.of(),
            "",
            ReleaseRequest.MINIMUM_COVERAGE),
        new Releasing.Settings(
            reference,
            Thresholds.DEFAULT,
            Protector.BY_WITNESSES,
            tables -> List.of(),
            codeVersion),
        beforeWrite);
  }

  /** Changes rows of releases behind the program's back. */
  void update(String table, String assignments, String where) {
    SharedSpark.session()
        .sql(
            "UPDATE delta.`%s` SET %s WHERE %s"
                .formatted(warehouse().resolve("published/" + table), assignments, where));
  }

  Release named(String release) {
    return KnownReleases.named(opened(), release);
  }

  JsonNode manifest(String release) {
    return Manifest.read(named(release).manifest()).root();
  }

  PublishedRows rows(String release) {
    return PublishedRows.read(opened(), release);
  }

  /** What tells whether rows of a release were changed, by table. */
  Map<String, String> checksums(String release) {
    PublishedRows rows = rows(release);
    return PublishedTables.ALL.stream()
        .collect(Collectors.toMap(PublishedTable::name, rows::checksum));
  }

  private Warehouse opened() {
    return Catalog.open(SharedSpark.session(), warehouse().toString());
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

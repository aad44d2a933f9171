package dev.taizhang.synthetic;

import dev.taizhang.errors.InvalidUsage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The folder that a province is written to. */
record Output(Path folder) {

  private static final String MARK = "# 虚拟省份 / Invented province";
  private static final List<String> PARTS = List.of("landing", "reference", "truth");

  Path ledger() {
    return landing().resolve("ledger");
  }

  Path assistance() {
    return landing().resolve("assistance");
  }

  Path landing() {
    return folder.resolve("landing");
  }

  Path reference() {
    return folder.resolve("reference");
  }

  Path truth() {
    return folder.resolve("truth");
  }

  private Path readme() {
    return folder.resolve("README.md");
  }

  /**
   * Makes the folders, and removes what an earlier province left in them.
   *
   * @throws InvalidUsage when the folder holds something else
   */
  void prepare() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw refused("is a file");
    }
    if (Files.isDirectory(folder) && !isEmpty() && !isOurs()) {
      throw refused("holds something other than an earlier province");
    }
    for (String part : PARTS) {
      delete(folder.resolve(part));
    }
    Files.createDirectories(ledger());
    Files.createDirectories(assistance());
    Files.createDirectories(reference());
    Files.createDirectories(truth());
    // From here on the folder is known as ours, even if the rest is not finished.
    Files.writeString(readme(), MARK + "\n", StandardCharsets.UTF_8);
  }

  private InvalidUsage refused(String why) {
    return new InvalidUsage(
        "The province cannot be written to "
            + folder
            + ": it "
            + why
            + ". What to do: name a new or empty folder with --out.");
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private boolean isOurs() throws IOException {
    if (!Files.isRegularFile(readme())) {
      return false;
    }
    try (Stream<String> lines = Files.lines(readme(), StandardCharsets.UTF_8)) {
      return lines.findFirst().filter(MARK::equals).isPresent();
    }
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(path)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** Says what the folder holds. */
  void describe(ProvinceSettings settings, long files, long rows) throws IOException {
    String text =
        String.format(
            Locale.ROOT,
            """
            %s

            Everything here is invented: universities, people, numbers, firms and what becomes of them.
            Any likeness is chance. It was written by
            `taizhang generate --universities %d --graduates %d --weeks %d --seed %d --mess %d --last %s`;
            the same settings give the same text files, and workbooks with the same cells.

            本文件夹中的院校、人员、号码、单位和去向均为虚构，如有雷同纯属巧合。

            | folder | what |
            |---|---|
            | `landing` | %d ledger files with %d rows, and what some universities tell of the help they gave |
            | `reference` | the roster of universities, for `--reference` |
            | `truth` | what the pipeline must find: rates, moves, submissions, quarantine, flags, help |
            """,
            MARK,
            settings.universities(),
            settings.graduates(),
            settings.weeks(),
            settings.seed(),
            settings.messPercent(),
            settings.lastSnapshot(),
            files,
            rows);
    Files.writeString(readme(), text, StandardCharsets.UTF_8);
  }
}

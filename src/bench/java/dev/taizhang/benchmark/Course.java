package dev.taizhang.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The files that all contenders read, and what is known of them from having written them.
 *
 * @param folder holds {@code landing/ledger} and {@code reference}
 * @param files number of ledgers
 * @param rowsPerFile rows of each, below the header
 * @param form what kind of files they are
 * @param contents totals over all files
 */
record Course(Path folder, int files, int rowsPerFile, Form form, Contents contents) {

  private static final String RECORD = "course.properties";

  /** What kind of files the ledgers are. */
  enum Form {
    CSV,
    XLSX;

    /** The ending of the files' names. */
    String extension() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Totals over all files.
   *
   * @param quarantined rows that cannot be counted rightly
   * @param characters characters of all cells below the headers
   * @param bytes bytes of the files
   */
  record Contents(long quarantined, long characters, long bytes) {}

  /** Writes a course into a folder, anew, so that no other release's files are measured. */
  static Course prepare(Path folder, int files, int rowsPerFile, Form form) throws IOException {
    deleteFolder(folder);
    Files.createDirectories(folder);
    Contents contents = new LedgerFiles(folder, files, rowsPerFile, form).write();
    Course course = new Course(folder, files, rowsPerFile, form, contents);
    course.save();
    return course;
  }

  /** The course that was prepared in a folder. */
  static Course open(Path folder) throws IOException {
    Properties record = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve(RECORD))) {
      record.load(reader);
    }
    return new Course(
        folder,
        (int) number(record, "files"),
        (int) number(record, "rows_per_file"),
        Form.valueOf(record.getProperty("form")),
        new Contents(
            number(record, "quarantined"), number(record, "characters"), number(record, "bytes")));
  }

  private static long number(Properties record, String name) {
    return Long.parseLong(record.getProperty(name));
  }

  private void save() throws IOException {
    Properties record = new Properties();
    record.setProperty("files", Integer.toString(files));
    record.setProperty("rows_per_file", Integer.toString(rowsPerFile));
    record.setProperty("form", form.name());
    record.setProperty("quarantined", Long.toString(contents.quarantined()));
    record.setProperty("characters", Long.toString(contents.characters()));
    record.setProperty("bytes", Long.toString(contents.bytes()));
    try (Writer writer = Files.newBufferedWriter(folder.resolve(RECORD))) {
      record.store(writer, null);
    }
  }

  /** Rows of all files, below the headers. */
  long rows() {
    return (long) files * rowsPerFile;
  }

  Path landing() {
    return folder.resolve("landing");
  }

  Path reference() {
    return folder.resolve("reference");
  }

  /** The files, by name. */
  List<Path> ledgers() throws IOException {
    try (Stream<Path> ledgers = Files.list(landing().resolve("ledger"))) {
      return ledgers.sorted().toList();
    }
  }

  /** Reads all bytes once, so that no contender is the one that finds them on the disk. */
  void warmFileCache() throws IOException {
    for (Path ledger : ledgers()) {
      if (Files.readAllBytes(ledger).length == 0) {
        throw new IllegalStateException(ledger + " is empty.");
      }
    }
  }

  /**
   * Makes sure that a contender read everything.
   *
   * @throws IllegalStateException when it did not
   */
  void requireAllRows(long read) {
    require("rows", read, rows());
  }

  /**
   * Makes sure that a contender read every cell.
   *
   * @throws IllegalStateException when it did not
   */
  void requireAllCharacters(long read) {
    require("characters", read, contents.characters());
  }

  private static void require(String what, long found, long expected) {
    if (found != expected) {
      throw new IllegalStateException(
          "Not the whole course: %d %s instead of %d.".formatted(found, what, expected));
    }
  }

  /** Deletes a folder with all that is in it; one that is not there is no error. */
  static void deleteFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> everything = Files.walk(folder)) {
      deepestFirst = everything.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}

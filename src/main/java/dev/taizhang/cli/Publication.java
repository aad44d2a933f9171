package dev.taizhang.cli;

import dev.taizhang.config.Thresholds;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.errors.NotPublished;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionKind;
import dev.taizhang.publish.site.Site;
import dev.taizhang.publish.workbook.EditionWorkbook;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.InternalEdition;
import dev.taizhang.release.published.PublishedEdition;
import dev.taizhang.warehouse.Warehouse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The site and the workbook of a warehouse, as far as they are asked for. */
final class Publication {

  private static final String ENDING = ".xlsx";
  private static final long BYTES_OF_A_MEGABYTE = 1_000_000;

  private final Optional<Site> site;
  private final Optional<Path> workbook;

  private Publication(Optional<Site> site, Optional<Path> workbook) {
    this.site = site;
    this.workbook = workbook;
  }

  /**
   * What is to be published, looked at before any work is done.
   *
   * @param site folder of the site
   * @param workbook file of the workbook
   * @throws InvalidUsage when one of them cannot lie there
   */
  static Publication to(Optional<String> site, Optional<String> workbook) {
    return new Publication(
        site.map(Publication::local).map(Site::in),
        workbook.map(Publication::local).map(Publication::workbook));
  }

  private static Path workbook(Path file) {
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING) || Files.isDirectory(file)) {
      throw new InvalidUsage(
          "%s is no name of a workbook. Nothing was done. What to do: give --workbook a file that ends in %s."
              .formatted(file, ENDING));
    }
    return file;
  }

  /** Whether anything is. */
  boolean isAskedFor() {
    return site.isPresent() || workbook.isPresent();
  }

  /** A browser opens local folders, and a workbook is a local file. */
  private static Path local(String location) {
    if (location.contains("://")) {
      throw new InvalidUsage(
          "%s is no place of this machine, and pages and workbooks are opened from one. Nothing was done. What to do: give a local folder or file, and copy it from there."
              .formatted(location));
    }
    return Path.of(location);
  }

  /**
   * Brings all of it up to date after a run that went well.
   *
   * @throws NotPublished where that fails: the tables are up to date all the same
   */
  void afterRun(
      Warehouse warehouse, ReferenceData reference, Thresholds thresholds, CommandLine command) {
    try {
      if (!publish(warehouse, reference, thresholds, command.getOut())) {
        command.getErr().println("taizhang: there are no figures yet; nothing was published.");
      }
    } catch (IOException | RuntimeException e) {
      throw new NotPublished(
          "Every table is up to date, but the site or the workbook is not: %s. The former one is as it was. What to do: put that right, and start 'taizhang publish' or the same run again."
              .formatted(Failures.rootMessage(e)),
          e);
    }
  }

  /**
   * Brings all of it up to date with the warehouse as it is: the internal edition.
   *
   * @return whether there were figures to publish
   */
  boolean publish(
      Warehouse warehouse, ReferenceData reference, Thresholds thresholds, PrintWriter out)
      throws IOException {
    String version = Version.number();
    return publish(
        EditionKind.INTERNAL,
        InternalEdition.madeFrom(warehouse, reference, thresholds, version),
        () -> InternalEdition.of(warehouse, reference, thresholds, version),
        out);
  }

  /**
   * Brings all of it up to date with a release: the published edition.
   *
   * @throws InvalidUsage when there is no such release, it was withdrawn, or another edition is in
   *     the place
   */
  void publishRelease(
      Warehouse warehouse,
      String releaseId,
      ReferenceData reference,
      Thresholds thresholds,
      PrintWriter out)
      throws IOException {
    PublishedEdition edition =
        PublishedEdition.of(warehouse, releaseId, reference, thresholds, Version.number());
    publish(edition.kind(), edition.madeFrom(), () -> Optional.of(edition.edition(warehouse)), out);
  }

  /**
   * Refuses to put an edition where one is that it must not replace.
   *
   * @throws InvalidUsage when there is such a one
   */
  Publication requireRoomFor(EditionKind kind) {
    site.ifPresent(one -> one.requireRoomFor(kind));
    workbook.ifPresent(one -> EditionWorkbook.requireRoomFor(one, kind));
    return this;
  }

  private boolean publish(
      EditionKind kind, String madeFrom, Supplier<Optional<Edition>> made, PrintWriter out)
      throws IOException {
    requireRoomFor(kind);
    if (isUpToDate(kind, madeFrom)) {
      site.ifPresent(one -> out.println("site: " + one.page() + " is up to date"));
      workbook.ifPresent(one -> out.println("workbook: " + one + " is up to date"));
      return true;
    }
    Optional<Edition> edition = made.get();
    if (edition.isPresent()) {
      site.ifPresent(one -> write(edition.get(), one, out));
      if (workbook.isPresent()) {
        write(edition.get(), workbook.get(), out);
      }
    }
    return edition.isPresent();
  }

  private boolean isUpToDate(EditionKind kind, String madeFrom) {
    return site.stream().allMatch(one -> one.isMadeFrom(kind, madeFrom))
        && workbook.stream().allMatch(one -> EditionWorkbook.isMadeFrom(one, kind, madeFrom));
  }

  private static void write(Edition edition, Path workbook, PrintWriter out) throws IOException {
    EditionWorkbook.write(edition, workbook);
    out.printf(
        "workbook: %s (%s, figures of %s, %.1f MB)%n",
        workbook, title(edition), edition.asOfDate(), megabytes(Files.size(workbook)));
  }

  private static void write(Edition edition, Site site, PrintWriter out) {
    Site.Published published = site.publish(edition);
    out.printf(
        "site: %s (%s, figures of %s, %.1f MB)%n",
        published.page(), title(edition), edition.asOfDate(), megabytes(published.bytes()));
  }

  private static String title(Edition edition) {
    return edition.kind().title().en().toLowerCase(Locale.ROOT);
  }

  private static double megabytes(long bytes) {
    return (double) bytes / BYTES_OF_A_MEGABYTE;
  }
}

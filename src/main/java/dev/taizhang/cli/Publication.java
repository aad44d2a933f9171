package dev.taizhang.cli;

import dev.taizhang.config.Thresholds;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.errors.NotPublished;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.site.Site;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.InternalEdition;
import dev.taizhang.warehouse.Warehouse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;

/** The site and the workbook of a warehouse, as far as they are asked for. */
final class Publication {

  private static final long BYTES_OF_A_MEGABYTE = 1_000_000;

  private final Optional<Site> site;

  private Publication(Optional<Site> site) {
    this.site = site;
  }

  /**
   * What is to be published, looked at before any work is done.
   *
   * @param site folder of the site
   * @throws InvalidUsage when the site cannot lie there
   */
  static Publication to(Optional<String> site) {
    return new Publication(site.map(Publication::local).map(Site::in));
  }

  /** Whether anything is. */
  boolean isAskedFor() {
    return site.isPresent();
  }

  /** A browser opens local folders, and a workbook is a local file. */
  private static Path local(String location) {
    if (location.contains("://")) {
      throw new InvalidUsage(
          "%s is not a folder of this machine, and pages are opened from one. Nothing was done. What to do: give a local folder, and copy it from there."
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
   * Brings all of it up to date.
   *
   * @return whether there were figures to publish
   */
  boolean publish(
      Warehouse warehouse, ReferenceData reference, Thresholds thresholds, PrintWriter out)
      throws IOException {
    String version = Version.number();
    String madeFrom = InternalEdition.madeFrom(warehouse, reference, thresholds, version);
    if (isUpToDate(madeFrom)) {
      site.ifPresent(one -> out.println("site: " + one.page() + " is up to date"));
      return true;
    }
    Optional<Edition> edition = InternalEdition.of(warehouse, reference, thresholds, version);
    edition.ifPresent(one -> write(one, out));
    return edition.isPresent();
  }

  private boolean isUpToDate(String madeFrom) {
    return site.stream().allMatch(one -> one.isMadeFrom(madeFrom));
  }

  private void write(Edition edition, PrintWriter out) {
    site.ifPresent(
        one -> {
          Site.Published published = one.publish(edition);
          out.printf(
              "site: %s (%s, figures of %s, %.1f MB)%n",
              published.page(),
              edition.kind().title().en().toLowerCase(Locale.ROOT),
              edition.asOfDate(),
              (double) published.bytes() / BYTES_OF_A_MEGABYTE);
        });
  }
}

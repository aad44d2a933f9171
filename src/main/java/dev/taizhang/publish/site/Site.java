package dev.taizhang.publish.site;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.publish.edition.Edition;
import dev.taizhang.publish.edition.EditionKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A site in a folder: {@code index.html}, and one folder of each of the two newest editions.
 *
 * @see <a href="../../../../../../docs/adr/0039-editions-and-site.md">ADR 39</a>
 */
public final class Site {

  private static final String EDITION = "edition ";

  private final SiteFolder folder;
  private final SiteAssets assets;

  private Site(SiteFolder folder, SiteAssets assets) {
    this.folder = folder;
    this.assets = assets;
  }

  /**
   * The site of a folder, which may not be there yet.
   *
   * @throws InvalidUsage when the folder has a page or files of somebody else
   */
  public static Site in(Path folder) {
    return in(folder, SiteAssets.shipped(), step -> {});
  }

  /**
   * The site of a folder with a page of the caller's.
   *
   * @param beforeStep is told each step of a publication before it is made
   */
  static Site in(Path folder, SiteAssets assets, Consumer<SiteFolder.Step> beforeStep) {
    return new Site(SiteFolder.at(folder, beforeStep), assets);
  }

  /**
   * What a publication did.
   *
   * @param page what to open
   * @param isNew whether any file was written
   * @param bytes size of what the page loads from
   */
  public record Published(Path page, boolean isNew, long bytes) {}

  /** Whether the page shows an edition that was made from this state, with this program. */
  public boolean isMadeFrom(EditionKind kind, String madeFrom) {
    return folder.current().flatMap(folder::marker).equals(Optional.of(marker(kind, madeFrom)))
        && (kind.isInternal() || folder.holdsOneEdition());
  }

  /**
   * Refuses to put an edition beside or in the place of one that it must not replace.
   *
   * @throws InvalidUsage when the folder has such a one
   */
  public void requireRoomFor(EditionKind kind) {
    List<String> others =
        Arrays.stream(EditionKind.values())
            .filter(other -> !kind.mayReplace(other))
            .filter(other -> folder.markers().anyMatch(marker -> isOf(marker, other)))
            .map(EditionKind::title)
            .flatMap(title -> Stream.of(title.en(), title.zh()))
            .toList();
    if (!others.isEmpty()) {
      throw new InvalidUsage(
          "The folder %1$s holds another edition (%2$s), which this one (%3$s) does not replace, so that nobody gives out the wrong one. Nothing was written. What to do: give --site another folder, or empty that one. 文件夹 %1$s 中是%4$s，不会被%5$s覆盖；请用 --site 另选文件夹，或先清空原文件夹。"
              .formatted(
                  folder.page().getParent(),
                  others.get(0),
                  kind.title().en(),
                  others.get(1),
                  kind.title().zh()));
    }
  }

  /** Sites of before editions were several are internal. */
  private static boolean isOf(String marker, EditionKind kind) {
    return marker.contains(EDITION)
        ? marker.contains(EDITION + kind.code() + "\n")
        : kind.isInternal();
  }

  /** The page. */
  public Path page() {
    return folder.page();
  }

  /**
   * Shows an edition. The former one is whole until the page has changed, and stays beside it for
   * pages that are open; an equal one changes no file. In a folder that leaves the house no former
   * one stays, since it could tell what this one withholds.
   *
   * @throws InvalidUsage when the folder has an edition that it must not replace
   * @throws UncheckedIOException when the folder cannot be written to
   */
  public Published publish(Edition edition) {
    requireRoomFor(edition.kind());
    SortedMap<String, byte[]> files = new TreeMap<>(assets.files());
    files.putAll(SiteFiles.of(edition));
    String name = SiteFolder.EDITION + Fingerprints.of(assets.page(), files);
    try {
      boolean isNew =
          folder.publish(
              new SiteFolder.Content(
                  name,
                  marker(edition.kind(), edition.madeFrom()),
                  files,
                  assets.page(name),
                  edition.kind().isInternal()));
      return new Published(
          folder.page(), isNew, files.values().stream().mapToLong(file -> file.length).sum());
    } catch (IOException e) {
      throw new UncheckedIOException("The site could not be written to " + folder.page(), e);
    }
  }

  /** Says whose folder it is, and what of. */
  private String marker(EditionKind kind, String madeFrom) {
    return "taizhang site\nmade from %s\nwith %s\n%s%s\n"
        .formatted(madeFrom, Fingerprints.of(assets.page(), assets.files()), EDITION, kind.code());
  }

  /** The bytes of a marker or page. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

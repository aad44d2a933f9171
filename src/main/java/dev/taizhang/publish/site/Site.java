package dev.taizhang.publish.site;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.publish.edition.Edition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A site in a folder: {@code index.html}, and one folder of each of the two newest editions.
 *
 * @see <a href="../../../../../../docs/adr/0039-editions-and-site.md">ADR 39</a>
 */
public final class Site {

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
  public boolean isMadeFrom(String madeFrom) {
    return folder.current().flatMap(folder::marker).equals(Optional.of(marker(madeFrom)));
  }

  /** The page. */
  public Path page() {
    return folder.page();
  }

  /**
   * Shows an edition. The former one is whole until the page has changed, and stays beside it for
   * pages that are open; an equal one changes no file.
   *
   * @throws UncheckedIOException when the folder cannot be written to
   */
  public Published publish(Edition edition) {
    SortedMap<String, byte[]> files = new TreeMap<>(assets.files());
    files.putAll(SiteFiles.of(edition));
    String name = SiteFolder.EDITION + Fingerprints.of(assets.page(), files);
    try {
      boolean isNew = folder.publish(name, marker(edition.madeFrom()), files, assets.page(name));
      return new Published(
          folder.page(), isNew, files.values().stream().mapToLong(file -> file.length).sum());
    } catch (IOException e) {
      throw new UncheckedIOException("The site could not be written to " + folder.page(), e);
    }
  }

  /** Says whose folder it is, and what of. */
  private String marker(String madeFrom) {
    return "taizhang site\nmade from %s\nwith %s\n"
        .formatted(madeFrom, Fingerprints.of(assets.page(), assets.files()));
  }

  /** The bytes of a marker. */
  static byte[] bytes(String marker) {
    return marker.getBytes(StandardCharsets.UTF_8);
  }
}

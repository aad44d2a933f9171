package dev.taizhang.publish.site;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.taizhang.errors.InvalidUsage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a site. What is not known to be ours is never removed: folders of editions have a
 * marker, which is the first of their files to be written and the last to be removed.
 */
final class SiteFolder {

  /** How the folder of an edition begins. */
  static final String EDITION = "e-";

  private static final String PAGE = "index.html";
  private static final String MARKER = "taizhang-site.txt";
  private static final String UNFINISHED = ".taizhang-";
  private static final Pattern NAMED = Pattern.compile("\"(e-[0-9a-f]{16})/");

  // What systems put into every folder that somebody looks at.
  private static final Set<String> OF_SYSTEMS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  // Longer than any publication takes: what is older was broken off, and nobody writes it.
  private static final Duration ABANDONED = Duration.ofHours(1);

  /** The steps of a publication. */
  enum Step {
    WRITE_EDITION,
    WRITE_FILE,
    MOVE_EDITION,
    WRITE_PAGE,
    MOVE_FILE,
    REMOVE_OLD
  }

  private final Path folder;
  private final Consumer<Step> beforeStep;

  private SiteFolder(Path folder, Consumer<Step> beforeStep) {
    this.folder = folder;
    this.beforeStep = beforeStep;
  }

  /**
   * The site at a place.
   *
   * @throws InvalidUsage when something else is there
   */
  static SiteFolder at(Path folder, Consumer<Step> beforeStep) {
    SiteFolder site = new SiteFolder(folder, beforeStep);
    site.requireOurs();
    return site;
  }

  Path page() {
    return folder.resolve(PAGE);
  }

  /** The folder of the edition that the page shows; empty where there is no page of ours. */
  Optional<Path> current() {
    if (!Files.isRegularFile(page())) {
      return Optional.empty();
    }
    Matcher named = NAMED.matcher(text(page()));
    return named.find()
        ? Optional.of(folder.resolve(named.group(1))).filter(one -> marker(one).isPresent())
        : Optional.empty();
  }

  /** What the marker of an edition's folder says; empty where it is not one of ours. */
  Optional<String> marker(Path edition) {
    Path marker = edition.resolve(MARKER);
    return Files.isDirectory(edition, LinkOption.NOFOLLOW_LINKS) && Files.isRegularFile(marker)
        ? Optional.of(text(marker))
        : Optional.empty();
  }

  /**
   * A folder that belongs to somebody else is left as it is. Beside a site of ours anything may
   * stand: nothing of it is touched.
   */
  private void requireOurs() {
    if (!Files.exists(folder) || current().isPresent()) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new InvalidUsage(
          "%s is a file, and a site is a folder. Nothing was written. What to do: give --site another folder."
              .formatted(folder));
    }
    List<Path> strangers =
        entries(folder).stream().filter(entry -> !isOurs(entry) && !isOfSystem(entry)).toList();
    if (!strangers.isEmpty()) {
      throw new InvalidUsage(
          "The folder %s holds files that are no site of taizhang, such as %s. Nothing was written or removed. What to do: give --site an empty folder or a new one."
              .formatted(folder, strangers.get(0).getFileName()));
    }
  }

  private boolean isOurs(Path entry) {
    String name = String.valueOf(entry.getFileName());
    return name.startsWith(UNFINISHED)
        || (name.startsWith(EDITION) && marker(entry).isPresent())
        || (name.equals(PAGE) && Files.isRegularFile(entry) && NAMED.matcher(text(entry)).find());
  }

  private static boolean isOfSystem(Path entry) {
    return OF_SYSTEMS.contains(String.valueOf(entry.getFileName()));
  }

  /** What markers of editions in the folder say. */
  Stream<String> markers() {
    return Files.isDirectory(folder)
        ? entries(folder).stream()
            .filter(entry -> String.valueOf(entry.getFileName()).startsWith(EDITION))
            .flatMap(entry -> marker(entry).stream())
        : Stream.empty();
  }

  /** Whether nothing is left of other editions, nor of a publication that was broken off. */
  boolean holdsOneEdition() {
    return entries(folder).stream()
            .map(entry -> String.valueOf(entry.getFileName()))
            .filter(name -> name.startsWith(EDITION) || name.startsWith(UNFINISHED))
            .count()
        == 1;
  }

  /**
   * What is to be shown.
   *
   * @param name of the edition's folder
   * @param marker what its marker says
   * @param files of the edition, by their paths in its folder
   * @param page the page that shows it
   * @param keepsFormer whether the edition before it stays for pages that are open
   */
  record Content(
      String name,
      String marker,
      SortedMap<String, byte[]> files,
      String page,
      boolean keepsFormer) {}

  /**
   * Shows an edition.
   *
   * @return whether any file was written
   */
  boolean publish(Content content) throws IOException {
    Files.createDirectories(folder);
    Optional<Path> former = current();
    Path edition = folder.resolve(content.name());
    boolean isNew = writeEdition(edition, content.marker(), content.files());
    isNew |= writePage(Site.bytes(content.page()));
    if (!content.keepsFormer()) {
      removeOthers(entry -> entry.equals(edition), entry -> true);
    } else if (former.isEmpty() || !former.get().equals(edition)) {
      removeOthers(
          entry -> entry.equals(edition) || former.equals(Optional.of(entry)),
          SiteFolder::isAbandoned);
    }
    return isNew;
  }

  private boolean writeEdition(Path edition, String marker, SortedMap<String, byte[]> files)
      throws IOException {
    if (marker(edition).isPresent()) {
      return repair(edition, marker, files);
    }
    beforeStep.accept(Step.WRITE_EDITION);
    Path unfinished = folder.resolve(UNFINISHED + UUID.randomUUID());
    Files.createDirectory(unfinished);
    Files.write(unfinished.resolve(MARKER), Site.bytes(marker));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      beforeStep.accept(Step.WRITE_FILE);
      Path path = unfinished.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    beforeStep.accept(Step.MOVE_EDITION);
    Files.move(unfinished, edition, ATOMIC_MOVE);
    return true;
  }

  /** An edition that is there has the files of its fingerprint, unless somebody took one away. */
  private boolean repair(Path edition, String marker, SortedMap<String, byte[]> files)
      throws IOException {
    boolean isNew = replace(edition.resolve(MARKER), Site.bytes(marker));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      isNew |= replace(edition.resolve(file.getKey()), file.getValue());
    }
    return isNew;
  }

  private boolean writePage(byte[] page) throws IOException {
    beforeStep.accept(Step.WRITE_PAGE);
    return replace(page(), page);
  }

  /** Gives a file its content in one move, unless it has it. */
  private boolean replace(Path file, byte[] content) throws IOException {
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return false;
    }
    Path unfinished = folder.resolve(UNFINISHED + UUID.randomUUID());
    Files.write(unfinished, content);
    beforeStep.accept(Step.MOVE_FILE);
    Files.createDirectories(file.getParent());
    Files.move(unfinished, file, ATOMIC_MOVE, REPLACE_EXISTING);
    return true;
  }

  private void removeOthers(Predicate<Path> isKept, Predicate<Path> isAbandoned)
      throws IOException {
    for (Path entry : entries(folder)) {
      String name = String.valueOf(entry.getFileName());
      boolean isOld = name.startsWith(EDITION) && marker(entry).isPresent() && !isKept.test(entry);
      if (isOld || (name.startsWith(UNFINISHED) && isAbandoned.test(entry))) {
        beforeStep.accept(Step.REMOVE_OLD);
        remove(entry);
      }
    }
  }

  private static boolean isAbandoned(Path entry) {
    try {
      Instant modified = Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS).toInstant();
      return modified.isBefore(Instant.now().minus(ABANDONED));
    } catch (IOException e) {
      throw new UncheckedIOException("The time of " + entry + " cannot be read", e);
    }
  }

  /** The marker goes last, so that a folder that is half removed is still known to be ours. */
  private static void remove(Path entry) throws IOException {
    if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(entry);
      return;
    }
    List<Path> all;
    try (Stream<Path> found = Files.walk(entry)) {
      all =
          found
              .filter(path -> !path.equals(entry) && !path.equals(entry.resolve(MARKER)))
              .sorted(Comparator.reverseOrder())
              .toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
    Files.deleteIfExists(entry.resolve(MARKER));
    Files.delete(entry);
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " cannot be read", e);
    }
  }
}

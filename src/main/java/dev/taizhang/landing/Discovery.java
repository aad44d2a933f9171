package dev.taizhang.landing;

import dev.taizhang.errors.NothingUsable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Finds the files of a landing folder, on any file system that Hadoop knows. */
public final class Discovery {

  // Where file systems, network drives and archives keep what somebody threw away, earlier versions
  // and thumbnails; all others of the kind begin with a dot.
  private static final Set<String> SYSTEM_FOLDERS =
      Set.of(
          "#recycle",
          "#snapshot",
          "$recycle.bin",
          "@eadir",
          "@recently-snapshot",
          "@recycle",
          "__macosx",
          "found.000",
          "lost+found",
          "recycler",
          "system volume information",
          "~snapshot");

  private Discovery() {}

  /**
   * All files of all feeds, by path; temporary, lock and system files are left out, and so is what
   * lies in hidden folders and in those of the system.
   *
   * @throws NothingUsable when there is no such folder
   */
  public static List<LandingFile> files(String landing, Configuration configuration) {
    try {
      Path root = new Path(landing);
      FileSystem fileSystem = root.getFileSystem(configuration);
      if (!fileSystem.exists(root) || !fileSystem.getFileStatus(root).isDirectory()) {
        throw new NothingUsable(
            "There is no landing folder "
                + landing
                + ". What to do: check --landing; ledgers belong in its folder 'ledger'.");
      }
      List<LandingFile> files = new ArrayList<>();
      for (Feed feed : Feed.values()) {
        addFiles(fileSystem, fileSystem.makeQualified(root), feed, files);
      }
      files.sort(Comparator.comparing(LandingFile::path));
      return List.copyOf(files);
    } catch (IOException e) {
      throw new UncheckedIOException("The landing folder " + landing + " cannot be listed", e);
    }
  }

  private static void addFiles(FileSystem fileSystem, Path root, Feed feed, List<LandingFile> files)
      throws IOException {
    List<FileStatus> found = new ArrayList<>();
    Path folder = new Path(root, feed.id());
    try {
      addFound(fileSystem, folder, found);
    } catch (FileNotFoundException e) {
      return;
    }
    for (FileStatus status : found) {
      if (!isIgnored(status.getPath().getName()) && !isInIgnoredFolder(status.getPath(), folder)) {
        files.add(
            new LandingFile(
                feed,
                root.toUri().relativize(status.getPath().toUri()).getPath(),
                status.getPath().toString(),
                status.getLen(),
                Instant.ofEpochMilli(status.getModificationTime()),
                changeToken(status)));
      }
    }
  }

  /**
   * A program can set a file's time of modification, and unpacking does, but not the time of its
   * change; a store of objects tells the bytes themselves apart.
   */
  private static String changeToken(FileStatus status) {
    if (status instanceof EtagSource object) {
      return object.getEtag();
    }
    URI location = status.getPath().toUri();
    if (!"file".equals(location.getScheme())) {
      return null;
    }
    try {
      return Files.getAttribute(java.nio.file.Path.of(location.getPath()), "unix:ctime").toString();
    } catch (UnsupportedOperationException | IllegalArgumentException | IOException e) {
      // Not every file system keeps it, and a file may be gone since it was listed.
      return null;
    }
  }

  /**
   * Files at any depth. A store of objects lists them all at once; for a local folder the same call
   * would start a process for each file, to ask for its permissions.
   */
  private static void addFound(FileSystem fileSystem, Path folder, List<FileStatus> found)
      throws IOException {
    if (fileSystem.getUri().getScheme().equals("file")) {
      for (FileStatus status : fileSystem.listStatus(folder)) {
        if (status.isDirectory()) {
          // Nobody may look into some of them.
          if (!isIgnoredFolder(status.getPath().getName())) {
            addFound(fileSystem, status.getPath(), found);
          }
        } else {
          found.add(status);
        }
      }
    } else {
      RemoteIterator<LocatedFileStatus> files = fileSystem.listFiles(folder, true);
      while (files.hasNext()) {
        found.add(files.next());
      }
    }
  }

  private static boolean isInIgnoredFolder(Path file, Path root) {
    int steps = file.depth() - root.depth();
    for (Path folder = file.getParent(); --steps > 0; folder = folder.getParent()) {
      if (isIgnoredFolder(folder.getName())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIgnoredFolder(String name) {
    return name.startsWith(".") || SYSTEM_FOLDERS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isIgnored(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith(".")
        || lower.startsWith("~$")
        || lower.endsWith(".tmp")
        || lower.endsWith(".part")
        || lower.equals("thumbs.db");
  }
}

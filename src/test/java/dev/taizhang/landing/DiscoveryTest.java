package dev.taizhang.landing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taizhang.errors.NothingUsable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {

  private static final Instant MODIFIED = Instant.parse("2025-06-08T01:02:03Z");

  @TempDir Path landing;

  @Test
  void filesOfAllFeedsAreFoundAtAnyDepth() throws IOException {
    write("ledger/2025/成都 大学/10001_20250608.csv", "abc");
    write("ledger/10002_20250608.xlsx", "");
    write("follow_up/510100_20250608.csv", "ab");
    write("assistance/readme.md", "a");

    assertEquals(
        List.of(
            found(Feed.ASSISTANCE, "assistance/readme.md", 1),
            found(Feed.FOLLOW_UP, "follow_up/510100_20250608.csv", 2),
            found(Feed.LEDGER, "ledger/10002_20250608.xlsx", 0),
            found(Feed.LEDGER, "ledger/2025/成都 大学/10001_20250608.csv", 3)),
        files().stream()
            .map(
                file ->
                    new LandingFile(
                        file.feed(),
                        file.path(),
                        file.location(),
                        file.byteSize(),
                        file.modifiedAt()))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ledger/10001_20250608.csv", "ledger/成都 大学/10001_20250608_更正 100%.csv"})
  void otherBytesOfTheSameSizeAndTimeHaveAnotherToken(String name) throws IOException {
    assumeTrue(landing.getFileSystem().supportedFileAttributeViews().contains("unix"));
    write(name, "abc");
    LandingFile before = files().get(0);
    assertNotNull(before.changeToken());
    // The clock of a file system may stand still for a few milliseconds.
    do {
      write(name, "abd");
    } while (files().get(0).changeToken().equals(before.changeToken()));
    LandingFile after = files().get(0);

    assertEquals(before.byteSize(), after.byteSize());
    assertEquals(before.modifiedAt(), after.modifiedAt());
  }

  @Test
  void nameOfAFileIsWithoutFolders() throws IOException {
    write("ledger/2025/10001_20250608.csv", "abc");

    assertEquals("10001_20250608.csv", files().get(0).name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".10001_20250608.csv",
        ".DS_Store",
        "~$10001_20250608.xlsx",
        "10001_20250608.csv.tmp",
        "10001_20250608.csv.PART",
        "Thumbs.db",
      })
  void temporaryLockAndSystemFilesAreIgnored(String name) throws IOException {
    write("ledger/" + name, "abc");

    assertEquals(List.of(), files());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".Trash-1000",
        ".~tmp",
        "#recycle",
        "__MACOSX",
        "@eaDir",
        "$RECYCLE.BIN",
        "System Volume Information"
      })
  void hiddenAndSystemFoldersAreNotLookedInto(String name) throws IOException {
    write("ledger/" + name + "/10001_20250608.csv", "abc");
    write("ledger/2025/" + name + "/files/10001_20250608.csv", "abc");

    assertEquals(List.of(), files());
    assertEquals(List.of(), filesOf("raw:" + landing.toAbsolutePath()));
  }

  @Test
  void foldersAboveTheLandingMayBeHidden() throws IOException {
    landing = landing.resolve(".share/landing");
    write("ledger/回收站/10001_20250608.csv", "abc");

    assertEquals(1, files().size());
    assertEquals(1, filesOf("raw:" + landing.toAbsolutePath()).size());
  }

  /** The files as a store of objects lists them: all at once. */
  private static List<LandingFile> filesOf(String location) {
    Configuration configuration = new Configuration(false);
    configuration.set("fs.raw.impl", Listing.class.getName());
    return Discovery.files(location, configuration);
  }

  /** A file system that is none of local files by its name. */
  public static final class Listing extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("raw:///");
    }

    @Override
    public String getScheme() {
      return "raw";
    }

    @Override
    public FileStatus[] listStatus(org.apache.hadoop.fs.Path folder) throws IOException {
      return Arrays.stream(super.listStatus(folder))
          .map(
              file ->
                  new FileStatus(
                      file.getLen(),
                      file.isDirectory(),
                      1,
                      1,
                      MODIFIED.toEpochMilli(),
                      file.getPath()))
          .toArray(FileStatus[]::new);
    }
  }

  @Test
  void filesOutsideTheFeedsFoldersAreNotLookedAt() throws IOException {
    write("10001_20250608.csv", "abc");
    write("others/10001_20250608.csv", "abc");

    assertEquals(List.of(), files());
  }

  @Test
  void missingFolderIsSaidWithWhatToDo() {
    Path missing = landing.resolve("missing");

    NothingUsable error =
        assertThrows(
            NothingUsable.class,
            () -> Discovery.files(missing.toString(), new Configuration(false)));

    assertEquals(
        "There is no landing folder "
            + missing
            + ". What to do: check --landing; ledgers belong in its folder 'ledger'.",
        error.getMessage());
    assertEquals(3, error.exitCode());
  }

  @Test
  void fileIsNoLandingFolder() throws IOException {
    write("ledger.csv", "abc");

    assertThrows(
        NothingUsable.class,
        () -> Discovery.files(landing.resolve("ledger.csv").toString(), new Configuration(false)));
  }

  private List<LandingFile> files() {
    return Discovery.files(landing.toString(), new Configuration(false));
  }

  private void write(String path, String content) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
  }

  private LandingFile found(Feed feed, String path, long byteSize) {
    String location = "file:" + landing.resolve(path);
    return new LandingFile(feed, path, location, byteSize, MODIFIED);
  }
}

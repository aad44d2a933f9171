package dev.taizhang.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk of a few megabytes, in memory. Only root may make one; anybody is root in a namespace of
 * their own: {@code unshare -rm ./mvnw surefire:test -Dtest=FullDiskTest}.
 */
public final class SmallDisk {

  /** The unit in which the disk gives room to files. */
  private static final int PAGE_BYTES = 4096;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Makes a disk; where that is not permitted, the test is skipped and says so. */
  public static SmallDisk mount(Path folder, int megabytes)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    String failure =
        execute("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder);
    Assumptions.assumeTrue(
        failure.isEmpty(),
        () ->
            "no small disk can be made here ("
                + failure
                + "); as an ordinary user start the test with 'unshare -rm'");
    return new SmallDisk(folder);
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Takes all room but some, until {@link #makeRoom} is called. */
  public void fillBut(long bytes) throws IOException {
    Files.deleteIfExists(filler());
    long room = folder.toFile().getUsableSpace() - bytes;
    Files.write(filler(), new byte[Math.toIntExact(Math.max(0, room))]);
  }

  /** Gives all room back. */
  public void makeRoom() throws IOException {
    Files.deleteIfExists(filler());
  }

  private Path filler() {
    return folder.resolve("filler");
  }

  /** What the files of a folder take on such a disk. */
  public static long bytesTaken(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(SmallDisk::pagesOf).sum();
    }
  }

  private static long pagesOf(Path file) {
    try {
      return (Files.size(file) + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the memory back, also while somebody still has a file open. */
  public void unmount() throws InterruptedException {
    String failure = execute("umount", "-l", folder);
    if (!failure.isEmpty()) {
      throw new IllegalStateException(failure);
    }
  }

  /** What a command says when it fails; empty when it does not. */
  private static String execute(Object... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(Stream.of(command).map(Object::toString).toList())
              .redirectErrorStream(true)
              .start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? "" : said + ", exit code " + process.exitValue();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}

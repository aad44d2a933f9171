package dev.taizhang.landing.workbook;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A file that can be read at any position: a local one as it is, any other as a copy that only its
 * owner can read and that is deleted on closing.
 */
final class LocalCopy implements Closeable {

  private final File file;
  private final boolean temporary;

  private LocalCopy(File file, boolean temporary) {
    this.file = file;
    this.temporary = temporary;
  }

  static LocalCopy of(String location, Configuration configuration) throws IOException {
    Path path = new Path(location);
    FileSystem fileSystem = path.getFileSystem(configuration);
    if (fileSystem.getUri().getScheme().equals("file")) {
      return new LocalCopy(new File(fileSystem.makeQualified(path).toUri().getPath()), false);
    }
    LocalCopy copy = new LocalCopy(Files.createTempFile("taizhang-", ".workbook").toFile(), true);
    try (InputStream from = fileSystem.open(path);
        OutputStream to = Files.newOutputStream(copy.file.toPath())) {
      from.transferTo(to);
      return copy;
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  File file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.deleteIfExists(file.toPath());
    }
  }
}

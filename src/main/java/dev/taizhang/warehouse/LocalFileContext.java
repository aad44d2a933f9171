package dev.taizhang.warehouse;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.Path;

/** {@link NioFiles} for Hadoop's other interface to files, by which Delta's commits are renamed. */
public final class LocalFileContext extends ChecksumFs {

  /** Made by Hadoop, which finds it by its name in the configuration. */
  LocalFileContext(URI uri, Configuration configuration) throws IOException, URISyntaxException {
    super(new Raw(configuration));
  }

  /** Without checksums. */
  private static final class Raw extends DelegateToFileSystem {

    Raw(Configuration configuration) throws IOException, URISyntaxException {
      super(
          FsConstants.LOCAL_FS_URI,
          new NioFiles(),
          configuration,
          FsConstants.LOCAL_FS_URI.getScheme(),
          false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    public FsServerDefaults getServerDefaults(Path path) throws IOException {
      return fsImpl.getServerDefaults(path);
    }

    @Override
    public boolean isValidName(String source) {
      return true;
    }
  }
}

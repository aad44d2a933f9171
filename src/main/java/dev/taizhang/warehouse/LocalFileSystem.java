package dev.taizhang.warehouse;

/** {@link NioFiles} with Hadoop's checksum files beside the files, as Spark knows it. */
public final class LocalFileSystem extends org.apache.hadoop.fs.LocalFileSystem {

  /** Made by Hadoop, which finds it by its name in the configuration. */
  public LocalFileSystem() {
    super(new NioFiles());
  }
}

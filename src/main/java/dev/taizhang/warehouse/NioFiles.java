package dev.taizhang.warehouse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system, which asks Java where the original starts a process ({@code
 * readlink}, {@code chmod}, {@code ls}) for want of its native library: a thousand of them in a
 * run.
 */
final class NioFiles extends RawLocalFileSystem {

  private static final PosixFilePermission[] BITS = {
    PosixFilePermission.OTHERS_EXECUTE,
    PosixFilePermission.OTHERS_WRITE,
    PosixFilePermission.OTHERS_READ,
    PosixFilePermission.GROUP_EXECUTE,
    PosixFilePermission.GROUP_WRITE,
    PosixFilePermission.GROUP_READ,
    PosixFilePermission.OWNER_EXECUTE,
    PosixFilePermission.OWNER_WRITE,
    PosixFilePermission.OWNER_READ
  };

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    java.nio.file.Path file = local(path);
    if (view(file) == null || permission.getStickyBit()) {
      super.setPermission(path, permission);
      return;
    }
    Set<PosixFilePermission> wanted = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < BITS.length; bit++) {
      if ((permission.toShort() & (1 << bit)) != 0) {
        wanted.add(BITS[bit]);
      }
    }
    Files.setPosixFilePermissions(file, wanted);
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    return status(path, super::getFileStatus);
  }

  @Override
  public FileStatus getFileLinkStatus(Path path) throws IOException {
    return Files.isSymbolicLink(local(path))
        ? super.getFileLinkStatus(path)
        : status(path, super::getFileLinkStatus);
  }

  @Override
  public Path getLinkTarget(Path path) throws IOException {
    java.nio.file.Path file = local(path);
    return Files.isSymbolicLink(file) ? super.getLinkTarget(path) : getFileStatus(path).getPath();
  }

  /** Tells the status of a file some other way. */
  @FunctionalInterface
  private interface Otherwise {
    FileStatus of(Path path) throws IOException;
  }

  private FileStatus status(Path path, Otherwise otherwise) throws IOException {
    java.nio.file.Path file = local(path);
    PosixFileAttributeView view = view(file);
    if (view == null) {
      return otherwise.of(path);
    }
    try {
      PosixFileAttributes attributes = view.readAttributes();
      return new FileStatus(
          attributes.size(),
          attributes.isDirectory(),
          1,
          getDefaultBlockSize(path),
          attributes.lastModifiedTime().toMillis(),
          attributes.lastAccessTime().toMillis(),
          permission(attributes.permissions()),
          attributes.owner().getName(),
          attributes.group().getName(),
          makeQualified(path));
    } catch (NoSuchFileException e) {
      throw (IOException)
          new FileNotFoundException("File " + path + " does not exist").initCause(e);
    }
  }

  private static FsPermission permission(Set<PosixFilePermission> permissions) {
    int mode = 0;
    for (int bit = 0; bit < BITS.length; bit++) {
      if (permissions.contains(BITS[bit])) {
        mode |= 1 << bit;
      }
    }
    return new FsPermission((short) mode);
  }

  /** Null where the file system of the machine is not of this kind. */
  private static PosixFileAttributeView view(java.nio.file.Path file) {
    return Files.getFileAttributeView(file, PosixFileAttributeView.class, new LinkOption[0]);
  }

  private java.nio.file.Path local(Path path) {
    return pathToFile(path).toPath();
  }
}

package dev.taizhang.register;

import static java.util.stream.Collectors.toSet;

import dev.taizhang.landing.LandingFile;
import dev.taizhang.tables.Files.KnownFile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The paths of the landing folder that were met, and whose bytes lay there. */
final class KnownFiles {

  private final Map<String, KnownFile> byPath = new TreeMap<>();

  KnownFiles(Collection<KnownFile> files) {
    files.forEach(file -> byPath.put(file.path(), file));
  }

  /** All of them, by their paths. */
  List<KnownFile> all() {
    return List.copyOf(byPath.values());
  }

  /** What is known of a file's path. */
  Optional<KnownFile> at(LandingFile file) {
    return Optional.ofNullable(byPath.get(file.path()));
  }

  /** Whether a file may have other bytes than those that are known of its path. */
  static boolean hasChanged(LandingFile file, KnownFile known) {
    return file.byteSize() != known.byteSize()
        || !file.modifiedAt().equals(known.modifiedAt())
        || (file.changeToken() != null
            && known.hasChangeToken()
            && !file.changeToken().equals(known.changeToken()));
  }

  /** Every path that a submission's bytes are known at. */
  List<KnownFile> of(String submissionId) {
    return byPath.values().stream().filter(one -> one.submissionId().equals(submissionId)).toList();
  }

  /** The submissions that have a path. */
  Set<String> submissionIds() {
    return byPath.values().stream().map(KnownFile::submissionId).collect(toSet());
  }

  /** Remembers what lies at a path now. */
  void put(LandingFile file, String submissionId) {
    byPath.put(
        file.path(),
        new KnownFile(
            file.path(), file.byteSize(), file.modifiedAt(), file.changeToken(), submissionId));
  }

  /** Forgets the paths of a submission. */
  void forget(String submissionId) {
    byPath.values().removeIf(one -> one.submissionId().equals(submissionId));
  }
}

package dev.taizhang.landing.workbook;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Names of the parts of a workbook, which are paths within it. */
final class PartName {

  private PartName() {}

  /** Whether a name is absolute or climbs above its beginning. */
  static boolean leavesThePackage(String name) {
    return name.startsWith("/") || name.contains(":") || ("/" + name + "/").contains("/../");
  }

  /**
   * The part that a relationship of another part points to.
   *
   * @return empty when it points outside the workbook, where nobody may follow it
   */
  static Optional<String> resolve(String source, String target) {
    String path = target.replace('\\', '/');
    if (path.contains(":") || path.startsWith("//")) {
      return Optional.empty();
    }
    String whole = path.startsWith("/") ? path : folder(source) + path;
    Deque<String> steps = new ArrayDeque<>();
    for (String step : whole.split("/", -1)) {
      if (step.equals("..")) {
        if (steps.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return Optional.of(String.join("/", steps));
  }

  /** The part that holds the relationships of a part. */
  static String relationshipsOf(String source) {
    String folder = folder(source);
    return folder + "_rels/" + source.substring(folder.length()) + ".rels";
  }

  private static String folder(String source) {
    return source.substring(0, source.lastIndexOf('/') + 1);
  }
}

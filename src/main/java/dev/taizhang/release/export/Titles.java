package dev.taizhang.release.export;

import dev.taizhang.publish.edition.Label;
import dev.taizhang.tables.Releases.Release;

/** What a release is called and what has to be said of it, wherever it is said. */
final class Titles {

  /** Whoever publishes decides, and not the program. */
  static final Label LICENCE =
      new Label(
          "使用许可由发布单位决定；本程序未附加任何许可，公开前请由发布单位写明。",
          "The licence is for the publishing office to decide: the program attaches none, and it is"
              + " to be stated before the files are given out.");

  private Titles() {}

  static Label of(Release release) {
    Label title =
        new Label(
            "毕业去向落实情况，截至 %s".formatted(release.asOfDate()),
            "Placement of graduates as of %s".formatted(release.asOfDate()));
    return release.isDraft() ? new Label("草稿：" + title.zh(), "DRAFT: " + title.en()) : title;
  }

  /** Whether it may be given out. */
  static Label state(Release release) {
    return release.isDraft()
        ? new Label(
            "草稿，未经批准，不得对外提供：各省在教育部核验之前不得公布。",
            "A draft that nobody has approved, not to be given out: provinces may not publish before"
                + " the ministry's check.")
        : new Label(
            "%s 由 %s 批准发布。".formatted(day(release), release.approvedBy()),
            "Approved on %s by %s.".formatted(day(release), release.approvedBy()));
  }

  private static String day(Release release) {
    return release
        .approvedAt()
        .atZone(java.time.ZoneId.of("Asia/Shanghai"))
        .toLocalDate()
        .toString();
  }
}

package dev.taizhang.release.audit;

import static java.util.stream.Collectors.joining;

import dev.taizhang.release.audit.ReleaseAudit.Report;
import dev.taizhang.release.record.Audited;
import dev.taizhang.release.record.Audited.Result;
import dev.taizhang.release.record.Manifest;
import dev.taizhang.tables.Releases.Release;
import java.util.List;
import java.util.OptionalLong;

/** What an audit says to an analyst. */
record Advice(Report report) {

  // More would not be read; what is said of the first ones mends the others, too.
  private static final int NAMED = 20;

  private String id() {
    return report.release().releaseId();
  }

  /** What an audit that found nothing says on one line. */
  String line() {
    if (report.audited().result() == Result.NOT_ATTACKED) {
      return "audit %s: not attacked, since the policy '%s' withholds nothing; it is for the office alone"
          .formatted(id(), report.release().policy());
    }
    String attacked =
        "audit %s: %d withheld figures attacked by the public and by each of %d universities, 0 give anybody away"
            .formatted(id(), report.audited().withheld(), report.audited().universities());
    if (report.audited().result() == Result.UNDECIDED) {
      return "%s; %d of the attacks were not decided within %s minutes: audit again with more --minutes"
          .formatted(attacked, report.audited().undecided(), minutes());
    }
    return attacked + fewest(report.audited());
  }

  /** Of one graduate two counts are possible at most, which is no fault of the release. */
  static String fewest(Audited audited) {
    OptionalLong smallest = audited.smallestWidth();
    if (smallest.isEmpty()) {
      return "";
    }
    return "; fewest possible counts %d%s"
        .formatted(
            smallest.getAsLong(),
            smallest.getAsLong() < audited.requiredCounts()
                ? " (%d are asked for, and fewer only of few people or where no more can be left open)"
                    .formatted(audited.requiredCounts())
                : "");
  }

  private String minutes() {
    double minutes = report.limit().toMillis() / 60_000.0;
    return minutes == Math.rint(minutes)
        ? Long.toString(Math.round(minutes))
        : Double.toString(minutes);
  }

  /** What gives somebody away, and what to do. */
  String ofLeaks() {
    List<Leak> leaks = report.leaks();
    String more = leaks.size() > NAMED ? "%n  (+ %d)".formatted(leaks.size() - NAMED) : "";
    return "The release %s gives somebody away in %d %s (发布 %s 有 %d 项数据会泄露个别人的情况):%n%s%s%nWhat to do: %s.%n怎么办：%s。"
        .formatted(
            id(),
            leaks.size(),
            leaks.size() == 1 ? "figure" : "figures",
            id(),
            leaks.size(),
            leaks.stream()
                .limit(NAMED)
                .map(leak -> "  %s%n  %s".formatted(leak.en(), leak.zh()))
                .collect(joining("%n".formatted())),
            more,
            withdrawEn() + makeEn(),
            withdrawZh() + makeZh());
  }

  private String withdrawEn() {
    return report.release().wasGivenOut()
        ? "it was given out, so withdraw it at once with 'taizhang release withdraw --release %s'; then "
            .formatted(id())
        : "withdraw this draft with 'taizhang release withdraw --release %s'; then "
            .formatted(id());
  }

  private String withdrawZh() {
    return (report.release().wasGivenOut()
            ? "该发布已经对外，请立即用 'taizhang release withdraw --release %s' 撤回；然后"
            : "请用 'taizhang release withdraw --release %s' 撤回该草稿；然后")
        .formatted(id());
  }

  private String makeEn() {
    if (!report.changed().isEmpty()) {
      return "make it again with 'taizhang release create', since somebody changed the rows of %s"
          .formatted(String.join(", ", report.changed()));
    }
    return rounds()
        ? "make another draft with 'taizhang release create --policy suppress', since sums of"
            + " rounded counts tell more than each does"
        : "make another draft with a plan that leaves these figures out ('taizhang release create"
            + " --plan NAME', publication_plans.csv)";
  }

  private String makeZh() {
    if (!report.changed().isEmpty()) {
      return "用 'taizhang release create' 重新生成：%s 的数据已被改动"
          .formatted(String.join("、", report.changed()));
    }
    return rounds()
        ? "用 'taizhang release create --policy suppress' 另做草稿：取整后的数相加会泄露更多"
        : "用不含这些数据的方案另做草稿（'taizhang release create --plan NAME'，见 publication_plans.csv）";
  }

  private boolean rounds() {
    return !Printed.of(Manifest.read(report.release().manifest()).rounding()).isExact();
  }

  /** Rows that give nobody away, and yet are not those that were made. */
  String ofChangedRows() {
    return "The rows of %s are not those that were made for the release %s: somebody changed them. Nothing was recorded. What to do: %s%s. 发布 %s 的数据已被改动（%s），未作记录；%s%s。"
        .formatted(
            String.join(", ", report.changed()),
            id(),
            withdrawEn(),
            makeEn(),
            id(),
            String.join("、", report.changed()),
            withdrawZh(),
            makeZh());
  }

  /** Rows that cannot be true. */
  static String ofContradiction(Release release, String what) {
    return "The rows of the release %1$s cannot be true of the graduates whom it speaks of (%2$s); nothing was recorded. What to do: withdraw it with 'taizhang release withdraw --release %1$s', and make it again with 'taizhang release create'. 发布 %1$s 的数据与其所述毕业生不符，未作记录；请撤回后重新生成。"
        .formatted(release.releaseId(), what);
  }
}

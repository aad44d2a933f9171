package dev.taizhang.publish.edition;

import java.util.Locale;

/** Who an edition is for. */
public enum EditionKind {
  /** For the office alone: every figure, also those that could tell something of single people. */
  INTERNAL(
      new Label("内部版", "Internal edition"),
      new Label(
          "内部资料，不得外传：含未经披露控制的小数目。",
          "For internal use only: small numbers have not passed disclosure control.")),
  /** What passed disclosure control, and waits for somebody to let it leave the house. */
  DRAFT(
      new Label("公开版草稿", "Draft of the published edition"),
      new Label("草稿，未经审批，不得公布。", "Draft, not for publication.")),
  /** For everybody: what passed disclosure control, and was approved. */
  PUBLISHED(
      new Label("公开版", "Published edition"),
      new Label(
          "已经披露控制；不予公布的单元格以符号表示。",
          "Passed disclosure control; a symbol stands in place of what is withheld."));

  private final Label name;
  private final Label notice;

  EditionKind(Label name, Label notice) {
    this.name = name;
    this.notice = notice;
  }

  public Label title() {
    return name;
  }

  /** What every page and sheet says of it. */
  public Label notice() {
    return notice;
  }

  /** As it stands in files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether an edition may take the place of one that is there. What was made for the office and
   * what leaves the house never take each other's place: somebody could give out the wrong one. A
   * draft takes that of drafts alone.
   *
   * @param other the kind of the one that is there
   */
  public boolean mayReplace(EditionKind other) {
    return this == other || (this == PUBLISHED && other == DRAFT);
  }

  /** Whether it is for the office alone. */
  public boolean isInternal() {
    return this == INTERNAL;
  }
}

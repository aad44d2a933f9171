package dev.taizhang.publish.edition;

/** Who an edition is for. */
public enum EditionKind {
  /** For the office alone: every figure, also those that could tell something of single people. */
  INTERNAL(
      new Label("内部版", "Internal edition"),
      new Label(
          "内部资料，不得外传：含未经披露控制的小数目。",
          "For internal use only: small numbers have not passed disclosure control.")),
  /** For everybody: what passed disclosure control. */
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
}

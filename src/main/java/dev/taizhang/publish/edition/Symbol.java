package dev.taizhang.publish.edition;

import dev.taizhang.tables.published.FigureSymbol;

/**
 * What stands in place of a figure, or beside it, and why.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Symbols"</a>
 */
public enum Symbol {
  /** Withheld, since it could tell something of single people: there is no value. */
  CONFIDENTIAL(
      FigureSymbol.WITHHELD,
      new Label("不予公布", "withheld"),
      new Label(
          "人数太少，或与其他数字对照可推知个人情况",
          "so few people, alone or beside other figures, that something could be learned of single ones")),
  /** The figure has no meaning here: there is no value. */
  NOT_APPLICABLE(
      FigureSymbol.NOT_APPLICABLE,
      new Label("不适用", "not applicable"),
      new Label("此处没有这项指标", "has no meaning here")),
  /** The value stands, with little to stand on. */
  UNRELIABLE(
      FigureSymbol.UNRELIABLE,
      new Label("可靠性低", "low reliability"),
      new Label("毕业生少于 20 人，区间很宽", "fewer than 20 graduates, so the interval is wide")),
  /** The value is above nothing, and is nothing when rounded. */
  LOW(
      FigureSymbol.LOW,
      new Label("接近零", "close to zero"),
      new Label("大于零，四舍五入后为零", "above zero, and zero when rounded"));

  /**
   * Fewer graduates than these make a rate unreliable: at a rate of a half the Wilson interval of
   * 19 is 41 points wide.
   */
  public static final int RELIABLE_GRADUATES = 20;

  private final FigureSymbol symbol;
  private final Label meaning;
  private final Label reason;

  Symbol(FigureSymbol symbol, Label meaning, Label reason) {
    this.symbol = symbol;
    this.meaning = meaning;
    this.reason = reason;
  }

  /** As it stands in files and on pages. */
  public String code() {
    return symbol.code();
  }

  public Label meaning() {
    return meaning;
  }

  /** Why it stands there. */
  public Label reason() {
    return reason;
  }

  /** Whether it stands in place of the value, which is then in no file. */
  public boolean replacesValue() {
    return symbol.replacesValue();
  }
}

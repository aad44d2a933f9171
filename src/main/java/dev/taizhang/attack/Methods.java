package dev.taizhang.attack;

import java.util.List;

/** The ways to attack a block. */
final class Methods {

  // Up to so many unknowns, each count is looked for, which takes milliseconds.
  static final int SMALL = 200;
  // A few unknowns hide gaps between counts that programmes do not see; more of them seldom do.
  private static final int FEW = 20;

  private final Effort effort;
  private final long enough;

  /**
   * @param enough how many counts of a sum are looked for in a small block
   */
  Methods(long enough, Effort effort) {
    this.enough = enough;
    this.effort = effort;
  }

  /** By linear programmes alone. */
  void inReals(Knowledge block, List<Part> parts) {
    try (BlockAttack attack = new BlockAttack(block, parts, effort)) {
      attack.together();
      attack.singly();
    }
  }

  /** By linear programmes, and each count by whole numbers where the block is small. */
  void thoroughly(Knowledge block, List<Part> parts) {
    inWholeNumbers(block, parts, SMALL);
  }

  /** By linear programmes, and each count by whole numbers where the block is very small. */
  void quickly(Knowledge block, List<Part> parts) {
    inWholeNumbers(block, parts, FEW);
  }

  private void inWholeNumbers(Knowledge block, List<Part> parts, int most) {
    try (BlockAttack attack = new BlockAttack(block, parts, effort)) {
      attack.together();
      attack.singly();
      if (block.unknowns() <= most) {
        attack.inIntegers();
        attack.eachCount(enough);
      }
    }
  }

  /** By solutions that serve many sums at once, and no more. */
  void together(Knowledge block, List<Part> parts) {
    try (BlockAttack attack = new BlockAttack(block, parts, effort)) {
      attack.together();
    }
  }
}

package dev.taizhang.attack;

import java.util.List;

/** The ways to attack a block. */
final class Methods {

  // Up to so many unknowns, each count is looked for, which takes milliseconds.
  static final int SMALL = 200;

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
    try (BlockAttack attack = new BlockAttack(block, parts, effort)) {
      attack.together();
      attack.singly();
      if (block.unknowns() <= SMALL) {
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

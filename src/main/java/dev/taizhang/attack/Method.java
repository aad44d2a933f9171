package dev.taizhang.attack;

import java.util.List;

/** How a block is attacked. */
interface Method {

  /** Finds out what it can of some sums. */
  void attack(Knowledge block, List<Part> parts);
}

package dev.taizhang.attack;

/** An end of what a sum can be. */
enum End {
  LOWEST,
  HIGHEST;

  /** The factor by which this end is a least value. */
  int sign() {
    return this == LOWEST ? 1 : -1;
  }
}

package dev.taizhang.synthetic;

/** Which kinds of files universities send. */
enum FormatPolicy {
  /** A third of them workbooks, the others text. */
  MIXED,
  /** Text only. */
  TEXT_ONLY
}

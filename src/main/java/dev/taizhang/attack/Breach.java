package dev.taizhang.attack;

/**
 * A figure that gives somebody away.
 *
 * @param kind how
 * @param width the figure and what is left of it
 * @param knowledge who finds out: side knowledge, in words
 */
public record Breach(Kind kind, Width width, String knowledge) {

  /** How a figure gives somebody away. */
  public enum Kind {
    /** A withheld figure can be computed, or nearly so. */
    NARROW,
    /** A shown figure says that nobody, or everybody, of a group is placed. */
    EVERYONES_OUTCOME
  }

  /** What an analyst reads. */
  public String inWords() {
    String told =
        kind == Kind.NARROW
            ? "is withheld, and yet has %d to %d placed of %d (%d counts)"
                .formatted(width.lowest(), width.highest(), width.size(), width.feasible())
            : "shows that %d of %d are placed, which is everyone's outcome"
                .formatted(width.lowest(), width.size());
    return "%s %s, for who knows %s.".formatted(width.figure().inWords(), told, knowledge);
  }
}

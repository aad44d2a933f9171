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
    EVERYONES_OUTCOME,
    /** A shown figure and shown parts of it tell of a few others, who have no figure. */
    SUBTRACTION
  }

  /** What an analyst reads. */
  public String inWords() {
    String told =
        switch (kind) {
          case NARROW ->
              "is withheld, and yet has %d to %d placed of %d (%d counts)"
                  .formatted(width.lowest(), width.highest(), width.size(), width.feasible());
          case EVERYONES_OUTCOME ->
              "shows that %d of %d are placed, which is everyone's outcome"
                  .formatted(width.lowest(), width.size());
          case SUBTRACTION ->
              "shows, less shown parts of it, that %d of %d others are placed"
                  .formatted(width.lowest(), width.size());
        };
    return "%s %s, for who knows %s.".formatted(width.figure().inWords(), told, knowledge);
  }
}

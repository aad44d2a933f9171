package dev.taizhang.disclosure;

import java.util.Optional;
import java.util.Set;

/**
 * Looks for witnesses that move a sum and nothing that is seen, by as many swaps at once as it
 * takes: by linear programmes over the people of some universities that move as few of them as
 * possible, and where the answer would move parts of people, by whole ones near it.
 *
 * <p>Few people are few universities, whose insiders alone do not believe a witness, and few other
 * figures, which may be shown again later.
 */
final class FreeMoves implements AutoCloseable {

  private final Kinds kinds;
  private final MovesProgramme parts;
  private long solved;

  /**
   * What is seen as the verdicts stand now.
   *
   * @param people who may move
   */
  FreeMoves(Sums sums, Sum target, int[] people) {
    kinds = new Kinds(sums, target, people);
    parts = MovesProgramme.ofParts(kinds);
  }

  /**
   * What moves the sum so far, or as far towards it as there is anything.
   *
   * @param far up or, below 0, down
   * @param insiders universities whose people stay
   */
  Optional<Witness> witness(long far, Set<Integer> insiders) {
    if (far == 0) {
      return Optional.empty();
    }
    parts.open(insiders);
    if (parts.isSolved(far)) {
      return inWholePeople(far, insiders);
    }
    long reached = parts.furthest(far);
    return reached != 0 && parts.isSolved(reached)
        ? inWholePeople(reached, insiders)
        : Optional.empty();
  }

  /**
   * What moves the sum as far as whole people can, which may be nothing; empty if nobody found out.
   *
   * @param far up or, below 0, down, and no further
   * @param insiders universities whose people stay
   */
  Optional<Witness> furthest(long far, Set<Integer> insiders) {
    solved++;
    try (MovesProgramme whole = MovesProgramme.ofWholePeople(kinds, kinds.all())) {
      whole.open(insiders);
      whole.furthest(far);
      return whole.isBest()
          ? whole.moves().map(moves -> kinds.witness(moves, insiders))
          : Optional.empty();
    }
  }

  private Optional<Witness> inWholePeople(long far, Set<Integer> insiders) {
    return parts.moves().or(() -> near(far, insiders)).map(moves -> kinds.witness(moves, insiders));
  }

  /** Moves of whole people where the others would be of parts of them. */
  private Optional<long[]> near(long far, Set<Integer> insiders) {
    solved++;
    try (MovesProgramme whole = MovesProgramme.ofWholePeople(kinds, kinds.near(parts.moving()))) {
      whole.open(insiders);
      return whole.isSolved(far) ? whole.moves() : Optional.empty();
    }
  }

  /** Programmes solved. */
  long solved() {
    return solved + parts.solved();
  }

  /** Those whose answer would have moved parts of people. */
  long fractional() {
    return parts.fractional();
  }

  @Override
  public void close() {
    parts.close();
  }
}

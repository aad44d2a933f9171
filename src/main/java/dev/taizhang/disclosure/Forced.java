package dev.taizhang.disclosure;

import java.util.Optional;

/**
 * Makes one sum after the other move as far as it must, at the least loss of information: what
 * moves with it is withheld, too.
 *
 * <p>The price of a programme grows with how far a sum moves, but it is lost as a whole as soon as
 * it moves at all; so each programme is asked twice, the second time with prices that make what
 * moved the first time cost what it is worth.
 */
final class Forced {

  private static final int ASKED = 2;

  private final Sums sums;
  private final Programme programme;
  private Optional<Witness> best = Optional.empty();
  private double bestLoss = Double.POSITIVE_INFINITY;

  private Forced(Sums sums, Programme programme) {
    this.sums = sums;
    this.programme = programme;
  }

  /**
   * A witness that moves the sum as far as it needs, in one of the two directions, or as near to
   * that as there is one that goes further than those before.
   */
  static Optional<Witness> witness(Sums sums, Programme programme, Need need) {
    Forced forced = new Forced(sums, programme);
    Optional<Programme.Row> row = programme.rowOf(need.sum()).filter(one -> !one.isKnown());
    if (row.isPresent()) {
      long most = Math.max(need.missingDown(), need.missingUp());
      for (long less = 0; less < most && forced.best.isEmpty(); less++) {
        forced.askIfFurther(row.get(), need, Math.min(0, less - need.missingDown()));
        forced.askIfFurther(row.get(), need, Math.max(0, need.missingUp() - less));
      }
    }
    return forced.best;
  }

  private void askIfFurther(Programme.Row row, Need need, long far) {
    if (need.isFurther(far)) {
      ask(row, far);
    }
  }

  private void ask(Programme.Row row, long far) {
    for (int time = 0; bestLoss > 0 && time < ASKED; time++) {
      programme.force(row, far);
      Optional<Witness> witness = programme.cheapest().map(sums::witness);
      if (witness.isEmpty()) {
        break;
      }
      double loss = loss(witness.get());
      if (loss < bestLoss) {
        bestLoss = loss;
        best = witness;
      }
      reprice(row, witness.get());
    }
    programme.refresh();
  }

  private double loss(Witness witness) {
    return witness.changes().keySet().stream()
        .map(sums.sums::get)
        .filter(Sum::isSeen)
        .mapToDouble(Sum::information)
        .sum();
  }

  private void reprice(Programme.Row forced, Witness witness) {
    for (Programme.Row row : programme.rows()) {
      if (row != forced && !row.isKnown() && row.isSeen()) {
        long far = Math.abs(witness.changeOf(row.sums.get(0)));
        programme.reprice(row, row.cost() / Math.max(1, far));
      }
    }
  }
}

package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Looks for witnesses in one neighbourhood that move nothing that is shown: many sums are pulled at
 * once, half of them up and half down.
 */
final class Pull {

  /** After so many programmes that brought nothing, what is left is left to others. */
  private static final int PATIENCE = 4;

  private final Sums sums;
  private final Programme programme;
  private final Map<Integer, Need> needs = new LinkedHashMap<>();
  private final List<Witness> witnesses = new ArrayList<>();

  private Pull(Sums sums, Programme programme, List<Need> wanted, boolean[] withheld) {
    this.sums = sums;
    this.programme = programme;
    for (Need need : wanted) {
      if (programme.rowOf(need.sum()).filter(row -> !row.isSeen(withheld)).isPresent()) {
        needs.put(need.sum().index, need);
      }
    }
  }

  /** The witnesses that are found for what is needed; needs take note of them. */
  static List<Witness> witnesses(
      Sums sums, Programme programme, List<Need> wanted, boolean[] withheld) {
    Pull pull = new Pull(sums, programme, wanted, withheld);
    pull.together();
    return pull.witnesses;
  }

  private void together() {
    int without = 0;
    for (int turn = 0; without < PATIENCE && !pending().isEmpty(); turn++) {
      without = pull(pending(), turn) ? 0 : without + 1;
    }
  }

  private List<Need> pending() {
    return needs.values().stream().filter(need -> !need.isMet()).toList();
  }

  private boolean pull(List<Need> pending, int turn) {
    Map<Programme.Row, Double> weights = new LinkedHashMap<>();
    for (Need need : pending) {
      Programme.Row row = programme.rowOf(need.sum()).orElseThrow();
      long down = need.missingDown();
      long up = need.missingUp();
      boolean goesDown = up == 0 || (down > 0 && ((need.sum().index + turn) & 1) == 0);
      programme.limit(row, -down, up);
      weights.put(row, goesDown ? 1.0 / down : -1.0 / up);
    }
    Optional<SortedMap<Integer, Long>> moves = programme.pull(weights);
    weights.keySet().forEach(programme::release);
    return moves
        .filter(told -> !told.isEmpty())
        .map(told -> takes(sums.witness(told)))
        .orElse(false);
  }

  private boolean takes(Witness witness) {
    boolean gained = false;
    for (Map.Entry<Integer, Long> change : witness.changes().entrySet()) {
      Need need = needs.get(change.getKey());
      if (need != null && !need.isMet() && need.takes(change.getValue())) {
        gained = true;
      }
    }
    if (gained) {
      witnesses.add(witness);
    }
    return gained;
  }
}

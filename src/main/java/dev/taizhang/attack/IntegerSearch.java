package dev.taizhang.attack;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import java.util.Arrays;

/** A search for whole numbers in a block. */
final class IntegerSearch {

  /** What a search came to. */
  enum Outcome {
    FOUND,
    NONE,
    UNDECIDED
  }

  /** The outcome, with values where any were found. */
  static final class Answer {
    private final Outcome outcome;
    private final long[] values;

    private Answer(Outcome outcome, long[] values) {
      this.outcome = outcome;
      this.values = values;
    }

    Outcome outcome() {
      return outcome;
    }

    long[] values() {
      return values;
    }
  }

  // In the solver's own seconds: its steps are counted, so that every run decides the same.
  private static final double LONGEST = 5;

  private final CpModel known = new CpModel();
  private final int unknowns;
  private final Effort effort;

  IntegerSearch(Knowledge knowledge, Effort effort) {
    Solver.load();
    this.unknowns = knowledge.unknowns();
    this.effort = effort;
    IntVar[] variables = new IntVar[unknowns];
    for (int unknown = 0; unknown < unknowns; unknown++) {
      variables[unknown] =
          known.newIntVar(knowledge.lowest(unknown), knowledge.highest(unknown), "");
    }
    for (Sum sum : knowledge.sums()) {
      LinearExpr expression =
          LinearExpr.sum(
              Arrays.stream(sum.members())
                  .mapToObj(member -> variables[member])
                  .toArray(IntVar[]::new));
      known.addLinearConstraint(expression, sum.lowest(), sum.highest());
    }
  }

  /** Values by which a sum is at its end. */
  Answer end(int[] members, End end) {
    CpModel model = known.getClone();
    LinearExpr sum = sum(model, members);
    if (end == End.LOWEST) {
      model.minimize(sum);
    } else {
      model.maximize(sum);
    }
    return solve(model, true);
  }

  /** Values by which a sum is just so much. */
  Answer attaining(int[] members, long value) {
    CpModel model = known.getClone();
    model.addEquality(sum(model, members), value);
    return solve(model, false);
  }

  private static LinearExpr sum(CpModel model, int[] members) {
    return LinearExpr.sum(
        Arrays.stream(members).mapToObj(model::getIntVarFromProtoIndex).toArray(IntVar[]::new));
  }

  private Answer solve(CpModel model, boolean best) {
    effort.addIntegerSearch();
    CpSolver solver = new CpSolver();
    solver.getParameters().setNumWorkers(1).setRandomSeed(1).setMaxDeterministicTime(LONGEST);
    CpSolverStatus status = solver.solve(model);
    if (status == CpSolverStatus.INFEASIBLE) {
      return new Answer(Outcome.NONE, new long[0]);
    }
    if (status == CpSolverStatus.OPTIMAL || (!best && status == CpSolverStatus.FEASIBLE)) {
      long[] values = new long[unknowns];
      for (int unknown = 0; unknown < unknowns; unknown++) {
        values[unknown] = solver.value(model.getIntVarFromProtoIndex(unknown));
      }
      return new Answer(Outcome.FOUND, values);
    }
    return new Answer(Outcome.UNDECIDED, new long[0]);
  }
}

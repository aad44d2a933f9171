package dev.taizhang.disclosure;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPSolverParameters.IncrementalityValues;
import com.google.ortools.linearsolver.MPSolverParameters.IntegerParam;
import com.google.ortools.linearsolver.MPSolverParameters.LpAlgorithmValues;
import com.google.ortools.linearsolver.MPSolverParameters.PresolveValues;
import com.google.ortools.linearsolver.MPVariable;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A programme over how many more and how many fewer of each kind of people are placed, such that
 * nothing that is seen moves: as few people as possible, so that one sum moves as far as it is to.
 */
final class MovesProgramme implements AutoCloseable {

  /** How far from a whole number a move may be that is one. */
  private static final double NEAR = 1e-6;

  /** What tells kinds apart that would do as well, so that moves are not split between them. */
  private static final double SLIGHT = 1e-3;

  /** Where the search for whole people ends, the same on every machine. */
  private static final String FEW_BRANCHES = "limits/nodes = 200";

  /** Making a programme smaller takes longer than solving one that is small. */
  private static final String AS_IT_IS = "presolving/maxrounds = 0";

  private final Kinds kinds;
  private final BitSet some;
  private final MPSolver solver;
  private final MPSolverParameters parameters = new MPSolverParameters();
  private final MPVariable[] more;
  private final MPVariable[] fewer;
  private final MPConstraint wanted;
  private MPSolver.ResultStatus status = MPSolver.ResultStatus.NOT_SOLVED;
  private long solved;
  private long fractional;

  private MovesProgramme(Kinds kinds, BitSet some, String solverId, boolean isWhole) {
    this.kinds = kinds;
    this.some = some;
    solver = MPSolver.createSolver(solverId);
    more = new MPVariable[kinds.count()];
    fewer = new MPVariable[kinds.count()];
    some.stream()
        .forEach(
            kind -> {
              more[kind] = solver.makeVar(0, 0, isWhole, "");
              fewer[kind] = solver.makeVar(0, 0, isWhole, "");
            });
    kinds.ofSeen().forEach(this::row);
    wanted = row(kinds.ofTarget());
  }

  /** One whose answer may move parts of people. */
  static MovesProgramme ofParts(Kinds kinds) {
    MovesProgramme programme = new MovesProgramme(kinds, kinds.all(), "GLOP", false);
    // That nobody moves is the best there is until a sum has to, and again for the next insider.
    programme.set(IntegerParam.LP_ALGORITHM, LpAlgorithmValues.DUAL.swigValue());
    programme.set(IntegerParam.PRESOLVE, PresolveValues.PRESOLVE_OFF.swigValue());
    programme.set(IntegerParam.INCREMENTALITY, IncrementalityValues.INCREMENTALITY_ON.swigValue());
    return programme;
  }

  /** One whose answer moves whole people of some kinds. */
  static MovesProgramme ofWholePeople(Kinds kinds, BitSet some) {
    MovesProgramme programme = new MovesProgramme(kinds, some, "SCIP", true);
    programme.solver.setSolverSpecificParametersAsString(FEW_BRANCHES + "\n" + AS_IT_IS);
    return programme;
  }

  private void set(IntegerParam parameter, int value) {
    parameters.setIntegerParam(parameter, value);
  }

  private MPConstraint row(List<Integer> of) {
    MPConstraint row = solver.makeConstraint(0, 0);
    for (int kind : of) {
      if (some.get(kind)) {
        row.setCoefficient(more[kind], 1);
        row.setCoefficient(fewer[kind], -1);
      }
    }
    return row;
  }

  /** Lets everybody move but the people of some universities. */
  void open(Set<Integer> insiders) {
    some.stream()
        .forEach(
            kind -> {
              more[kind].setUb((double) kinds.room(kind, 1, insiders));
              fewer[kind].setUb((double) kinds.room(kind, -1, insiders));
            });
  }

  /** Whether the sum can move so far; as few people as possible do. */
  boolean isSolved(long far) {
    wanted.setBounds((double) far, (double) far);
    MPObjective objective = solver.objective();
    some.stream()
        .forEach(
            kind -> {
              objective.setCoefficient(more[kind], 1 + SLIGHT * (kind * 31 % 23));
              objective.setCoefficient(fewer[kind], 1 + SLIGHT * (kind * 17 % 23));
            });
    return isSolved();
  }

  /** How far towards so far the sum can move, in whole people if it can do so in parts. */
  long furthest(long far) {
    int sign = Long.signum(far);
    wanted.setBounds((double) Math.min(0, far), (double) Math.max(0, far));
    solver.objective().clear();
    for (int kind : kinds.ofTarget()) {
      solver.objective().setCoefficient(more[kind], -sign);
      solver.objective().setCoefficient(fewer[kind], sign);
    }
    return isSolved() ? sign * (long) Math.floor(-solver.objective().value() + NEAR) : 0;
  }

  private boolean isSolved() {
    solver.objective().setMinimization();
    solved++;
    status = Solving.of(solver, parameters);
    return status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE;
  }

  /** Whether nothing is better than what was found. */
  boolean isBest() {
    return status == MPSolver.ResultStatus.OPTIMAL;
  }

  /** How many more or fewer of each kind are placed; empty if these are parts of people. */
  Optional<long[]> moves() {
    long[] moves = new long[more.length];
    for (int kind : some.stream().toArray()) {
      double move = move(kind);
      moves[kind] = Math.round(move);
      if (Math.abs(move - moves[kind]) > NEAR) {
        fractional++;
        return Optional.empty();
      }
    }
    return Optional.of(moves);
  }

  /** Kinds that move. */
  BitSet moving() {
    BitSet moving = new BitSet();
    for (int kind : some.stream().toArray()) {
      moving.set(kind, Math.abs(move(kind)) > NEAR);
    }
    return moving;
  }

  private double move(int kind) {
    return more[kind].solutionValue() - fewer[kind].solutionValue();
  }

  long solved() {
    return solved;
  }

  long fractional() {
    return fractional;
  }

  @Override
  public void close() {
    solver.delete();
  }
}

package dev.taizhang.attack;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;

/**
 * A block as a linear programme. It is kept while its objective and bounds change, so that each
 * solution starts at the one before.
 */
final class Programme implements AutoCloseable {

  /** What the solver calls equal; counts are far from it, being whole. */
  static final double TOLERANCE = 1e-6;

  // A day, which the solver can count in milliseconds.
  private static final long LONGEST = 86_400_000;

  private final MPSolver solver;
  private final MPVariable[] variables;
  private final Effort effort;

  Programme(Knowledge knowledge, Effort effort) {
    Solver.load();
    this.effort = effort;
    this.solver = MPSolver.createSolver("GLOP");
    // Without the rewriting of the programme, the basis of the last solution fits the next one.
    solver.setSolverSpecificParametersAsString("use_preprocessing: false");
    this.variables = new MPVariable[knowledge.unknowns()];
    for (int unknown = 0; unknown < variables.length; unknown++) {
      variables[unknown] =
          solver.makeNumVar(
              (double) knowledge.lowest(unknown), (double) knowledge.highest(unknown), "");
    }
    for (Sum sum : knowledge.sums()) {
      MPConstraint constraint =
          solver.makeConstraint((double) sum.lowest(), (double) sum.highest(), "");
      for (int member : sum.members()) {
        constraint.setCoefficient(variables[member], 1);
      }
    }
  }

  /**
   * Values that agree with everything known and make an objective least; they need not be whole.
   *
   * @throws ContradictionException when there are none
   */
  double[] minimize(double[] weights) {
    effort.addProgramme();
    MPObjective objective = solver.objective();
    for (int unknown = 0; unknown < variables.length; unknown++) {
      objective.setCoefficient(variables[unknown], weights[unknown]);
    }
    objective.setMinimization();
    solver.setTimeLimit(Math.min(effort.milliseconds(), LONGEST));
    MPSolver.ResultStatus status = solver.solve();
    if (status == MPSolver.ResultStatus.INFEASIBLE) {
      throw new ContradictionException("no numbers agree with it all");
    }
    if (status != MPSolver.ResultStatus.OPTIMAL) {
      if (status == MPSolver.ResultStatus.FEASIBLE || status == MPSolver.ResultStatus.NOT_SOLVED) {
        effort.requireEndlessTime();
      }
      throw new IllegalStateException("A linear programme ended " + status);
    }
    double[] values = new double[variables.length];
    for (int unknown = 0; unknown < values.length; unknown++) {
      values[unknown] = variables[unknown].solutionValue();
    }
    return values;
  }

  /** Values by which a sum is at its end. */
  double[] end(int[] members, End end) {
    double[] weights = new double[variables.length];
    for (int member : members) {
      weights[member] = end.sign();
    }
    return minimize(weights);
  }

  /** An unknown lies between these from now on. */
  void bound(int unknown, long lowest, long highest) {
    variables[unknown].setBounds((double) lowest, (double) highest);
  }

  @Override
  public void close() {
    solver.delete();
  }
}

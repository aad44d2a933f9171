package dev.taizhang.disclosure;

import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;

/** Solves programmes of which the one before is kept up. */
final class Solving {

  private Solving() {}

  /** What comes of it; what is left of the programme before can lead astray, so it goes then. */
  static MPSolver.ResultStatus of(MPSolver solver, MPSolverParameters parameters) {
    MPSolver.ResultStatus status = solver.solve(parameters);
    if (status == MPSolver.ResultStatus.ABNORMAL) {
      solver.reset();
      status = solver.solve(parameters);
    }
    return status;
  }
}

package dev.taizhang.disclosure;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Looks for witnesses that move the people of a neighbourhood alone, by a linear programme: one
 * variable for how many more of each part of the people are placed, one row for each sum.
 */
final class Programme implements AutoCloseable {

  /** Sums that are the same within the neighbourhood. */
  static final class Row {
    final List<Sum> sums = new ArrayList<>();
    private final int[] columns;
    private final MPConstraint constraint;
    private MPVariable more;
    private MPVariable less;

    private Row(int[] columns, MPConstraint constraint) {
      this.columns = columns;
      this.constraint = constraint;
    }

    boolean isSeen() {
      return sums.stream().anyMatch(Sum::isSeen);
    }

    boolean isKnown() {
      return sums.stream().anyMatch(Sum::isKnown);
    }

    /** What is lost if it is not shown. */
    double cost() {
      return sums.stream().filter(Sum::isSeen).mapToDouble(Sum::information).sum();
    }
  }

  private static final double FAR = Double.POSITIVE_INFINITY;

  /** How far from a whole number a move may be that is one. */
  private static final double NEAR = 1e-6;

  /** What tells moves of the same cost apart, beside the cost of the smallest figure. */
  private static final double SLIGHT = 1e-4;

  private static final int TRIALS = 3;

  private final Sums sums;
  private final int[] neighbourhood;
  private final List<Row> rows = new ArrayList<>();
  private final Map<Integer, Row> rowOfSum = new HashMap<>();
  private final MPSolver solver;
  private final MPSolverParameters parameters = new MPSolverParameters();
  private final MPVariable[] moves;
  private final MPObjective objective;
  private long solved;
  private long fractional;

  /** What is shown may move, at the price of withholding it. */
  Programme(Sums sums, int[] neighbourhood) {
    this(sums, neighbourhood, sum -> true);
    rows.forEach(this::soften);
    refresh();
  }

  /** Everything but what is known without this release may move. */
  static Programme ofKnown(Sums sums, int[] neighbourhood, Sum target) {
    return new Programme(sums, neighbourhood, sum -> sum.isKnown() || sum == target);
  }

  private Programme(Sums sums, int[] neighbourhood, Predicate<Sum> heeded) {
    solver = MPSolver.createSolver("GLOP");
    this.sums = sums;
    this.neighbourhood = neighbourhood;
    moves = new MPVariable[neighbourhood.length];
    Map<Integer, List<Integer>> columnsOf = new LinkedHashMap<>();
    for (int column = 0; column < neighbourhood.length; column++) {
      int index = neighbourhood[column];
      moves[column] = solver.makeNumVar(lowest(index), highest(index), "");
      for (int sum : sums.sumsOfPeople[index]) {
        if (heeded.test(sums.sums.get(sum))) {
          columnsOf.computeIfAbsent(sum, key -> new ArrayList<>()).add(column);
        }
      }
    }
    Map<List<Integer>, Row> rowOfColumns = new HashMap<>();
    columnsOf.forEach(
        (sum, columns) -> {
          Row row = rowOfColumns.computeIfAbsent(columns, this::row);
          row.sums.add(sums.sums.get(sum));
          rowOfSum.put(sum, row);
        });
    objective = solver.objective();
    objective.setMinimization();
    parameters.setIntegerParam(
        MPSolverParameters.IntegerParam.INCREMENTALITY,
        MPSolverParameters.IncrementalityValues.INCREMENTALITY_ON.swigValue());
    parameters.setIntegerParam(
        MPSolverParameters.IntegerParam.PRESOLVE,
        MPSolverParameters.PresolveValues.PRESOLVE_OFF.swigValue());
    refresh();
  }

  private double lowest(int index) {
    return (double) -sums.placed(index);
  }

  private double highest(int index) {
    return (double) (sums.graduates(index) - sums.placed(index));
  }

  private Row row(List<Integer> columns) {
    MPConstraint constraint = solver.makeConstraint(-FAR, FAR);
    columns.forEach(column -> constraint.setCoefficient(moves[column], 1));
    Row row = new Row(columns.stream().mapToInt(Integer::intValue).toArray(), constraint);
    rows.add(row);
    return row;
  }

  private void soften(Row row) {
    if (!row.isKnown()) {
      row.more = solver.makeNumVar(0, FAR, "");
      row.less = solver.makeNumVar(0, FAR, "");
      row.constraint.setCoefficient(row.more, -1);
      row.constraint.setCoefficient(row.less, 1);
    }
  }

  /** A row as the verdicts stand. */
  private void reset(Row row) {
    boolean seen = row.isSeen();
    row.constraint.setBounds(seen ? 0 : -FAR, seen ? 0 : FAR);
    if (row.more != null) {
      price(row, row.cost());
    }
  }

  private void price(Row row, double cost) {
    row.more.setUb(cost > 0 ? FAR : 0);
    row.less.setUb(cost > 0 ? FAR : 0);
    objective.setCoefficient(row.more, cost);
    objective.setCoefficient(row.less, cost);
  }

  /** Takes the verdicts as they stand now. */
  void refresh() {
    rows.forEach(this::reset);
  }

  /** Lets nobody of some universities move. */
  void freeze(Set<Integer> universities) {
    for (int column = 0; column < moves.length; column++) {
      int index = neighbourhood[column];
      boolean fixed = universities.contains(sums.universityOfPeople[index]);
      moves[column].setBounds(fixed ? 0 : lowest(index), fixed ? 0 : highest(index));
    }
  }

  List<Row> rows() {
    return rows;
  }

  Optional<Row> rowOf(Sum sum) {
    return Optional.ofNullable(rowOfSum.get(sum.index));
  }

  /** Makes a row move so far. Where others that are shown are the same here, they move with it. */
  void force(Row row, long far) {
    row.constraint.setBounds((double) far, (double) far);
    if (row.more != null) {
      row.more.setUb(0);
      row.less.setUb(0);
    }
  }

  /** Changes the price of moving a row that is shown. */
  void reprice(Row row, double cost) {
    price(row, cost);
  }

  /**
   * The moves that cost least. Of moves that cost nearly the same others are tried where the first
   * ones are of parts of people.
   */
  Optional<SortedMap<Integer, Long>> cheapest() {
    double[] coefficients = new double[moves.length];
    long before = fractional;
    Optional<SortedMap<Integer, Long>> told = solve(coefficients);
    for (int trial = 1; told.isEmpty() && fractional > before && trial <= TRIALS; trial++) {
      before = fractional;
      for (int column = 0; column < moves.length; column++) {
        coefficients[column] = SLIGHT * ((column * 31 + trial * 17) % 23 - 11);
      }
      told = solve(coefficients);
    }
    return told;
  }

  private Optional<SortedMap<Integer, Long>> solve(double[] coefficients) {
    return isSolved(coefficients) ? told() : Optional.empty();
  }

  private boolean isSolved(double[] coefficients) {
    for (int column = 0; column < moves.length; column++) {
      objective.setCoefficient(moves[column], coefficients[column]);
    }
    solved++;
    return Solving.of(solver, parameters) == MPSolver.ResultStatus.OPTIMAL;
  }

  private Optional<SortedMap<Integer, Long>> told() {
    SortedMap<Integer, Long> told = new TreeMap<>();
    for (int column = 0; column < moves.length; column++) {
      double value = moves[column].solutionValue();
      long move = Math.round(value);
      if (Math.abs(value - move) > NEAR) {
        fractional++;
        return Optional.empty();
      }
      if (move != 0) {
        told.put(neighbourhood[column], move);
      }
    }
    return Optional.of(told);
  }

  /** How far down and up a sum can go, where nothing costs anything. */
  Optional<long[]> reach(Sum sum) {
    Row row = rowOfSum.get(sum.index);
    if (row.isKnown()) {
      return Optional.of(new long[] {0, 0});
    }
    row.constraint.setBounds(-FAR, FAR);
    return far(row, 1).flatMap(down -> far(row, -1).map(up -> new long[] {down, up}));
  }

  private Optional<Long> far(Row row, double sign) {
    double[] coefficients = new double[moves.length];
    Arrays.stream(row.columns).forEach(column -> coefficients[column] = sign);
    return isSolved(coefficients)
        ? Optional.of((long) Math.floor(-objective.value() + NEAR))
        : Optional.empty();
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

package dev.taizhang.warehouse;

import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.TransactionExecutionObserver;
import scala.Function0;
import scala.Option;

/**
 * Asks whether a write may still be made when its rows are written and its commit is not: a run may
 * have stood still in between.
 */
final class CommitFence implements TransactionExecutionObserver {

  private final Runnable asked;
  private Option<TransactionExecutionObserver> next = Option.empty();

  private CommitFence(Runnable asked) {
    this.asked = asked;
  }

  /**
   * Carries a write out on this thread.
   *
   * @param asked is asked right before each commit, and throws where nothing may be written
   */
  static void around(Runnable asked, Runnable write) {
    TransactionExecutionObserver.withObserver(
        new CommitFence(asked),
        () -> {
          write.run();
          return null;
        });
  }

  @Override
  public void beginDoCommit() {
    asked.run();
  }

  @Override
  public TransactionExecutionObserver createChild() {
    return new CommitFence(asked);
  }

  @Override
  public OptimisticTransaction startingTransaction(Function0<OptimisticTransaction> start) {
    return start.apply();
  }

  @Override
  public <T> T preparingCommit(Function0<T> prepare) {
    return prepare.apply();
  }

  @Override
  public void beginBackfill() {
    // Belongs to a commit that was asked for.
  }

  @Override
  public void beginPostCommit() {
    // The commit is made.
  }

  @Override
  public void transactionCommitted() {
    // The commit is made.
  }

  @Override
  public void transactionAborted() {
    // Nothing was written.
  }

  @Override
  public Option<TransactionExecutionObserver> nextObserver() {
    return next;
  }

  @Override
  public void nextObserver_$eq(Option<TransactionExecutionObserver> observer) {
    next = observer;
  }
}

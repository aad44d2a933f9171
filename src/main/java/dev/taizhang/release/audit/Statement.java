package dev.taizhang.release.audit;

import dev.taizhang.attack.DerivedFigures.Derived;
import dev.taizhang.attack.PrintedRow;
import dev.taizhang.attack.PublishedFigure;
import dev.taizhang.attack.Scope;
import dev.taizhang.tables.ReleasePeople.Counted;
import java.util.List;

/**
 * What one release says of one cohort.
 *
 * @param scope of what and by whom
 * @param people whom it speaks of
 * @param figures figures of hardship groups, shown, rounded or withheld
 * @param told what other tables tell of the same counts
 * @param rows the figures with what is printed of their shares
 * @param derived what is computed from figures and printed elsewhere
 * @param unread figures of hardship groups in places by which nobody tells people apart, in words
 */
record Statement(
    Scope scope,
    List<Counted> people,
    List<PublishedFigure> figures,
    List<PublishedFigure> told,
    List<PrintedRow> rows,
    List<Derived> derived,
    List<String> unread) {

  Statement {
    people = List.copyOf(people);
    figures = List.copyOf(figures);
    told = List.copyOf(told);
    rows = List.copyOf(rows);
    derived = List.copyOf(derived);
    unread = List.copyOf(unread);
  }
}

package dev.taizhang.history;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Each element of an iterator as several, one element after the other. */
final class Unfolding<A, B> implements Iterator<B> {

  private final Iterator<A> elements;
  private final Function<A, ? extends Iterable<B>> unfold;
  private Iterator<B> current = Collections.emptyIterator();

  Unfolding(Iterator<A> elements, Function<A, ? extends Iterable<B>> unfold) {
    this.elements = elements;
    this.unfold = unfold;
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && elements.hasNext()) {
      current = unfold.apply(elements.next()).iterator();
    }
    return current.hasNext();
  }

  @Override
  public B next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }
}

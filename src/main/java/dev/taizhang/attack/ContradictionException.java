package dev.taizhang.attack;

/**
 * What is published can be true of no graduates at all: a figure is wrong, or rounded otherwise
 * than is said.
 */
public final class ContradictionException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  ContradictionException(String message) {
    super("What is published contradicts itself or what is known: " + message);
  }
}

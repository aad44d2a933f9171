package dev.taizhang.attack;

import com.google.ortools.Loader;

/** The solvers' library, which a process loads once. */
final class Solver {

  static {
    Loader.loadNativeLibraries();
  }

  private Solver() {}

  /** Loads the library, where that has not been done yet. */
  static void load() {
    // The class is initialised by being called.
  }
}

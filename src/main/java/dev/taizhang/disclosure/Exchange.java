package dev.taizhang.disclosure;

/**
 * People of one combination of groups move, and people of another the other way, between the same
 * two ends: universities or disciplines. Figures of everybody and of the groups that both are in
 * stay as they are everywhere; those of the other groups move at the ends.
 *
 * @param one where the people can move that are in the group that is to move
 * @param other where those can who are not
 * @param end the other end
 * @param room how many can
 * @param loss what readers lose of what is shown
 */
record Exchange(Reach one, Reach other, int end, long room, double loss) {

  /** Loss for each of those that move. */
  double price(long wanted) {
    return loss / Math.min(room, wanted);
  }

  void carryOut(long amount, Moves moves) {
    one.move(end, amount, moves);
    other.move(end, amount, moves);
  }
}

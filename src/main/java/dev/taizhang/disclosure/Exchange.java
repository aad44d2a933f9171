package dev.taizhang.disclosure;

import dev.taizhang.disclosure.Swap.Way;
import java.util.List;
import java.util.SortedMap;

/**
 * An exchange of people: some of one combination of groups are placed and some of another are not,
 * here, and the other way round there, so that all figures stay as they are but those of the groups
 * that tell the combinations apart, in a few places.
 *
 * @param people how many of the people with an index move up for each that is exchanged
 * @param universities those whose figures it moves, but the one that it begins at
 * @param ways combinations that stand in for each other, first to last
 * @param room how many can be exchanged; none where two parts of it need the same people, or where
 *     too many have moved already
 * @param loss what readers lose of what is shown
 */
record Exchange(
    SortedMap<Integer, Integer> people,
    List<Integer> universities,
    List<Way> ways,
    long room,
    double loss) {

  void carryOut(long amount, Moves moves) {
    people.forEach((index, times) -> moves.add(index, times * amount));
  }
}

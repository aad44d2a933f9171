package dev.taizhang.reference;

import java.io.Serializable;

/**
 * What a header means.
 *
 * @param column the canonical column, or {@code ignored} for a header that is known and not read
 * @param secondary whether the header often stands beside the main one, so that it counts only
 *     where that is absent
 */
public record ColumnAlias(String column, boolean secondary) implements Serializable {}

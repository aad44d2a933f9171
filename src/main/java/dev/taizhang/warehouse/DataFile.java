package dev.taizhang.warehouse;

import java.io.Serializable;

/**
 * A file of rows that is written, and belongs to no version of its table yet.
 *
 * @param path below the table's folder
 * @param byteSize its bytes
 * @param rowCount its rows
 * @param statistics what the log is to tell of it: least and greatest values, as JSON
 */
public record DataFile(String path, long byteSize, long rowCount, String statistics)
    implements Serializable {}

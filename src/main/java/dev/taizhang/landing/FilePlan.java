package dev.taizhang.landing;

import dev.taizhang.landing.rows.Layout;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * How to read the rows of one file.
 *
 * @param submissionId the submission that it is
 * @param feed the feed that it is a file of
 * @param location full path, for the file system
 * @param byteSize size in bytes
 * @param universityCode the submitter
 * @param snapshotDate the date in the file's name
 * @param layout where in it what is to be found
 */
public record FilePlan(
    String submissionId,
    Feed feed,
    String location,
    long byteSize,
    String universityCode,
    LocalDate snapshotDate,
    Layout layout)
    implements Serializable {}

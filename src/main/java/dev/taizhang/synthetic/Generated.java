package dev.taizhang.synthetic;

import java.nio.file.Path;

/**
 * What was written.
 *
 * @param files ledger files
 * @param rows rows in them, below the headers
 * @param bytes size of all of them
 * @param landing the landing folder
 * @param reference the folder with the roster of universities
 * @param truth the folder with what the pipeline must find
 */
public record Generated(
    long files, long rows, long bytes, Path landing, Path reference, Path truth) {}

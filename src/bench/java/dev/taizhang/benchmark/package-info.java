/**
 * The benchmark: the program beside other ways to do the same, on the same files, and week after
 * week beside itself. Not a test; {@code bin/bench} runs it.
 *
 * @see <a href="../../../../../../docs/adr/0008-benchmark.md">ADR 0008</a>
 */
package dev.taizhang.benchmark;

/** The command line: parse, call, print, exit code. */
package dev.taizhang.cli;

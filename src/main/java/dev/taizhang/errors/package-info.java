/** The exceptions that a caller acts on: each is told to a person and has an exit code. */
package dev.taizhang.errors;

/** Runs the checks that tables and figures declare. */
package dev.taizhang.verification;

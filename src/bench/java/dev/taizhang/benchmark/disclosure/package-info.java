/** What it takes to protect a province, beside a plain greedy method. */
package dev.taizhang.benchmark.disclosure;

/** One run: lock, intake, flow, report. */
package dev.taizhang.run;

/** Files in: discovery, decoding, header matching, the CSV reader and the Spark source. */
package dev.taizhang.landing;

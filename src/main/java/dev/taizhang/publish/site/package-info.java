/** A site that opens from a folder: an edition, and the page that draws it. */
package dev.taizhang.publish.site;

/** A release on its way: what of the marts leaves, protected, in rows of the published tables. */
package dev.taizhang.release.draft;

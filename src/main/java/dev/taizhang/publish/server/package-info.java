/** Shows the site to the browsers of this machine, where there is no web server. */
package dev.taizhang.publish.server;

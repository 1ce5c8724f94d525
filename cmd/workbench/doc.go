// Package workbench is the study in a browser: it serves a page on this machine's loopback
// address alone, on which a person reads, codes, reviews and compares, and it keeps the study's own files.
//
// A Workbench holds one study open. It reads again what changed on disk, and writes under the
// same lock as the commands do. Each edit names what it changes as the page last saw it; one that
// meets something newer is refused with what is there now. Each edit also has a key, so that a request
// that is sent again, because the connection broke, is done once.
//
// The address holds a random token, which is exchanged for a cookie at the first call. Requests under
// another host name or from another origin are refused. The page is made of the files in page/, has no
// build step and loads nothing from elsewhere; all that comes from the study is put into it as
// text.
//
// It is the only package that may import net/http.
package workbench

// Package cmd is the command line: one file a command, named as it is typed. A
// command reads its flags, makes one call and prints the table that comes back; it counts
// nothing itself.
//
// An Env holds what a command needs of the world outside: streams, clock, folder,
// terminal. Answers go to Stdout, everything else to Stderr. Exit codes: 0 done, 1
// not done (or check found something), 2 wrong use.
package cmd

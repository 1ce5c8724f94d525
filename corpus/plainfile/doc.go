// Package plainfile reads and writes the files that people edit.
//
// Reading is strict and gathers everything: a Problem names file, line, what is
// wrong and what to do, and the good records beside a bad one are still read.
// YAML is decoded into strings first and typed by the Go field it goes to, so
// that "no", "01" and "1.10" stay what was typed. JSON lines are read one by one.
//
// Writing is whole or not at all (Dir), one writer at a time (Lock). Edits of a
// YAML file that a person keeps (AppendItem, SetField, TakeItem) change only the lines they must,
// so that comments, blank lines and order stay as they were.
//
// A change of several files can be held back (HoldBack) and noted whole before it is written
// (History): then it is ended if the program was killed, done once if it is asked for twice, and
// can be taken back line by line beside what others wrote since.
package plainfile

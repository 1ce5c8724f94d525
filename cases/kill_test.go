package cases

import "crosscase/corpus/plainfile"

// killed is the panic with which a test ends a program in the midst of its writing.
type killed struct{}

// killAt does what it is told with a folder that ends the program before the step of
// writing with a number, from 0; it returns the name of that step, "" if there are
// not so many.
func killAt(dir plainfile.Dir, stop int, do func(plainfile.Dir)) (at string) {
	dir.Step = func(step string) {
		if stop--; stop < 0 {
			at = step
			panic(killed{})
		}
	}
	defer func() {
		if r := recover(); r != nil && r != (killed{}) {
			panic(r)
		}
	}()
	do(dir)
	return at
}

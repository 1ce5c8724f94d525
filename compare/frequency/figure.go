package frequency

// Reason says why a figure is undefined. Its text is printed as it is, or looked up in a catalogue of words.
type Reason string

// The reasons.
const (
	EmptyMargin Reason = "a row or column of the table is empty"
	NoText      Reason = "there are no words"
	NotThere    Reason = "it never occurs"
	ShortText   Reason = "the text is shorter than the window"
)

// Figure is a number, or the reason why there is none.
type Figure struct {
	Value     float64
	Undefined Reason // "" if there is a value
}

// Defined tells whether there is a value.
func (f Figure) Defined() bool { return f.Undefined == "" }

func known(x float64) Figure      { return Figure{Value: x} }
func undefined(why Reason) Figure { return Figure{Undefined: why} }

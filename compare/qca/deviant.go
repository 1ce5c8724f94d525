package qca

// TermFit is how a term of a model fits the data.
type TermFit struct {
	Term       Term
	Membership []float64 // by case
	Sufficiency
	Unique  float64 // unique coverage: the coverage of the model less that of the model without the term
	Cases   []int   // more in the term than out
	Alone   []int   // of these, in the outcome and in no other term: uniquely covered
	Typical []int   // of Cases: in the outcome, and not more in the term than in the outcome
	Kind    []int   // of Cases: not in the outcome; deviant in kind for consistency
	Degree  []int   // of Cases: in the outcome, but more in the term than in it; deviant in degree
}

// ModelFit is how a model fits the data.
type ModelFit struct {
	Terms      []TermFit
	Membership []float64
	Sufficiency
	Kind      []int // more in the model than out, and not in the outcome
	Uncovered []int // in the outcome and not in the model: deviant for coverage
}

// Fit returns how a model and its terms fit the data. Typical and deviant cases are told apart as in
// Schneider and Rohlfing (2013), Sociological Methods & Research 42:559-597. A case at exactly .5 in the outcome is
// neither in it nor deviant in kind.
func Fit(d *Data, m Model) ModelFit {
	f := ModelFit{Membership: m.Membership(d)}
	f.Sufficiency = Sufficient(f.Membership, d.Y)
	for i, t := range m {
		others := append(append(Model{}, m[:i]...), m[i+1:]...)
		x := t.Membership(d)
		rest := others.Membership(d)
		tf := TermFit{Term: t, Membership: x, Sufficiency: Sufficient(x, d.Y)}
		tf.Unique = f.Cov - Sufficient(rest, d.Y).Cov
		for c := range x {
			if !In(x[c]) {
				continue
			}
			tf.Cases = append(tf.Cases, c)
			switch y := d.Y[c]; {
			case Ambiguous(y):
			case !In(y):
				tf.Kind = append(tf.Kind, c)
			case x[c] > y+tolerance:
				tf.Degree = append(tf.Degree, c)
			default:
				tf.Typical = append(tf.Typical, c)
			}
			if In(d.Y[c]) && !In(rest[c]) {
				tf.Alone = append(tf.Alone, c)
			}
		}
		f.Terms = append(f.Terms, tf)
	}
	for c, x := range f.Membership {
		switch y := d.Y[c]; {
		case In(x) && !In(y) && !Ambiguous(y):
			f.Kind = append(f.Kind, c)
		case In(y) && !In(x):
			f.Uncovered = append(f.Uncovered, c)
		}
	}
	return f
}

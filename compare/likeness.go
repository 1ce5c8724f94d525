package compare

import (
	"math"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/likeness"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// LikenessQuestion says in what cases are to be compared.
type LikenessQuestion struct {
	Codes        []string // these and those below them; without any and without Attributes, all that have a kind and are not structural
	Attributes   []string // attributes of words: each value is a thing that a case has or not
	Coefficient  likeness.Coefficient
	Pairs        bool             // of similarity: list in what each pair agrees and differs
	Linkage      likeness.Linkage // of clusters
	Illustrative bool             // group fewer than eight cases
}

// likenessThing is one code or one value of an attribute: what is known of it in every case.
type likenessThing struct {
	label    string
	marks    []likeness.Mark    // by case
	evidence [][]table.Evidence // by case: why it is marked so
}

// casesAlike are the cases with what is known of them.
type casesAlike struct {
	study   *cases.Study
	cases   []*cases.Case
	things  []likenessThing
	q       LikenessQuestion
	options Options
}

// alike marks for every case which of the codes and values it has. Present, partial and mixed are Yes; absent is No, and so is none
// where every source that counts was read and, if it is an interview, asked; open and none for another reason are
// Unknown. An attribute without a value is Unknown on all its values.
func alike(s *cases.Study, q LikenessQuestion, o Options) (*casesAlike, error) {
	a := &casesAlike{study: s, q: q, options: o.peoples()}
	var err error
	if a.cases, err = chosenCases(s, &cases.TableRecord{}, o); err != nil {
		return nil, err
	}
	if len(a.cases) < 2 {
		return nil, catalogue.Errorf("one case has nothing to be compared with\nhint: choose more with --case, or none for all")
	}
	if len(q.Codes) > 0 || len(q.Attributes) == 0 {
		codes, err := s.ChosenCodes(q.Codes)
		if err != nil {
			return nil, err
		}
		for _, code := range codes {
			if len(q.Codes) > 0 || code.Kind != "" && code.Kind != coding.Structural {
				a.things = append(a.things, a.ofCode(code))
			}
		}
	}
	attributes := []cases.Attribute{}
	if len(q.Attributes) > 0 {
		if attributes, err = attributesOf(s, &cases.TableRecord{Attributes: q.Attributes}); err != nil {
			return nil, err
		}
	}
	for _, attribute := range attributes {
		switch attribute.Kind {
		case cases.Number, cases.Date, cases.Duration:
			return nil, catalogue.Errorf("attribute %q holds quantities, which two cases hardly ever share\nhint: name attributes of kind enum, list, ranked or text; an enum can hold classes of the quantity", attribute.Key)
		}
		a.things = append(a.things, a.ofAttribute(attribute)...)
	}
	if len(a.things) == 0 {
		return nil, catalogue.Errorf("there is nothing to compare the cases in\nhint: name codes with --code, or attributes with --attributes")
	}
	return a, nil
}

func (a *casesAlike) ofCode(code *coding.Code) likenessThing {
	x := likenessThing{label: titleOf(a.study, code)}
	for _, one := range a.cases {
		st := a.options.standing(a.study, one, code, false)
		mark := likeness.Unknown
		switch st.State {
		case cases.StatePresent, cases.StatePartial, cases.StateMixed:
			mark = likeness.Yes
		case cases.StateAbsent:
			mark = likeness.No
		case cases.StateNone:
			if st.Silent() {
				mark = likeness.No
			}
		}
		evidence := st.evidence()
		if len(evidence) == 0 && mark != likeness.Unknown {
			for _, src := range st.Sources {
				if src.Counts && src.Document != "" {
					evidence = append(evidence, table.Evidence{Case: one.Key, Source: src.Document + ": " + a.options.Language.Say(src.State)})
				}
			}
			if len(evidence) == 0 { // a state that a person set
				evidence = []table.Evidence{{Case: one.Key, Source: one.File}}
			}
		}
		x.marks, x.evidence = append(x.marks, mark), append(x.evidence, evidence)
	}
	return x
}

// ofAttribute returns a thing for each value that some case has or that the attribute allows.
func (a *casesAlike) ofAttribute(attribute cases.Attribute) []likenessThing {
	values := append([]string{}, attribute.Values...)
	all := make([]cases.Value, len(a.cases))
	for i, one := range a.cases {
		all[i] = valueOf(a.study, one, attribute)
		for _, item := range all[i].Items {
			values = addOnce(values, item.Text)
		}
	}
	var out []likenessThing
	for _, v := range values {
		x := likenessThing{label: attribute.Title() + ": " + attribute.Print(v, a.options.Language)}
		for i, one := range a.cases {
			mark := likeness.Unknown
			var evidence []table.Evidence
			for _, item := range all[i].Items {
				if mark != likeness.Yes {
					mark = likeness.No
				}
				if item.Text == v {
					mark, evidence = likeness.Yes, reasonsOf(a.study, one, item)
				}
			}
			if mark == likeness.No { // the list without it
				for _, item := range all[i].Items {
					evidence = append(evidence, reasonsOf(a.study, one, item)...)
				}
			}
			x.marks, x.evidence = append(x.marks, mark), append(x.evidence, evidence)
		}
		out = append(out, x)
	}
	return out
}

// marksOf returns what is known of a case on all things.
func (a *casesAlike) marksOf(i int) []likeness.Mark {
	out := make([]likeness.Mark, len(a.things))
	for k, x := range a.things {
		out[k] = x.marks[i]
	}
	return out
}

// of returns the fourfold table of two cases and their coefficient.
func (a *casesAlike) of(i, j int) (likeness.Fourfold, float64, likeness.Reason) {
	f := likeness.Compare(a.marksOf(i), a.marksOf(j))
	x, why := a.q.Coefficient.Of(f)
	return f, x, why
}

// known returns the evidence of all things that are known of both of two cases.
func (a *casesAlike) known(i, j int) []table.Evidence {
	var out []table.Evidence
	for _, x := range a.things {
		if x.marks[i] != likeness.Unknown && x.marks[j] != likeness.Unknown {
			out = append(out, x.evidence[i]...)
			if i != j {
				out = append(out, x.evidence[j]...)
			}
		}
	}
	return out
}

// distances returns how far apart the cases are, or which pair has no distance; root: their square roots.
func (a *casesAlike) distances(root bool) ([][]float64, error) {
	d := make([][]float64, len(a.cases))
	for i := range d {
		d[i] = make([]float64, len(a.cases))
	}
	for i := range d {
		for j := range i {
			_, x, why := a.of(j, i)
			if why != "" {
				return nil, catalogue.Errorf("the likeness of %s and %s is not defined: %s\nhint: --coefficient simple-matching is defined wherever something is known of both; leave cases out with --case", a.cases[j].Title(), a.cases[i].Title(), a.options.Language.Say(string(why)))
			}
			x = math.Max(0, a.q.Coefficient.Distance(x))
			if root {
				x = math.Sqrt(x)
			}
			d[i][j], d[j][i] = x, x
		}
	}
	return d, nil
}

// distanceNote says how a distance follows from the coefficient.
func (a *casesAlike) distanceNote(root bool) string {
	key := "note distance"
	if root {
		key += " root"
	}
	if a.q.Coefficient == likeness.Phi {
		key += " half"
	}
	return a.options.Language.Say(key, a.coefficient())
}

func (a *casesAlike) coefficient() string { return a.options.Language.Say(string(a.q.Coefficient)) }

func (a *casesAlike) note(l catalogue.Language) string {
	formula := map[likeness.Coefficient]string{likeness.SimpleMatching: "(a+d)/(a+b+c+d)", likeness.Jaccard: "a/(a+b+c)", likeness.RusselRao: "a/(a+b+c+d)",
		likeness.Zeta: "(2a+d)/(2a+b+c+d)", likeness.Phi: "(ad-bc)/√((a+b)(c+d)(a+c)(b+d))"}[a.q.Coefficient]
	return l.Say("note likeness", a.coefficient(), formula, len(a.things))
}

func (a *casesAlike) newTable(name, title, corner string) *table.Table {
	return &table.Table{Name: name, Title: title, Language: a.options.Language, Corner: corner, How: how(a.study, &cases.TableRecord{}, a.options)}
}

// titles returns the labels of cases, one after the other.
func (a *casesAlike) titles(of []int) string {
	var out []string
	for _, i := range of {
		out = append(out, a.cases[i].Title())
	}
	return strings.Join(out, ", ")
}

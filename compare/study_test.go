package compare

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// files are the files of a small study, by name.
type files map[string]string

func (f files) with(pairs ...string) files {
	out := maps.Clone(f)
	for i := 0; i+1 < len(pairs); i += 2 {
		out[pairs[i]] = pairs[i+1]
	}
	return out
}

func (f files) open(t *testing.T) *cases.Study {
	t.Helper()
	m := fstest.MapFS{}
	for name, data := range f {
		m[name] = &fstest.MapFile{Data: []byte(data)}
	}
	s, problems := cases.Open(m)
	if len(problems) > 0 {
		t.Fatalf("problems:\n%s", problems.Error())
	}
	return s
}

const book = `format: 1
codes:
  - key: steering
    label: Steering
    kind: adaptation
    children:
      - key: targets
        label: Targets
        kind: adaptation
      - key: visits
        label: Visits
        kind: adaptation
        values: [used, dropped]
  - key: money
    label: Money
    kind: challenge
`

const interview = `Int: How do you steer?

Eva: We set targets every year. We visit other towns.

Int: And money?

Eva: No, that was never a problem. Well, in the schools perhaps.
`

const speakers = "speakers:\n  - label: Int\n    role: interviewer\n  - label: Eva\n    role: informant\n"

func coded(code, quote string, fields ...string) string {
	s := fmt.Sprintf("{\"code\": %q, \"quote\": %q", code, quote)
	for i := 0; i+1 < len(fields); i += 2 {
		s += fmt.Sprintf(", %q: %q", fields[i], fields[i+1])
	}
	return s + "}\n"
}

func read() string {
	return fmt.Sprintf("{\"read\": \"all\", \"codebook\": %q}\n", corpus.Digest([]byte(book)))
}

// towns are four cases: in a everything is there, b says no to some of it, c is read and silent,
// d is unread but for a proposal.
func towns() files {
	f := files{
		"crosscase.yaml": "format: 1\nid: towns\ntitle: Towns\nlanguage: en\ncoders: [ann, bo]\n",
		"codebook.yaml":  book,
		"guide.yaml":     "format: 1\nthemes:\n  - key: all\n    questions:\n      - key: q1\n        ask: How do you steer?\n      - key: q2\n        ask: And money?\n",
		"attributes.yaml": `format: 1
attributes:
  - key: size
    label: Size
    kind: enum
    values: [small, large]
  - key: inhabitants
    label: Inhabitants
    kind: number
  - key: met
    label: Met
    kind: date
    from: interview.date
  - key: length
    label: Length
    kind: duration
    from: interview.duration
  - key: methods
    label: Methods
    kind: list
  - key: ends
    label: Ends
    kind: ranked
`,
		"codings/ann/a.jsonl": read() + "{\"coverage\": \"closed\"}\n" + coded("targets", "We set targets every year", "note", "yearly targets") + coded("visits", "We visit other towns", "value", "used") +
			coded("money", "in the schools perhaps", "says", "qualified"),
		"codings/bo/a.jsonl":    coded("targets", "targets every year.", "note", "yearly targets"),
		"codings/ann/b.jsonl":   read() + "{\"coverage\": \"closed\"}\n" + coded("money", "No, that was never a problem", "says", "against") + coded("targets", "We set targets", "basis", "hearsay"),
		"codings/ann/c.jsonl":   read(),
		"codings/rules/d.jsonl": coded("money", "And money?") + coded("targets", "We set targets every year."),
		"codings/guide/a.jsonl": `{"asked": "q1", "quote": "How do you steer?"}` + "\n" + `{"asked": "q2", "quote": "And money?"}` + "\n",
		"summaries/a.md":        "## targets\nThey set them.\n\nEvery year.\n",
		"cases/a.yaml": "key: a\nlabel: Town A\nmembers:\n  - a.txt\nvalues:\n  size: small\n  inhabitants:\n    is: 58300\n    because:\n      - source: Statistics 2015\n" +
			"  methods:\n    - is: visits\n      because:\n        - document: a.txt\n          quote: We visit other towns\n    - surveys\n  ends: [first, second, third]\n",
		"cases/b.yaml": "key: b\nlabel: Town B\nmembers:\n  - b.txt\nvalues:\n  size: large\n  inhabitants: 1250.5\n  methods: visits\n",
		"cases/c.yaml": "key: c\nlabel: Town C\nmembers:\n  - c.txt\nvalues:\n  size: small\n  inhabitants: 700\n",
		"cases/d.yaml": "key: d\nlabel: Town D\nmembers:\n  - d.txt\nvalues:\n  inhabitants:\n    missing: they would not say\n",
	}
	for i, key := range []string{"a", "b", "c", "d"} {
		f["documents/"+key+".txt"] = interview
		f["documents/"+key+".yaml"] = fmt.Sprintf("kind: interview\ntitle: Talk in %s\n%sdate: 2016-02-1%d\nduration: %d min\n", strings.ToUpper(key), speakers, i, 40+i)
	}
	return f
}

func build(t *testing.T, s *cases.Study, r cases.TableRecord, o Options) *table.Table {
	t.Helper()
	if r.Form == "" {
		r.Form = "codes"
	}
	if r.Cell == "" {
		r.Cell = "state"
	}
	if o.Language == "" {
		o.Language = "en"
	}
	out, err := Build(s, &r, o)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// rowNamed returns what a row prints, its note last if it has one.
func rowNamed(t *testing.T, tb *table.Table, key string) []string {
	t.Helper()
	i := slices.IndexFunc(tb.Rows, func(l table.Label) bool { return l.Key == key })
	if i < 0 {
		t.Fatalf("no row %q", key)
	}
	var out []string
	for _, c := range tb.Cells[i] {
		out = append(out, c.Printed())
	}
	if tb.Rows[i].Note != "" {
		out = append(out, tb.Rows[i].Note)
	}
	return out
}

package compare

import (
	"reflect"
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/compare/chart"
	"crosscase/corpus"
)

// In a the question about money was put and answered with something else; in b, whose coverage is closed, nobody put it; c is read, but
// nobody has said yet what was asked there.
func unasked() files {
	f := towns()
	with := strings.Replace(book, "label: Money", "label: Money\n    questions: [q2]", 1)
	f = f.with("codebook.yaml", with,
		"codings/ann/a.jsonl", read()+"{\"coverage\": \"closed\"}\n"+`{"asked": "q2", "quote": "And money?"}`+"\n",
		"codings/ann/b.jsonl", read()+"{\"coverage\": \"closed\"}\n",
		"findings.yaml", "format: 1\nfindings:\n  - key: f\n    claim: Nobody raised it in A and B.\n    codes: [money]\n    not-raised: [a, b]\n",
		"expectations.yaml", "format: 1\nexpectations:\n  - key: e\n    expect: Money is short.\n    codes: [money]\n    stage: before\n    on: 2016-01-01\n")
	for file, data := range f {
		f[file] = strings.ReplaceAll(data, corpus.Digest([]byte(book)), corpus.Digest([]byte(with)))
	}
	return f
}

func TestWhatNobodyAskedIsNotCalledSilence(t *testing.T) {
	s := unasked().open(t)
	findings := build(t, s, cases.TableRecord{Form: "findings"}, Options{})
	got := rowNamed(t, findings, "f")
	if !reflect.DeepEqual(got[:2], []string{"supported · none: asked and not raised", "partly · none: not asked"}) || got[5] != "not raised in Town A; not known of Town B" {
		t.Errorf("%q", got)
	}
	expected := rowNamed(t, build(t, s, cases.TableRecord{Form: "expectations"}, Options{}), "e")
	if !strings.HasPrefix(expected[0], "not seen · ") || !strings.HasPrefix(expected[1], "unknown · none: not asked") || !strings.HasPrefix(expected[2], "unknown · ") {
		t.Errorf("%q", expected)
	}
	// Leaving A out leaves no case in which anything is known of it.
	one := rowNamed(t, build(t, s, cases.TableRecord{Form: "one-case-out"}, Options{}), "a")
	if !strings.Contains(one[0], "Money: in none → unknown") {
		t.Errorf("%q", one)
	}
	tb := build(t, s, cases.TableRecord{Kind: "challenge", Cases: []string{"a", "b"}}, Options{})
	d := chart.Draw(tb)
	var words []string
	for _, g := range d.Groups {
		for _, m := range g.Marks {
			words = append(words, m.Words)
		}
	}
	if all := strings.Join(words, "|"); !strings.Contains(all, "not asked, or no source") || !strings.Contains(all, "(–)") || !strings.Contains(all, "|–|") {
		t.Error(all)
	}
}

// A number of cases may be one of those that are known.
func TestAFindingCountsAmongTheKnownCases(t *testing.T) {
	f := unasked()
	f["codings/ann/a.jsonl"] += coded("money", "in the schools perhaps")
	s := f.with("findings.yaml", "format: 1\nfindings:\n  - key: f\n    claim: In one of the one known.\n    codes: [money]\n    among: [a, b]\n    quantifier: 1 of 1\n").open(t)
	if got := rowNamed(t, build(t, s, cases.TableRecord{Form: "findings"}, Options{}), "f")[4]; got != "supported" {
		t.Errorf("%q", got)
	}
}

package cases

import (
	"regexp"
	"strings"

	"crosscase/corpus"
)

// What can be said of a summary beyond what check calls wrong.
const (
	NoAnchor        = "no-anchor"        // it names no passage that it rests on
	AnchorNowhere   = "anchor-nowhere"   // beyond the text, in no document, or lost when the text was corrected
	AnchorElsewhere = "anchor-elsewhere" // in a text of another case
	NotVerbatim     = "not-verbatim"     // a quote that nobody in the case said so
	QuoteUnanchored = "quote-unanchored" // a quote that stands in the case, but in no passage that is named
)

// SummaryFinding is one thing to look at in a summary.
type SummaryFinding struct {
	Case, Code string
	What       string // one of the constants above
	File       string
	Line       int
	Quote      string         // of a verbatim
	Passage    corpus.Passage // the anchor, or where an unanchored quote stands
}

var quoted = regexp.MustCompile(`«([^«»]+)»|“([^“”]+)”|"([^"]+)"`)

// LintSummaries goes through the summaries of the framework chart: those that rest on no
// passage, anchors that lead nowhere or to another case, and what stands in quotation marks and
// is not verbatim. A quote is verbatim if its words stand in a passage that the summary names;
// blanks, line ends and capitals do not matter, and … stands for words left out. One whose next
// anchor says "printed:" is taken as it is.
func (s *Study) LintSummaries() []SummaryFinding {
	var out []SummaryFinding
	for i := range s.Summaries {
		if c := s.Case(s.Summaries[i].Case); c != nil && s.Codebook.Code(s.Summaries[i].Code) != nil {
			out = append(out, s.LintSummary(c, &s.Summaries[i])...)
		}
	}
	return out
}

// LintSummary is LintSummaries for one summary, of a case.
func (s *Study) LintSummary(c *Case, sum *Summary) []SummaryFinding {
	var out []SummaryFinding
	add := func(what string, line int, quote string, p corpus.Passage) {
		out = append(out, SummaryFinding{Case: c.Key, Code: sum.Code, What: what, File: sum.File, Line: line, Quote: quote, Passage: p})
	}
	if sum.Text == "" {
		return nil
	}
	if len(sum.Anchors) == 0 {
		add(NoAnchor, sum.Line, "", corpus.Passage{})
	}
	var named []string
	for _, a := range sum.Anchors {
		t, err := s.Text(a.Document)
		switch {
		case err != nil || a.Fate != "" || a.Start >= a.End || a.End > t.Text.Len():
			add(AnchorNowhere, a.Line, "", a.Passage)
			continue
		case !c.holds(a.Passage):
			add(AnchorElsewhere, a.Line, "", a.Passage)
		}
		named = append(named, t.Text.Slice(a.Span))
	}
	for _, q := range quotesIn(sum) {
		if q.printed {
			continue
		}
		if standsIn(named, q.words) {
			continue
		}
		if p, ok := s.standsAt(c, q.words); ok {
			add(QuoteUnanchored, q.line, q.words, p)
		} else {
			add(NotVerbatim, q.line, q.words, corpus.Passage{})
		}
	}
	return out
}

type summaryQuote struct {
	words   string
	line    int
	printed bool
}

// quotesIn returns what stands in quotation marks in a summary, and whether the anchor that
// follows it, before the next quote, says that it is printed in another form.
func quotesIn(sum *Summary) []summaryQuote {
	var out []summaryQuote
	found := quoted.FindAllStringSubmatchIndex(sum.Text, -1)
	for i, m := range found {
		q := summaryQuote{line: sum.Begins + strings.Count(sum.Text[:m[0]], "\n")}
		for g := 2; g < len(m); g += 2 {
			if m[g] >= 0 {
				q.words = sum.Text[m[g]:m[g+1]]
			}
		}
		end := len(sum.Text)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		if a := summaryAnchor.FindStringSubmatch(sum.Text[m[1]:end]); a != nil {
			q.printed = anchorOf(a, 0).Printed != ""
		}
		out = append(out, q)
	}
	return out
}

var leftOut = regexp.MustCompile(`\s*[\[(]?(?:…|\.\.\.)[\])]?\s*`)

// pieces returns the words of a quote between the marks for what is left out, on one line each.
func pieces(quote string) []string {
	var out []string
	for _, p := range leftOut.Split(quote, -1) {
		if p = strings.Trim(strings.Join(strings.Fields(p), " "), " .,;:"); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// standsIn tells whether the pieces of a quote stand in one of some texts, in their order.
func standsIn(texts []string, quote string) bool {
	for _, text := range texts {
		rest, ok := strings.ToLower(strings.Join(strings.Fields(text), " ")), true
		for _, p := range pieces(quote) {
			at := strings.Index(rest, strings.ToLower(p))
			if at < 0 {
				ok = false
				break
			}
			rest = rest[at+len(p):]
		}
		if ok {
			return true
		}
	}
	return false
}

// standsAt finds the turn or paragraph of a case in which a quote stands.
func (s *Study) standsAt(c *Case, quote string) (corpus.Passage, bool) {
	for _, m := range c.Members {
		t, err := s.Text(m.Document)
		if err != nil {
			continue
		}
		for _, unit := range t.Structure.Units(t.Text, corpus.TurnUnit) {
			p := corpus.Passage{Document: m.Document, Span: unit.Span}
			if m.Holds(p) && standsIn([]string{t.Text.Slice(unit.Span)}, quote) {
				return p, true
			}
		}
	}
	return corpus.Passage{}, false
}

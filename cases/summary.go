package cases

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// Summary is the researcher's own words on one code in one case: a section of summaries/CASE.md
// under "## code". A passage it rests on stands in brackets, as a locator; behind it may stand
// that the quote before it is printed in another form than it was said, and why:
//
//	The tool slept: «et sovende verktøy» [a-intervju.txt:812-830]. They gave it up
//	("we let it go" [a-intervju.txt:1190-1218; printed: translated]).
type Summary struct {
	Case, Code, Text string // Text as it stands in the file
	File             string
	Line             int // of the heading
	Begins           int // the line of the file in which Text begins
	Anchors          []SummaryAnchor
}

// SummaryAnchor is a locator in a summary.
type SummaryAnchor struct {
	corpus.Passage
	Printed string      // why the quote before it is not printed as it was said; "" if it is
	Fate    corpus.Fate // lost or unclear, where a correction of the text did not find it again
	Line    int         // in the file
}

var (
	summaryHeading = regexp.MustCompile(`^##\s+(\S+)\s*$`)
	summaryAnchor  = regexp.MustCompile(`\[([a-z0-9._-]+\.txt):(\d+)-(\d+)((?:;[^\[\]]*)?)\]`)
)

// readSummaries reads summaries/CASE.md: a section for each code, headed "## code".
func readSummaries(file string, data []byte) []Summary {
	var out []Summary
	for i, line := range strings.Split(string(data), "\n") {
		if m := summaryHeading.FindStringSubmatch(line); m != nil {
			out = append(out, Summary{Case: strings.TrimSuffix(path.Base(file), ".md"), Code: m[1], File: file, Line: i + 1})
			continue
		}
		if n := len(out); n > 0 {
			out[n-1].Text += line + "\n"
			for _, m := range summaryAnchor.FindAllStringSubmatch(line, -1) {
				out[n-1].Anchors = append(out[n-1].Anchors, anchorOf(m, i+1))
			}
		}
	}
	for i := range out {
		text := strings.TrimLeft(out[i].Text, " \t\n")
		out[i].Begins = out[i].Line + 1 + strings.Count(out[i].Text[:len(out[i].Text)-len(text)], "\n")
		out[i].Text = strings.TrimSpace(text)
	}
	return out
}

// anchorOf reads a match of summaryAnchor.
func anchorOf(m []string, line int) SummaryAnchor {
	start, _ := strconv.Atoi(m[2])
	end, _ := strconv.Atoi(m[3])
	a := SummaryAnchor{Passage: corpus.Passage{Document: m[1], Span: corpus.Span{Start: start, End: end}}, Line: line}
	for _, part := range strings.Split(m[4], ";") {
		part = strings.TrimSpace(part)
		if why, ok := strings.CutPrefix(part, "printed:"); ok {
			a.Printed = strings.TrimSpace(why)
		}
		if part == string(corpus.Lost) || part == string(corpus.Unclear) {
			a.Fate = corpus.Fate(part)
		}
	}
	return a
}

var wrapped = regexp.MustCompile(`([^\n])\n([^\n\s*+-])`)

// Plain is the text of the summary without its anchors, as a table prints it: a paragraph a line, with
// blank lines between.
func (m Summary) Plain() string {
	text := regexp.MustCompile(`\s*`+summaryAnchor.String()).ReplaceAllString(m.Text, "")
	return strings.TrimSpace(wrapped.ReplaceAllString(text, "$1 $2"))
}

// Summary returns the summary of a code in a case, nil if none is written.
func (s *Study) Summary(c *Case, codeKey string) *Summary {
	for i := range s.Summaries {
		sum := &s.Summaries[i]
		if code := s.Codebook.Code(sum.Code); sum.Case == c.Key && code != nil && code.Key == codeKey && sum.Text != "" {
			return sum
		}
	}
	return nil
}

// checkSummaries notes summaries of no case or code, and anchors that lead nowhere or out of the
// case. Anchors into a text that was edited in its file are followed to where it stands now.
func (s *Study) checkSummaries(problems *plainfile.Problems) {
	for i := range s.Summaries {
		sum := &s.Summaries[i]
		c := s.Case(sum.Case)
		if c == nil {
			problems.Add(sum.File, sum.Line, "there is no case %q\nhint: %s", sum.Case, plainfile.DidYouMean(sum.Case, s.CaseKeys(), "name the file for a case"))
		}
		s.checkCode(sum.File, sum.Line, sum.Code, problems)
		for j := range sum.Anchors {
			s.checkSummaryAnchor(c, sum, &sum.Anchors[j], problems)
		}
	}
}

func (s *Study) checkSummaryAnchor(c *Case, sum *Summary, a *SummaryAnchor, problems *plainfile.Problems) {
	t, err := s.Text(a.Document)
	if err != nil {
		problems.Add(sum.File, a.Line, "document %q is not in the study\nhint: %s", a.Document, plainfile.DidYouMean(a.Document, s.Keys(), "crosscase corpus list shows the documents"))
		return
	}
	if a.Fate != "" {
		problems.Add(sum.File, a.Line, "the anchor [%s] was %s when the text was corrected\nhint: crosscase search finds the words; write the new place, or take the anchor out", a.Passage, a.Fate)
		return
	}
	if rev := s.Since(a.Document, s.Document(a.Document).Digest); rev != nil {
		if f := rev.Follow(a.Span); f.Fate == corpus.Same || f.Fate == corpus.Moved {
			a.Span = f.Span
		}
	}
	switch {
	case a.Start >= a.End || a.End > t.Text.Len():
		problems.Add(sum.File, a.Line, "the anchor [%s] leads nowhere: the text has %d characters\nhint: copy the locator from crosscase search or quotes", a.Passage, t.Text.Len())
	case c != nil && !c.holds(a.Passage):
		problems.Add(sum.File, a.Line, "the anchor [%s] leads out of case %q\nhint: quote the other case in the comparison, not in this account", a.Passage, c.Key)
	}
}

// holds tells whether a passage belongs to a member of the case.
func (c *Case) holds(p corpus.Passage) bool {
	for _, m := range c.Members {
		if m.Holds(p) {
			return true
		}
	}
	return false
}

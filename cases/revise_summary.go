package cases

import (
	"fmt"
	"path"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// planSummaries follows the anchors of the summaries. One that is not found again keeps its
// place and is marked "; lost" or "; unclear", for check and the lint to name.
func (s *Study) planSummaries(dir plainfile.Dir, r *revision, t *corpus.Text, rev *corpus.Revision) error {
	for _, file := range append(s.files("summaries", ".md"), s.files("memos", ".md")...) {
		data, err := dir.Read(file)
		if err != nil {
			return err
		}
		if r.done(file, data) {
			continue
		}
		kind := "summary"
		if path.Dir(file) == "memos" {
			kind = "memo"
		}
		lines := strings.Split(string(data), "\n")
		for i := range lines {
			lines[i] = summaryAnchor.ReplaceAllStringFunc(lines[i], func(typed string) string {
				a := anchorOf(summaryAnchor.FindStringSubmatch(typed), i+1)
				if a.Document != r.Document || a.Fate != "" || a.Start >= a.End || a.End > rev.Old.Len() {
					return typed
				}
				f := rev.Follow(a.Span)
				p := RevisedPlace{Kind: kind, File: fmt.Sprintf("%s:%d", file, i+1), Was: a.Span, Quote: rev.Old.Slice(a.Span), Followed: f}
				if f.Fate == corpus.Lost || f.Fate == corpus.Unclear {
					r.Places = append(r.Places, p)
					return strings.TrimSuffix(typed, "]") + "; " + string(f.Fate) + "]"
				}
				p.Now = t.Slice(f.Span)
				r.Places = append(r.Places, p)
				return strings.Replace(typed, a.Span.String(), f.Span.String(), 1)
			})
		}
		r.put(file, data, []byte(strings.Join(lines, "\n")))
	}
	return nil
}

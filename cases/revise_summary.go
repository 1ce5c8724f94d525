package cases

import (
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// planSummaries follows the anchors of the summaries. One that is not found again keeps its
// place and is marked "; lost" or "; unclear", for check and the lint to name. Anchors are places without
// words, so a correction that was begun and goes on must not move them twice: a summary that is already as the
// record of its beginning says is left.
func (s *Study) planSummaries(dir plainfile.Dir, r *revision, t *corpus.Text, rev *corpus.Revision) error {
	var begun undoRecord
	if data, err := dir.Read(undoFile(r.Document, r.From, r.To)); err == nil {
		if err := json.Unmarshal(data, &begun); err != nil {
			return fmt.Errorf("%s: %w", undoFile(r.Document, r.From, r.To), err)
		}
	}
	for _, file := range append(s.files("summaries", ".md"), s.files("memos", ".md")...) {
		data, err := dir.Read(file)
		if err != nil {
			return err
		}
		if digest, ok := begun.Became[file]; ok && digest == corpus.Digest(data) {
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

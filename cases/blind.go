package cases

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"crosscase/coding"
)

// Hidden are the codings that are hidden from a coder: how many, in which documents; and how many memos.
type Hidden struct {
	Codings   int
	Documents []string // sorted
	Memos     int      // of the whole study
}

// HiddenFrom returns what is hidden from a coder who codes blind, in one document or in all (""); with all, what other people coded at all.
func (s *Study) HiddenFrom(coder, document string, all bool) Hidden {
	var out Hidden
	hides := s.hider(coder, all)
	if hides == nil {
		return out // without a look at any coding: most who look are not blind
	}
	for _, c := range s.Codings.All() {
		if hides(c.Coder, c.Document) && (document == "" || c.Document == document) {
			out.Codings++
			out.Documents = append(out.Documents, c.Document)
		}
	}
	slices.Sort(out.Documents)
	out.Documents = slices.Compact(out.Documents)
	if document == "" {
		out.Memos = len(s.HiddenMemos(coder, all))
	}
	return out
}

// Hide takes what is hidden from a coder out of the study in memory, which then is for looking at only: nothing may be saved of it.
// With the codings go the readings, else a document that others read would be one that says nothing, the verdicts, and the memos that speak of
// it (HiddenMemos). What stands in nobody's name is shown: the code book, cases with values and states, summaries, findings, and what the machine
// coders propose.
func (s *Study) Hide(coder string, all bool) {
	hides, file := s.hider(coder, all), s.Hidden(coder, all)
	if hides == nil {
		return
	}
	layers := make([]*coding.Layer, len(s.Layers()))
	for i, l := range s.Layers() {
		shown := *l
		if hides(l.Coder, l.Document) {
			shown.Codings, shown.Unplaced = nil, nil
		}
		if file(coding.LayerFile(l.Coder, l.Document)) {
			shown.Reads, shown.Looked = nil, nil
		}
		layers[i] = &shown
	}
	s.setLayers(layers)
	s.Reviews = slices.DeleteFunc(s.Reviews, func(r coding.Review) bool { return file(coding.ReviewFile(r.Coder, r.Document)) })
	s.Refresh()
	s.hideMemos(coder, file)
}

// SeesCodings refuses ids of codings that are hidden from a coder, as if there were none such.
func (s *Study) SeesCodings(coder string, ids ...string) error {
	hides := s.hider(coder, false)
	for _, id := range ids {
		c, ok := s.Coding(id)
		if !ok {
			c, _, ok = s.unplaced(id)
		}
		if ok && hides != nil && hides(c.Coder, c.Document) {
			return s.unknownCoding(id)
		}
	}
	return nil
}

// BlindCoders returns the coders who code blind.
func (s *Study) BlindCoders() (out []string) {
	for _, c := range s.Coders {
		if c.Blind {
			out = append(out, c.Name)
		}
	}
	return out
}

// lookedLine begins the line of the journal that says that a coder who codes blind looked at what others coded.
const lookedLine = "looked at what others coded, before reading: "

// LookedLine returns the line of the journal of a coder who codes blind and looked at what others coded.
func LookedLine(documents []string) string { return lookedLine + strings.Join(documents, " ") }

// LookedAt returns, by coder, the documents in which a coder who codes blind looked at what others coded before reading them, as the journal
// tells it.
func (s *Study) LookedAt() map[string][]string {
	out := map[string][]string{}
	if len(s.BlindCoders()) == 0 {
		return out
	}
	data, _ := fs.ReadFile(s.fsys, "journal.jsonl")
	for _, line := range strings.Split(string(data), "\n") {
		if !strings.Contains(line, lookedLine) {
			continue
		}
		var l struct{ Coder, Did string }
		if json.Unmarshal([]byte(line), &l) != nil {
			continue
		}
		if documents, ok := strings.CutPrefix(l.Did, lookedLine); ok {
			for _, key := range strings.Fields(documents) {
				out[l.Coder] = addOnce(out[l.Coder], s.keyNow(key))
			}
		}
	}
	return out
}

// suggestedLine is the line of the journal that says that suggestions were made, and learnedOf what it ends with if they were learned only from what
// a coder sees.
const suggestedLine, learnedOf = "suggest proposed %d codings", ", learned from what %s sees"

// SuggestedLine returns the line of the journal that says that suggestions were made, learned from all or only from what a coder who codes blind sees.
func SuggestedLine(proposed int, of string) string {
	line := fmt.Sprintf(suggestedLine, proposed)
	if of != "" {
		line += fmt.Sprintf(learnedOf, of)
	}
	return line
}

// learnedElsewhere tells whether the suggestions may have been learned from what others coded where a coder may not see it.
func (s *Study) learnedElsewhere(coder string, hides func(who, document string) bool) bool {
	made, hidden := false, false
	for _, l := range s.Layers() {
		made = made || l.Coder == coding.SuggestCoder && len(l.Codings) > 0
		hidden = hidden || l.Coder != coder && !coding.Machine(l.Coder) && len(l.Codings) > 0 && hides(l.Coder, l.Document)
	}
	if !made || !hidden {
		return false
	}
	data, _ := fs.ReadFile(s.fsys, "journal.jsonl")
	latest := ""
	for line := range strings.SplitSeq(string(data), "\n") {
		var l struct{ Did string }
		if strings.Contains(line, "suggest proposed ") && json.Unmarshal([]byte(line), &l) == nil {
			latest = l.Did
		}
	}
	return !strings.HasPrefix(latest, "suggest proposed ") || !strings.HasSuffix(latest, fmt.Sprintf(learnedOf, coder))
}

package cases

import (
	"crosscase/corpus"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
)

// IntakeOf returns what was normalised, guessed and dropped when a document came in, as its
// sidecar keeps it. The report of a text that was dropped in by hand is empty.
func (s *Study) IntakeOf(dir plainfile.Dir, d *corpus.Document) (convert.Report, error) {
	var r convert.Report
	data, there, err := dir.ReadIfThere(SidecarFile(d.Key))
	if err != nil || !there {
		return r, err
	}
	var side sidecar
	var problems plainfile.Problems
	plainfile.Unmarshal(SidecarFile(d.Key), data, &side, &problems)
	for _, e := range side.Intake {
		r.Entries = append(r.Entries, convert.Entry{Did: e.Did, What: e.What, Count: e.Count, Example: e.Example, Characters: e.Characters})
	}
	if side.Account != nil {
		r.In, r.Kept = side.Account.In, side.Account.Kept
	}
	return r, problems.Err()
}

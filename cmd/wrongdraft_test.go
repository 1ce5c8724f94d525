package cmd

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crosscase/compare"
	"crosscase/corpus/convert"
)

// TestWrongDraft holds the linter against drafts of the example studies into which overgeneralisations were planted: each of
// them is found, and no other sentence is flagged.
func TestWrongDraft(t *testing.T) {
	for _, example := range []string{"municipalities", "libraries"} {
		t.Run(example, func(t *testing.T) {
			s := demoStudy(t, example)
			file := filepath.Join("..", "testdata", "claims", "wrong-"+example+".md")
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			draft, err := compare.ReadDraft(context.Background(), s, file, data, convert.Options{})
			if err != nil {
				t.Fatal(err)
			}
			planted := map[int]bool{}
			lines := strings.Split(string(data), "\n")
			for i, line := range lines {
				if strings.Contains(line, "<!-- planted -->") {
					planted[i+1] = true
				}
			}
			if len(planted) < 10 {
				t.Fatalf("only %d sentences are planted", len(planted))
			}
			flagged := map[int]bool{}
			found, aside := compare.Draft(s, draft.Sentences, draft.Language)
			for i := range found {
				d := &found[i]
				if d.Flagged() {
					flagged[d.Sentence.Line] = true
				}
				if d.Flagged() && !planted[d.Sentence.Line] {
					t.Errorf("line %d is true and flagged: %s (%v, %s)", d.Sentence.Line, d.Clause, d.Claim.Claimed, d.Verdict)
				}
			}
			for line := range planted {
				if !flagged[line] {
					t.Errorf("line %d is planted and not flagged: %s", line, lines[line-1])
				}
			}
			t.Logf("%d sentences, %d planted, %d flagged; %s", len(draft.Sentences), len(planted), len(flagged), compare.DraftCounts(len(draft.Sentences), found, aside, "en"))
		})
	}
}

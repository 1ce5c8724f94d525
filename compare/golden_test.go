package compare

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGoldenTables(t *testing.T) {
	s := towns().open(t)
	for name, c := range map[string]struct {
		record   cases.TableRecord
		language catalogue.Language
	}{
		"states.txt":     {cases.TableRecord{Title: "Adaptations", Kind: "adaptation"}, "en"},
		"states-nb.txt":  {cases.TableRecord{Title: "Utfordringer", Kind: "challenge"}, "nb"},
		"states-nn.txt":  {cases.TableRecord{Title: "Utfordringar", Kind: "challenge"}, "nn"},
		"counts.txt":     {cases.TableRecord{Title: "Steering", Under: "steering", Subcodes: true, Cell: "count"}, "en"},
		"quotes.txt":     {cases.TableRecord{Title: "Quotes", Kind: "adaptation", Cell: "quotes"}, "en"},
		"by-size.txt":    {cases.TableRecord{Title: "By size", Kind: "challenge", By: "size"}, "en"},
		"attributes.txt": {cases.TableRecord{Title: "The towns", Form: "attributes", Close: "mean"}, "en"},
		"items.txt":      {cases.TableRecord{Title: "Methods", Form: "items", Attributes: []string{"methods"}}, "en"},
		"outline.txt":    {cases.TableRecord{Title: "Outline", Form: "outline", Under: "steering"}, "en"},
	} {
		var b bytes.Buffer
		tb := build(t, s, c.record, Options{Language: c.language})
		if err := table.WriteText(&b, tb, table.Look{Width: 100, Why: true}); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.MkdirAll("testdata", 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b.Bytes(), want) {
			t.Errorf("%s changed; look at it, then run with -update\ngot\n%s\nwant\n%s", file, b.Bytes(), want)
		}
	}
}

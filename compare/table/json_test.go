package table

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"sort"
	"strings"
	"testing"
)

// The fields of the JSON form, written down by hand: other programs rely on them. One may
// be added here; one that is gone or has another type breaks somebody's work.
var promised = `
banner string
cells list
cells aside list
cells aside basis list
cells aside case string
cells aside cite string
cells aside passage string
cells aside quote string
cells aside says string
cells aside status string
cells aside codings list
cells aside coders list
cells aside planned bool
cells because string
cells cases list
cells count number
cells derived string
cells evidence list
cells evidence basis list
cells evidence by list
cells evidence notes list
cells evidence when list
cells evidence case string
cells evidence cite string
cells evidence codings list
cells evidence coders list
cells evidence passage string
cells evidence quote string
cells evidence says string
cells evidence source string
cells evidence status string
cells evidence values list
cells interval list
cells items list
cells missing string
cells number number
cells proposed list
cells proposed case string
cells proposed cite string
cells proposed codings list
cells proposed coders list
cells proposed passage string
cells proposed quote string
cells proposed says string
cells proposed status string
cells sources list
cells sources counts bool
cells sources document string
cells sources kind string
cells sources state string
cells sources why string
cells state string
cells text string
columns list
columns key string
columns label string
counts string
format number
how object
how command string
how inputs list
how version string
name string
notes list
rows list
rows depth number
rows key string
rows label string
rows note string
title string
`

func TestJSONHasExactlyThePromisedFields(t *testing.T) {
	var b bytes.Buffer
	if err := WriteJSON(&b, sample()); err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(b.Bytes(), &v); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	fieldsOf(v, "", seen)
	got := keys(seen)
	want := strings.Split(strings.TrimSpace(promised), "\n")
	sort.Strings(want)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("fields\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// fieldsOf gathers the fields of a JSON value with their types.
func fieldsOf(v any, path string, seen map[string]bool) {
	switch v := v.(type) {
	case map[string]any:
		for name, value := range v {
			at := strings.TrimSpace(path + " " + name)
			kind := map[reflect.Kind]string{reflect.String: "string", reflect.Float64: "number", reflect.Bool: "bool", reflect.Slice: "list", reflect.Map: "object"}[reflect.TypeOf(value).Kind()]
			seen[at+" "+kind] = true
			fieldsOf(value, at, seen)
		}
	case []any:
		for _, item := range v {
			fieldsOf(item, path, seen)
		}
	}
}

func keys(m map[string]bool) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func TestJSONSaysTheFormatAndNeverNull(t *testing.T) {
	var b bytes.Buffer
	if err := WriteJSON(&b, &Table{Title: "Empty <&>", Rows: []Label{{Key: "r"}}, Columns: []Label{{Key: "c"}}, Cells: [][]Cell{{{}}}}); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	if !strings.Contains(out, `"format": 1`) || strings.Contains(out, "null") || !strings.Contains(out, `"title": "Empty <&>"`) {
		t.Errorf("%s", out)
	}
	if !strings.Contains(out, `"inputs": []`) || !strings.Contains(out, `"evidence": []`) || !strings.Contains(out, `"text": ""`) {
		t.Errorf("a field that is always there is not:\n%s", out)
	}
}

func TestJSONCountIsLeftOutWhereItIsNotKnown(t *testing.T) {
	zero, missing, two := Cell{}, Cell{Missing: "unread"}, Cell{}
	zero.SetEvidence(nil)
	missing.SetEvidence(nil)
	two.SetEvidence([]Evidence{{Source: "a:1"}, {Source: "a:2"}})
	var b bytes.Buffer
	table := &Table{Rows: []Label{{Key: "r"}}, Columns: make([]Label, 4), Cells: [][]Cell{{{}, zero, missing, two}}}
	if err := WriteJSONList(&b, []*Table{table}); err != nil {
		t.Fatal(err)
	}
	var back []struct{ Cells [][]struct{ Count *int } }
	if err := json.Unmarshal(b.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range back[0].Cells[0] {
		if c.Count == nil {
			got = append(got, "-")
		} else {
			got = append(got, fmt.Sprint(*c.Count))
		}
	}
	if strings.Join(got, " ") != "- 0 - 2" {
		t.Errorf("counts %v, want - 0 - 2", got)
	}
}

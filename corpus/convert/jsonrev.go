package convert

import "strings"

// readRev reads {monologues: [{speaker, elements: [{type, value, ts}]}]}. The
// elements stand as in the text, blanks among them.
func readRev(top jsonObject, t *recording) error {
	monologues, err := listAt[struct {
		Speaker  jsonText `json:"speaker"`
		Elements []struct {
			Type  string   `json:"type"` // text, punct, unknown
			Value jsonText `json:"value"`
			Start jsonTime `json:"ts"`
			End   jsonTime `json:"end_ts"`
		} `json:"elements"`
	}](top, "monologues")
	if err != nil {
		return err
	}
	blanks := false // stand among the elements
	for _, m := range monologues {
		for _, e := range m.Elements {
			blanks = blanks || e.Value != "" && strings.TrimSpace(string(e.Value)) == ""
		}
	}
	for _, m := range monologues {
		var list []spokenWord
		blank := true
		for _, e := range m.Elements {
			text := string(e.Value)
			glued := !blank && !strings.HasPrefix(text, " ")
			if !blanks {
				glued = e.Type == "punct" && len(list) > 0
			}
			blank = text == "" && blank || strings.HasSuffix(text, " ")
			if strings.TrimSpace(text) != "" {
				list = append(list, spokenWord{text, cueSpeaker(string(m.Speaker)), e.Start.to(e.End, 1), glued})
			}
		}
		t.words(list)
	}
	return nil
}

package convert

import (
	"bytes"
	"context"
	"encoding/json"

	"crosscase/corpus/catalogue"
)

// readOTR reads a transcript of oTranscribe: a text in HTML inside JSON. A time
// stands as [hh:mm:ss] where it was set: at the head of a paragraph it is that
// of the turn, inside one it stays among the words.
func readOTR(ctx context.Context, data []byte, _ Options, r *Report) (Source, error) {
	var file struct {
		Text  *string `json:"text"`
		Media string  `json:"media"`
	}
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), &file); err != nil {
		return Source{}, catalogue.Errorf("is no transcript of oTranscribe (%v); export it again", err)
	}
	if file.Text == nil {
		return Source{}, catalogue.Errorf(`is no transcript of oTranscribe: it has no "text"; export it again, or rename it to .json`)
	}
	p := newHTMLPage(ctx, r)
	p.part = true
	if err := p.read(*file.Text); err != nil {
		return Source{}, err
	}
	if file.Media != "" {
		r.Add("dropped", "name of the recording", 1, clip(file.Media, 60))
	}
	return Source{Format: "otr", Blocks: p.blocks, Talk: true}, nil
}

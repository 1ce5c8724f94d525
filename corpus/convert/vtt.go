package convert

import (
	"context"
	"html"
	"strings"

	"crosscase/corpus/catalogue"
)

// readVTT reads WebVTT captions, one block a caption and voice. Parts of one
// utterance, which Teams cuts and interleaves, are put together where the first
// stands.
func readVTT(ctx context.Context, data []byte, opts Options, r *Report) (Source, error) {
	s, err := decodeRecording(data, r)
	if err != nil {
		return Source{}, err
	}
	s = strings.TrimLeft(lineEnds(s, r), " \t\n")
	if !strings.HasPrefix(s, "WEBVTT") {
		return Source{}, catalogue.Errorf("does not begin with WEBVTT; it is damaged or has the wrong ending: export it again, or rename it to .txt")
	}
	head, _, _ := strings.Cut(s, "\n")
	title := html.UnescapeString(strings.Trim(strings.TrimPrefix(head, "WEBVTT"), " \t-"))
	if title != "" {
		r.In += weigh(title)
		r.Drop("title of the captions, kept as the title", title)
	}
	src, err := readCaptions(ctx, s, "vtt", opts, r)
	src.Title = title
	return src, err
}

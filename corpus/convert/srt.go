package convert

import (
	"context"

	"crosscase/corpus/catalogue"
)

// maxRecording is the size in bytes above which no transcript of a recording is
// read: twenty hours with the time of every word stay below it.
const maxRecording = 64 << 20

// decodeRecording returns the characters of a recording's transcript.
func decodeRecording(data []byte, r *Report) (string, error) {
	if err := checkRecording(data); err != nil {
		return "", err
	}
	return decode(data, r)
}

func checkRecording(data []byte) error {
	if len(data) > maxRecording {
		return catalogue.Errorf("has %d MB, more than the %d MB that are read of one recording; split it", len(data)>>20, maxRecording>>20)
	}
	return nil
}

// readSRT reads SubRip captions (.srt).
func readSRT(ctx context.Context, data []byte, opts Options, r *Report) (Source, error) {
	s, err := decodeRecording(data, r)
	if err != nil {
		return Source{}, err
	}
	return readCaptions(ctx, lineEnds(s, r), "srt", opts, r)
}

// readCaptions reads what SubRip and WebVTT have in common: one block a caption
// and voice.
func readCaptions(ctx context.Context, s, format string, opts Options, r *Report) (Source, error) {
	captions, err := captionsOf(ctx, s, format == "vtt", r)
	if err != nil {
		return Source{}, err
	}
	if n := len(captions); format == "srt" && (n == 0 || !captions[n-1].timed) {
		return Source{}, catalogue.Errorf("holds no times of captions (00:01:02,000 --> 00:01:05,000); is the ending right? rename it to .txt")
	}
	cues, err := cuesOf(ctx, captions, r)
	if err != nil {
		return Source{}, err
	}
	if opts.Speakers {
		cues = nameCues(cues, r)
	}
	return Source{Format: format, Cues: true, Talk: true, Blocks: talkBlocks(cues, r)}, nil
}

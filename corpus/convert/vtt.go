package convert

import (
	"context"
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	cueTimes  = regexp.MustCompile(`^\s*((?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d+)?)\s*-->\s*\S+`)
	voiceTag  = regexp.MustCompile(`<v(?:\.[^\s>]*)?(?:[ \t]+([^>]*))?>`)
	anyTag    = regexp.MustCompile(`</?(?:[cibuv]|ruby|rt|lang|\d+:[\d:.]+)(?:[.\s][^>]*)?>`)
	teamsPart = regexp.MustCompile(`^(\S+/\d+)-\d+$`)
)

// readVTT reads WebVTT captions, one block a caption and voice. Parts of one
// utterance, which Teams cuts and interleaves, are put together where the first
// stands.
func readVTT(_ context.Context, data []byte, _ Options, r *Report) (Source, error) {
	s, err := decode(data, r)
	if err != nil {
		return Source{}, err
	}
	s = lineEnds(s, r)
	if !strings.HasPrefix(s, "WEBVTT") {
		return Source{}, fmt.Errorf("does not begin with WEBVTT; it is damaged or has the wrong ending: export it again, or rename it to .txt")
	}
	head, _, _ := strings.Cut(s, "\n")
	src := Source{Format: "vtt", Cues: true, Title: strings.Trim(strings.TrimPrefix(head, "WEBVTT"), " \t-")}
	cues, err := captions(s, r)
	if err != nil {
		return Source{}, err
	}
	utterance := map[string]int{} // of Teams: index of its last block
	for _, c := range cues {
		blocks := voices(c)
		if m := teamsPart.FindStringSubmatch(c.id); m != nil && len(blocks) == 1 {
			if i, ok := utterance[m[1]]; ok && src.Blocks[i].Speaker == blocks[0].Speaker {
				src.Blocks[i].Text += " " + blocks[0].Text
				r.Add("normalised", "parts of one utterance put together", 1, c.id)
				continue
			}
			utterance[m[1]] = len(src.Blocks)
		}
		src.Blocks = append(src.Blocks, blocks...)
	}
	return src, nil
}

// captions cuts a WebVTT file into its cues; notes and styles are dropped.
func captions(s string, r *Report) ([]caption, error) {
	var out []caption
	for _, chunk := range chunksOf(s) {
		at := -1
		for i, l := range chunk {
			if strings.Contains(l, "-->") {
				at = i
				break
			}
		}
		if at < 0 {
			if word, _, _ := strings.Cut(chunk[0], " "); word == "NOTE" || word == "STYLE" || word == "REGION" {
				r.Add("dropped", word+" blocks of the captions", 1, clip(strings.Join(chunk, " "), 60))
			} else if !strings.HasPrefix(chunk[0], "WEBVTT") {
				if len(out) > 0 {
					// a blank line inside a caption: its words go on
					last := &out[len(out)-1]
					last.lines = append(last.lines, chunk...)
				} else {
					r.Add("dropped", "lines before the first caption", 1, clip(chunk[0], 60))
				}
			}
			continue
		}
		m := cueTimes.FindStringSubmatch(chunk[at])
		if m == nil {
			return nil, fmt.Errorf("holds the time line %q, which cannot be read; write it as 00:01:02.000 --> 00:01:05.000", clip(chunk[at], 60))
		}
		start, ok := cueClock(m[1])
		if !ok {
			return nil, fmt.Errorf("holds the time %q, which cannot be read; write it as 00:01:02.000", clip(m[1], 40))
		}
		c := caption{start: start, lines: chunk[at+1:]}
		if at > 0 {
			c.id = strings.TrimSpace(chunk[at-1])
		}
		out = append(out, c)
	}
	return out, nil
}

// chunksOf returns the runs of lines between blank lines.
func chunksOf(s string) [][]string {
	var out [][]string
	var cur []string
	for l := range strings.SplitSeq(s, "\n") {
		if strings.TrimSpace(l) != "" {
			cur = append(cur, l)
			continue
		}
		if len(cur) > 0 {
			out = append(out, cur)
			cur = nil
		}
	}
	if len(cur) > 0 {
		out = append(out, cur)
	}
	return out
}

// voices cuts a caption at its <v Name> tags, one block a voice.
func voices(c caption) []Block {
	text := strings.Join(c.lines, "\n")
	var out []Block
	add := func(name, words string) {
		words = html.UnescapeString(anyTag.ReplaceAllString(words, ""))
		name = html.UnescapeString(name)
		if strings.TrimSpace(words) == "" {
			return
		}
		out = append(out, Block{Kind: Paragraph, Speaker: strings.TrimSpace(name), Text: words, Start: c.start, HasTime: true})
	}
	marks := voiceTag.FindAllStringSubmatchIndex(text, -1)
	if len(marks) == 0 {
		add("", text)
		return out
	}
	add("", text[:marks[0][0]])
	for i, m := range marks {
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		name := ""
		if m[2] >= 0 {
			name = text[m[2]:m[3]]
		}
		add(name, text[m[1]:end])
	}
	return out
}

// cueClock reads the start of a caption; hours may pass 99 in WebVTT, but not
// in a text of ours.
func cueClock(s string) (time.Duration, bool) {
	if i := strings.IndexByte(s, ':'); i > 2 {
		if h, err := strconv.Atoi(s[:i]); err != nil || h > 99 {
			return 0, false
		}
		s = strings.TrimLeft(s[:i-1], "0") + s[i-1:]
	}
	return parseClock(s)
}

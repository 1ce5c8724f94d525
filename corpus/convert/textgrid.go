package convert

import (
	"bytes"
	"context"
	"math"
	"strconv"
	"strings"

	"crosscase/corpus/catalogue"
)

// readTextGrid reads an annotation file of Praat in its long or short text
// format: interval tiers are speakers, merged by time. Points, and tiers that
// hold the words or sounds of another one, are left out.
func readTextGrid(ctx context.Context, data []byte, _ Options, r *Report) (Source, error) {
	if bytes.HasPrefix(data, []byte("ooBinaryFile")) {
		return Source{}, catalogue.Errorf("is a binary TextGrid; open it in Praat and save it by Save as text file")
	}
	s, err := decodeRecording(data, r)
	if err != nil {
		return Source{}, err
	}
	tiers, err := (&praatText{ctx: ctx, s: s}).textGrid(r)
	if err != nil {
		return Source{}, err
	}
	readPraatLetters(tiers, r)
	t := &recording{r: r}
	mergeTiers(praatTalk(tiers, r), t)
	return Source{Format: "TextGrid", Cues: true, Talk: true, Blocks: t.blocks()}, nil
}

// praatText reads what counts in a text file of Praat: quoted texts, numbers and
// flags that stand by themselves. All else, which the long format is full of, is
// a comment, and so is the rest of a line after an exclamation mark.
type praatText struct {
	ctx context.Context
	s   string
	i   int
	n   int // tokens read

	text  string
	value float64
}

// praatToken is a kind of token.
type praatToken int

const (
	praatEnd praatToken = iota
	praatString
	praatNumber
	praatFlag
)

func (p *praatText) next() (praatToken, error) {
	if p.n++; p.n%4096 == 0 && p.ctx.Err() != nil {
		return praatEnd, p.ctx.Err()
	}
	for p.i < len(p.s) {
		switch c := p.s[p.i]; {
		case c <= ' ':
			p.i++
		case c == '!':
			end := strings.IndexAny(p.s[p.i:], "\r\n")
			if end < 0 {
				end = len(p.s) - p.i
			}
			p.i += end
		case c == '"':
			return praatString, p.quoted()
		default:
			word := p.word()
			if v, err := strconv.ParseFloat(word, 64); err == nil && !math.IsNaN(v) && !math.IsInf(v, 0) {
				p.value = v
				return praatNumber, nil
			}
			if strings.HasPrefix(word, "<") && strings.HasSuffix(word, ">") {
				p.text = word
				return praatFlag, nil
			}
		}
	}
	return praatEnd, nil
}

// word takes what stands up to the next blank or quotation mark.
func (p *praatText) word() string {
	start := p.i
	for p.i < len(p.s) && p.s[p.i] > ' ' && p.s[p.i] != '"' {
		p.i++
	}
	return p.s[start:p.i]
}

// quoted takes a text in quotation marks; one inside it is written twice.
func (p *praatText) quoted() error {
	start := p.i + 1
	for end := start; ; end += 2 {
		next := strings.IndexByte(p.s[end:], '"')
		if next < 0 {
			return catalogue.Errorf("is a damaged TextGrid: the text %q… is not closed by a quotation mark; open it in Praat and save it again", clip(p.s[start:min(len(p.s), start+200)], 40))
		}
		if end += next; end+1 >= len(p.s) || p.s[end+1] != '"' {
			p.text, p.i = strings.ReplaceAll(p.s[start:end], `""`, `"`), end+1
			return nil
		}
	}
}

// want takes the next token, which must be of a kind; flags may stand anywhere.
func (p *praatText) want(kind praatToken, what string) error {
	for {
		got, err := p.next()
		if err != nil {
			return err
		}
		if got == kind {
			return nil
		}
		if got != praatFlag || kind == praatFlag {
			return catalogue.Errorf("is a damaged TextGrid: %s is missing at byte %d; open it in Praat and save it again", what, p.i)
		}
	}
}

// textGrid reads the file: its kind, its length, and each tier with all it holds.
func (p *praatText) textGrid(r *Report) ([]*tier, error) {
	if kind, err := p.next(); err != nil || kind != praatString || !strings.HasPrefix(p.text, "ooTextFile") {
		if strings.Contains(p.text, "chronological") {
			return nil, catalogue.Errorf("is a chronological TextGrid; open it in Praat and save it by Save as text file")
		}
		return nil, catalogue.Errorf("does not begin with \"ooTextFile\"; it is damaged or has the wrong ending: save it in Praat by Save as text file")
	}
	if err := p.want(praatString, "the kind of object"); err != nil || p.text != "TextGrid" {
		return nil, catalogue.Errorf("is a %s of Praat, not a TextGrid; save the TextGrid alone by Save as text file", clip(p.text, 40))
	}
	for _, what := range []string{"the start", "the end", "the number of tiers"} {
		if err := p.want(praatNumber, what); err != nil {
			return nil, err
		}
	}
	if p.value > maxTiers {
		return nil, tooManyTiers()
	}
	var tiers []*tier
	for range int(max(p.value, 0)) {
		t, points, err := p.tier()
		if err != nil {
			return nil, err
		}
		if points {
			t.leaveOut("which marks points in time", r)
			continue
		}
		tiers = append(tiers, t)
	}
	return tiers, nil
}

// tier reads one tier; points says that it marks points and not intervals.
func (p *praatText) tier() (t *tier, points bool, err error) {
	if err := p.want(praatString, "the class of a tier"); err != nil {
		return nil, false, err
	}
	points = p.text == "TextTier"
	if !points && p.text != "IntervalTier" {
		return nil, false, catalogue.Errorf("is a damaged TextGrid: %q is no class of tier; open it in Praat and save it again", clip(p.text, 40))
	}
	if err := p.want(praatString, "the name of a tier"); err != nil {
		return nil, false, err
	}
	t = &tier{name: p.text, speaker: p.text}
	for range 3 {
		if err := p.want(praatNumber, "the length of tier "+strconv.Quote(clip(t.name, 40))); err != nil {
			return nil, false, err
		}
	}
	for range int(min(max(p.value, 0), 1e9)) {
		var a annotation
		if err := p.want(praatNumber, "a time on tier "+strconv.Quote(clip(t.name, 40))); err != nil {
			return nil, false, err
		}
		a.at = cueSpan{p.value, p.value, true}
		if !points {
			if err := p.want(praatNumber, "the end of an interval on tier "+strconv.Quote(clip(t.name, 40))); err != nil {
				return nil, false, err
			}
			a.at.to = p.value
		}
		if err := p.want(praatString, "the text of an interval on tier "+strconv.Quote(clip(t.name, 40))); err != nil {
			return nil, false, err
		}
		if a.text = p.text; strings.TrimSpace(a.text) != "" {
			t.notes = append(t.notes, a)
		}
	}
	return t, points, nil
}

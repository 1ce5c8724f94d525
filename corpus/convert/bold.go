package convert

import (
	"strings"
	"unicode"
)

// The labels of turns that bold type alone tells apart; they read in every language.
const (
	boldSpeaker  = "I"
	plainSpeaker = "R"
)

const (
	leastBoldQuestions = 4
	// leastSaid is the share of words that are only said from which a text is talk;
	// in one of fewer than saidSample words nothing can be said of it.
	leastSaid  = 0.004
	saidSample = 200
)

// boldTalk gives the paragraphs of a transcript their speakers where bold type,
// italics or a line under them are the only sign of who speaks: the interviewer's questions stand in it, the
// answers do not. Blocks of any other text come back as they are.
func boldTalk(blocks []Block, r *Report) []Block {
	for _, face := range [...]struct {
		name string
		set  func(*Block) bool
	}{
		{"bold", func(b *Block) bool { return b.bold }},
		{"italic", func(b *Block) bool { return b.slanted }},
		{"underlined", func(b *Block) bool { return b.lined }},
	} {
		if first, ok := setQuestions(blocks, face.set); ok {
			return setTalk(blocks, first, face.name, face.set, r)
		}
	}
	return blocks
}

// setTalk is boldTalk from block first on, for the type in which set finds the questions.
func setTalk(blocks []Block, first int, name string, set func(*Block) bool, r *Report) []Block {
	if _, labelled := read(blocks, &Report{}); labelled {
		return blocks
	}
	out := append([]Block{}, blocks...)
	last, asked, answered, example := "", 0, 0, ""
	for i := first; i < len(out); i++ {
		b := &out[i]
		if b.Kind == Heading || b.Kind == Row || b.Kind == Note {
			last = "" // whoever goes on below it is named again
			continue
		}
		speaker := plainSpeaker
		asks := set(b)
		if asks {
			speaker = boldSpeaker
		}
		if speaker == last {
			continue
		}
		last = speaker
		b.Kind, b.Speaker = Paragraph, speaker
		if asks {
			asked++
		} else {
			answered++
		}
		if example == "" {
			example = clip(b.Text, 60)
		}
	}
	r.Gain("labels for "+name+" and plain paragraphs", asked, boldSpeaker)
	r.Gain("labels for "+name+" and plain paragraphs", answered, plainSpeaker)
	r.Add("guessed", name+" paragraphs taken for the interviewer's (I), plain ones for the informant's (R); correct with crosscase corpus speakers", asked+answered, example)
	return out
}

// setQuestions tells whether the paragraphs that set names, bold ones say, are questions to which the
// plain ones are answers, and where the first of them stands.
func setQuestions(blocks []Block, set func(*Block) bool) (first int, ok bool) {
	first = -1
	bold, asking, opening, heads, runs, answered := 0, 0, 0, 0, 0, 0
	before := false // the paragraph before is set so
	words, said := 0, 0
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.Speaker != "" || b.HasTime:
			return 0, false
		case b.Kind == Heading || b.Kind == Row:
			heads++
			before = false
		case b.Kind == Note || weigh(b.Text) == 0:
		case set(b):
			asks := endsAsking(b.Text)
			if first < 0 && !asks && !opens(b.Text) {
				break
			}
			if first < 0 {
				first = i
			}
			bold++
			if asks {
				asking++
			} else if asking == 0 {
				opening++
			}
			if !before {
				runs++
			}
			before = true
		default:
			if before {
				answered++
			}
			before = false
			if first >= 0 && words < sampleWords {
				w, h := countTalk(b.Text, talkWords, sampleWords-words)
				words, said = words+w, said+h
			}
		}
	}
	talks := words < saidSample || float64(said) >= leastSaid*float64(words)
	return first, asking+min(opening, 1) >= leastBoldQuestions && asking*2 > bold && heads < asking && answered >= leastBoldQuestions && answered*4 >= runs*3 && talks
}

// opens tells a request that may stand before the first question ("Tell me a little about your work.") from a
// title or a note on the transcript: it is a sentence that speaks to somebody.
func opens(text string) bool {
	if !strings.HasSuffix(strings.TrimRight(text, " \u00a0"), ".") {
		return false
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if addressed[w] {
			return true
		}
	}
	return false
}

// addressed are the words with which somebody is spoken to, in the languages of the North, English and German.
var addressed = wordSet(`du deg di din ditt dine dere deres dykk dykkar you your yourself dig dit dina jer ni dich dir dein deine deinen deiner sie ihnen ihr ihre ihrer`)

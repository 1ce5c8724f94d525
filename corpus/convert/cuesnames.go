package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestScreenName is the length in characters of the longest name that Zoom
// lets people give themselves.
const longestScreenName = 64

// screenName reads "Name: words". The name may be anything that people call
// themselves in a meeting, with brackets, bars and handles.
func screenName(line string) (name, words string, ok bool) {
	i := strings.IndexByte(line[:min(len(line), 4*longestScreenName)], ':')
	if i < 0 {
		return "", "", false
	}
	name, words = strings.TrimSpace(line[:i]), line[i+1:]
	if words != "" && words[0] != ' ' && words[0] != '\t' || strings.ContainsAny(name, "?!\n") || isHead(name) ||
		strings.IndexFunc(name, unicode.IsLetter) < 0 || utf8.RuneCountInString(name) > longestScreenName {
		return "", "", false
	}
	return name, strings.TrimSpace(words), true
}

// nameCues looks at who speaks in captions that name people by "Name: words".
// Names that are no ordinary labels (Zoom: "Ås, Kari | Plan (she/her)") are
// taken out here where at least half of all captions begin with a name that
// recurs; ordinary ones are left for the rules common to all formats.
func nameCues(cues []cue, r *Report) []cue {
	count := map[string]int{}
	odd := false
	for _, c := range cues {
		if c.Speaker != "" {
			return cues
		}
		if name, _, ok := screenName(c.Text); ok {
			count[name]++
			if _, ordinary := parseOpening(c.Text); !ordinary && count[name] > 1 {
				odd = true
			}
		}
	}
	covered := 0
	for _, n := range count {
		if n > 1 {
			covered += n
		}
	}
	if odd && len(cues) >= 4 && covered*2 >= len(cues) && len(count) <= mostSpeakers {
		return takeNames(cues, count, r)
	}
	return joinUnnamed(cues, count)
}

func takeNames(cues []cue, count map[string]int, r *Report) []cue {
	for i := range cues {
		name, words, ok := screenName(cues[i].Text)
		if !ok || count[name] < 2 && !(looksLikeLabel(name) && named(name)) {
			continue
		}
		cues[i].Speaker, cues[i].Text, cues[i].Kind = name, words, Paragraph
		r.Add("guessed", "names before a colon taken as speakers", 1, name)
	}
	return cues
}

// joinUnnamed joins captions that open no turn to the one before, up to the
// size of a paragraph, where names stand only when the speaker changes. Else the
// many captions between two names would speak against a conversation.
func joinUnnamed(cues []cue, count map[string]int) []cue {
	opens := func(c cue) bool {
		for l := range strings.SplitSeq(c.Text, "\n") {
			if name, _, ok := screenName(l); ok && count[name] > 1 {
				return true
			}
		}
		return false
	}
	opened := 0
	for _, c := range cues {
		if opens(c) {
			opened++
		}
	}
	if opened < 2 || opened*3 > len(cues) {
		return cues
	}
	var out []cue
	var words strings.Builder
	for i, c := range cues {
		size := words.Len()
		if i == 0 || opens(c) || c.Kind == ListItem || !out[len(out)-1].HasTime || size > captionLimit || size > captionParagraph && endsSpeech(out[len(out)-1].Text) {
			out = append(out, c)
			words.Reset()
			words.WriteString(c.Text)
			continue
		}
		last := &out[len(out)-1]
		words.WriteString("\n" + c.Text)
		last.Text, last.end = words.String(), max(last.end, c.end)
	}
	return out
}

package convert

import (
	"slices"
	"strings"

	"crosscase/corpus/pattern"
)

var (
	// names that aligners give to tiers of words and of sounds, alone or behind
	// the name of a speaker
	wordTier  = pattern.Of(`(?i)(?:^|[ _./-])(?:words?|ord|tokens?|ort(?:-mau)?)$`)
	soundTier = pattern.Of(`(?i)(?:^|[ _./-])(?:phones?|phonemes?|fonem(?:er)?|(?:kan-)?mau|mas|syllables?|syll?|stavelser?|sampa|ipa)$`)
	tierTail  = pattern.Of(`(?i)[ _./-]+(?:words?|ord|tokens?|ort(?:-mau)?)$`)
)

// fewIntervals is the number of intervals below which a tier of single words says
// nothing: people answer yes and no.
const fewIntervals = 20

// praatTalk returns the tiers on which people talk. Words and sounds that an
// aligner cut out of another tier are left out; where nothing but words is
// there, the words are taken.
func praatTalk(tiers []*tier, r *Report) []*tier {
	const (
		isTalk = iota
		isWords
		isSounds
		isSilence
	)
	kinds := make([]int, len(tiers))
	have := [4]bool{}
	for i, t := range tiers {
		switch {
		case t.filled() == 0:
			continue
		case t.onlySilence():
			kinds[i] = isSilence
		case wordTier.MatchString(t.name) && t.singleWords():
			kinds[i] = isWords
		case soundTier.MatchString(t.name):
			kinds[i] = isSounds
		case t.singleWords() && t.insideOf(tiers):
			kinds[i] = isWords
		}
		have[kinds[i]] = true
	}
	best := slices.Index(have[:], true)
	var talk []*tier
	for i, t := range tiers {
		switch {
		case t.filled() == 0:
		case kinds[i] == best:
			if best == isWords {
				t.speaker = tierTail.ReplaceAllString(t.name, "")
			}
			talk = append(talk, t)
		case kinds[i] == isWords:
			t.leaveOut("which holds single words of another tier", r)
		case kinds[i] == isSounds:
			t.leaveOut("which holds sounds", r)
		default:
			t.leaveOut("which says where it is silent", r)
		}
	}
	return talk
}

// singleWords tells whether nearly all intervals hold one word.
func (t *tier) singleWords() bool {
	single := 0
	for _, a := range t.notes {
		if len(strings.Fields(a.text)) == 1 {
			single++
		}
	}
	return single*10 >= len(t.notes)*9
}

// insideOf tells whether a tier of single words cuts up another one: it is no
// short one, and nearly all its intervals lie within longer ones of the other,
// two or more to one of them.
func (t *tier) insideOf(tiers []*tier) bool {
	if len(t.notes) < fewIntervals || len(tiers) > 100 {
		return false
	}
	for _, other := range tiers {
		if other == t || len(other.notes) == 0 || len(t.notes) < 2*len(other.notes) || other.singleWords() {
			continue
		}
		inside, j := 0, 0
		for _, a := range t.notes {
			for j < len(other.notes)-1 && other.notes[j].at.to <= a.at.from {
				j++
			}
			if o := other.notes[j].at; a.at.from >= o.from-0.01 && a.at.to <= o.to+0.01 {
				inside++
			}
		}
		if inside*10 >= len(t.notes)*9 {
			return true
		}
	}
	return false
}

// onlySilence tells whether a tier holds nothing but what Praat's own search for
// pauses writes.
func (t *tier) onlySilence() bool {
	for _, a := range t.notes {
		if s := strings.TrimSpace(a.text); s != "silent" && s != "sounding" {
			return false
		}
	}
	return true
}

package convert

import (
	"fmt"
	"slices"
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/pattern"
)

// tier is one line of annotations in ELAN or Praat: what one person says, or
// what somebody notes of it.
type tier struct {
	name    string // as the file has it
	speaker string // who talks on it
	notes   []annotation
}

// annotation is one piece on a tier, empty where nothing is said.
type annotation struct {
	text string
	at   cueSpan
}

// plainTier are names of tiers that name nobody: those that programs give by
// themselves, and words for transcript.
var plainTier = pattern.Of(`(?i)^(?:default(?:-lt)?|tier[ _-]?\d*|transcript(?:ion|s)?|transkripsjon|transkript|trans|text|tekst|utterances?|ytring(?:er)?|sentences?|setning(?:er)?|speech|tale|words?|ord|ort(?:-mau)?|orth?o?|silences?)?$`)

func (t *tier) words() int {
	n := 0
	for _, a := range t.notes {
		n += weigh(a.text)
	}
	return n
}

// filled returns how many annotations hold words.
func (t *tier) filled() int {
	n := 0
	for _, a := range t.notes {
		if strings.TrimSpace(a.text) != "" {
			n++
		}
	}
	return n
}

// maxTiers is how many tiers a file may have; real ones stay under 200.
const maxTiers = 5000

func tooManyTiers() error {
	return catalogue.Errorf("holds more than %d tiers; it is no ordinary file of annotations", maxTiers)
}

// mostTierLines is how many tiers that are left out are named one by one.
const mostTierLines = 40

// leaveOut drops a tier with all it holds, and says which and why.
func (t *tier) leaveOut(why string, r *Report) {
	n, example := 0, ""
	for _, a := range t.notes {
		if strings.TrimSpace(a.text) != "" {
			if n++; example == "" {
				example = clip(a.text, 60)
			}
		}
	}
	if n == 0 {
		return
	}
	what := fmt.Sprintf("annotations of the tier %q, %s", clip(t.name, 40), why)
	if len(r.Entries) > mostTierLines {
		what = "annotations of further tiers that are no talk"
	}
	r.In += t.words()
	r.add("dropped", what, n, t.words(), example)
}

// mergeTiers puts what is said on all tiers in the order of time. The name of a
// tier is its speaker, unless it is the only one and names nobody.
func mergeTiers(tiers []*tier, t *recording) {
	var spoken []*tier
	for _, tier := range tiers {
		if tier.filled() > 0 {
			spoken = append(spoken, tier)
		}
	}
	var names []string
	for _, tier := range spoken {
		if tier.speaker = strings.TrimSpace(tier.speaker); len(spoken) == 1 && plainTier.MatchString(tier.speaker) {
			tier.speaker = ""
		}
		if tier.speaker != "" && !slices.Contains(names, tier.speaker) && len(names) < mostSpeakers {
			names = append(names, tier.speaker)
		}
		for _, a := range tier.notes {
			t.say(cueSpeaker(tier.speaker), a.text, a.at)
		}
	}
	if len(names) > 0 {
		t.r.Add("guessed", "tiers read as speakers", len(names), clip(strings.Join(names, ", "), 60))
	}
	t.inTime()
}

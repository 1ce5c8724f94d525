package convert

import (
	"context"
	"strconv"
	"strings"
)

// readELAN reads an annotation file of ELAN (.eaf): the tiers that stand by
// themselves, one a speaker, merged by time. Tiers that depend on another hold
// translations, glosses and the like, and are left out.
func readELAN(ctx context.Context, data []byte, _ Options, r *Report) (Source, error) {
	f, err := parseELAN(ctx, data, r)
	if err != nil {
		return Source{}, err
	}
	f.fillSlots()
	t := &recording{r: r}
	mergeTiers(f.talkTiers(r), t)
	if f.other != "" {
		r.In += f.otherWords
		r.add("dropped", "properties, vocabularies and licence of the file", 1, f.otherWords, f.other)
	}
	return Source{Format: "eaf", Cues: true, Talk: true, Blocks: t.blocks()}, nil
}

// elanTier is a tier as it stands in the file.
type elanTier struct {
	id, participant, parent, kind string
	notes                         []elanNote
}

// elanNote is an annotation, between two slots of time or of another annotation.
type elanNote struct {
	id, of   string
	from, to string
	text     string
}

// dependent tells whether a tier speaks of another one.
func (t *elanTier) dependent(f *elanFile) bool {
	return t.parent != "" || strings.HasPrefix(strings.ToLower(f.kinds[t.kind].constraint), "symbolic")
}

// talkTiers returns the tiers on which people talk. Where what stands by itself
// holds only numbers of sentences or nothing, the first tier below it that holds
// words is taken instead. Tiers of values from a list are codes.
func (f *elanFile) talkTiers(r *Report) []*tier {
	all := make([]*tier, len(f.tiers))
	below := map[string][]int{}
	coded := make([]bool, len(f.tiers))
	uncoded := false
	for i, e := range f.tiers {
		all[i] = f.tier(e)
		if e.parent != "" && e.parent != e.id {
			below[e.parent] = append(below[e.parent], i)
		}
		coded[i] = f.kinds[e.kind].coded
		uncoded = uncoded || !coded[i] && !e.dependent(f) && all[i].filled() > 0
	}
	taken := make([]bool, len(f.tiers))
	for i, e := range f.tiers {
		switch {
		case e.dependent(f) || coded[i] && uncoded:
		case all[i].filled() > 0 && !all[i].numbersOnly():
			taken[i] = true
		default:
			child := -1
			for _, j := range below[e.id] {
				if all[j].filled() > 0 && !all[j].numbersOnly() {
					child = j
					break
				}
			}
			if child < 0 {
				taken[i] = true
				continue
			}
			taken[child] = true
			if f.tiers[child].participant == "" && e.participant != "" {
				all[child].speaker = e.participant
			}
			r.Add("guessed", "tiers read as talk, for the one above only counts", 1, clip(all[child].name, 40)+" below "+clip(e.id, 40))
		}
	}
	f.takeOrphans(all, taken)
	var talk []*tier
	for i, e := range f.tiers {
		switch {
		case taken[i]:
			talk = append(talk, all[i])
		case e.dependent(f):
			on := "another"
			if e.parent != "" {
				on = strconv.Quote(clip(e.parent, 40))
			}
			all[i].leaveOut("which depends on "+on, r)
		case coded[i]:
			all[i].leaveOut("which holds codes from a list", r)
		default:
			all[i].leaveOut("which only counts", r)
		}
	}
	return talk
}

// takeOrphans takes the tiers that depend on one without words or on none that is
// there, where there would be no talk else.
func (f *elanFile) takeOrphans(all []*tier, taken []bool) {
	above := map[string]bool{}
	for i, e := range f.tiers {
		if all[i].filled() == 0 {
			continue
		}
		if above[e.id] = true; taken[i] {
			return
		}
	}
	for i, e := range f.tiers {
		taken[i] = taken[i] || all[i].filled() > 0 && !above[e.parent]
	}
}

// numbersOnly tells whether annotations are names of sentences: "Text.012".
func (t *tier) numbersOnly() bool {
	n := 0
	for _, a := range t.notes {
		if s := strings.TrimSpace(a.text); s != "" {
			if strings.ContainsAny(s, " \t\n") || !endsInDigit(s) {
				return false
			}
			n++
		}
	}
	return n > 2
}

// tier returns a tier with the times of its annotations. Who speaks is the
// participant, else what stands behind an @ in its name, else its name.
func (f *elanFile) tier(e *elanTier) *tier {
	t := &tier{name: e.id, speaker: e.participant}
	if t.speaker == "" {
		t.speaker = e.id
		if i := strings.LastIndexByte(e.id, '@'); i >= 0 && i < len(e.id)-1 {
			t.speaker = e.id[i+1:]
		}
	}
	for i := range e.notes {
		t.notes = append(t.notes, annotation{e.notes[i].text, f.span(&e.notes[i])})
	}
	return t
}

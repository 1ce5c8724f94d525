package convert

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/htmlindex"

	"crosscase/corpus/catalogue"
)

// elanFile is what an annotation file holds.
type elanFile struct {
	slots []elanSlot     // in the order of time
	slot  map[string]int // by its id
	tiers []*elanTier
	kinds map[string]elanKind // of tiers
	notes map[string]*elanNote

	other      string // beginning of the words outside annotations
	otherWords int
}

type elanSlot struct {
	ms    float64
	timed bool
}

// elanKind is a type of tier.
type elanKind struct {
	constraint string // how it depends on another tier
	coded      bool   // its values come from a list
}

// parseELAN takes the XML apart.
func parseELAN(ctx context.Context, data []byte, r *Report) (*elanFile, error) {
	if err := checkRecording(data); err != nil {
		return nil, err
	}
	d, err := xmlDecoder(data, r)
	if err != nil {
		return nil, err
	}
	f := &elanFile{slot: map[string]int{}, kinds: map[string]elanKind{}, notes: map[string]*elanNote{}}
	depth, inValue, root := 0, 0, false
	var text strings.Builder
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		token, err := d.Token()
		if errors.Is(err, io.EOF) && depth == 0 && n > 0 {
			break
		}
		if err != nil {
			return nil, catalogue.Errorf("is a damaged ELAN file (%v); open it in ELAN and save it again", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return nil, catalogue.Errorf("nests its parts more than %d deep; it is no ordinary ELAN file", maxDepth)
			}
			root = true
			if depth == 1 && token.Name.Local != "ANNOTATION_DOCUMENT" {
				return nil, catalogue.Errorf("is XML but no ELAN file, for it begins with <%s>; is the ending right?", clip(token.Name.Local, 40))
			}
			if token.Name.Local == "ANNOTATION_VALUE" && inValue == 0 {
				inValue = depth
				text.Reset()
			}
			if f.start(token); len(f.tiers) > maxTiers {
				return nil, tooManyTiers()
			}
		case xml.EndElement:
			if depth == inValue {
				f.value(text.String())
				inValue = 0
			}
			depth--
		case xml.CharData:
			if inValue > 0 {
				text.Write(token)
			} else if w := weigh(string(token)); w > 0 {
				if f.otherWords += w; f.other == "" {
					f.other = clip(strings.TrimSpace(string(token)), 60)
				}
			}
		}
	}
	if !root {
		return nil, catalogue.Errorf("is no XML, as an ELAN file is; is the ending right?")
	}
	if f.tiers == nil {
		return nil, catalogue.Errorf("holds no tiers; check that the file was saved whole")
	}
	for _, t := range f.tiers {
		for i := range t.notes {
			if n := &t.notes[i]; n.id != "" {
				f.notes[n.id] = n
			}
		}
	}
	return f, nil
}

// xmlDecoder reads XML in the character set that it names.
func xmlDecoder(data []byte, r *Report) (*xml.Decoder, error) {
	decoded := false
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) || bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
		s, err := decode(data, r)
		if err != nil {
			return nil, err
		}
		data, decoded = []byte(s), true
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		if decoded {
			return in, nil
		}
		enc, err := htmlindex.Get(charset)
		if err != nil {
			return nil, catalogue.Errorf("the character set %q is not known", clip(charset, 40))
		}
		r.Add("normalised", "character set "+strings.ToUpper(clip(charset, 40))+" → UTF-8", 1, "")
		return enc.NewDecoder().Reader(in), nil
	}
	return d, nil
}

// start takes what the attributes of an element say.
func (f *elanFile) start(e xml.StartElement) {
	attr := func(name string) string {
		for _, a := range e.Attr {
			if a.Name.Local == name {
				return strings.TrimSpace(a.Value)
			}
		}
		return ""
	}
	switch e.Name.Local {
	case "TIME_SLOT":
		ms, err := strconv.ParseInt(attr("TIME_VALUE"), 10, 63)
		f.slot[attr("TIME_SLOT_ID")] = len(f.slots)
		f.slots = append(f.slots, elanSlot{float64(ms), err == nil})
	case "TIER":
		f.tiers = append(f.tiers, &elanTier{id: attr("TIER_ID"), participant: attr("PARTICIPANT"), parent: attr("PARENT_REF"), kind: attr("LINGUISTIC_TYPE_REF")})
	case "ALIGNABLE_ANNOTATION", "REF_ANNOTATION":
		if n := len(f.tiers); n > 0 {
			t := f.tiers[n-1]
			t.notes = append(t.notes, elanNote{id: attr("ANNOTATION_ID"), of: attr("ANNOTATION_REF"), from: attr("TIME_SLOT_REF1"), to: attr("TIME_SLOT_REF2")})
		}
	case "LINGUISTIC_TYPE":
		f.kinds[attr("LINGUISTIC_TYPE_ID")] = elanKind{attr("CONSTRAINTS"), attr("CONTROLLED_VOCABULARY_REF") != ""}
	}
}

// value gives the open annotation its words.
func (f *elanFile) value(text string) {
	if n := len(f.tiers); n > 0 && len(f.tiers[n-1].notes) > 0 {
		if last := &f.tiers[n-1].notes[len(f.tiers[n-1].notes)-1]; last.text == "" {
			last.text = strings.TrimSpace(text)
			return
		}
	}
	f.otherWords += weigh(text)
	if f.other == "" {
		f.other = clip(text, 60)
	}
}

// fillSlots gives slots without a time one between their neighbours.
func (f *elanFile) fillSlots() {
	for i := 0; i < len(f.slots); i++ {
		if f.slots[i].timed {
			continue
		}
		end := i
		for end < len(f.slots) && !f.slots[end].timed {
			end++
		}
		if i > 0 && end < len(f.slots) {
			from, to := f.slots[i-1].ms, f.slots[end].ms
			for j := i; j < end; j++ {
				f.slots[j] = elanSlot{from + (to-from)*float64(j-i+1)/float64(end-i+1), true}
			}
		}
		i = end
	}
}

// mostRefs is how many annotations may refer to another in a row.
const mostRefs = 50

// span returns when an annotation is said: between its slots, or when the one is
// to which it refers.
func (f *elanFile) span(n *elanNote) cueSpan {
	for range mostRefs {
		if n.of == "" {
			break
		}
		of := f.notes[n.of]
		if of == nil {
			return cueSpan{}
		}
		n = of
	}
	i, ok := f.slot[n.from]
	if !ok || !f.slots[i].timed {
		return cueSpan{}
	}
	at := cueSpan{from: f.slots[i].ms / 1000, to: f.slots[i].ms / 1000, timed: true}
	if j, ok := f.slot[n.to]; ok && f.slots[j].timed {
		at.to = max(at.from, f.slots[j].ms/1000)
	}
	return at
}

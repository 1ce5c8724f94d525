package coding

import (
	"slices"
	"strings"

	"crosscase/corpus/catalogue"
)

// guideSection is what stands below one heading.
type guideSection struct {
	flat    bool // no list of the guide is set in, so that lists within lists may have been lost
	at      int  // of its heading among the lines, -1 without one
	heading guideLine
	part    part
	lines   []guideLine // those below it; line i stands at+1+i
}

// guideSections parts the lines of a guide at its headings.
func guideSections(lines []guideLine) []guideSection {
	flat := !slices.ContainsFunc(lines, func(l guideLine) bool { return l.indent >= innerIndent && l.mark.kind != noMark })
	out := []guideSection{{at: -1, part: framePart, flat: flat}}
	for i, l := range lines {
		if l.level == 0 {
			last := &out[len(out)-1]
			last.lines = append(last.lines, l)
			continue
		}
		s := guideSection{flat: flat, at: i, heading: l, part: partOf(l.text)}
		if probe, labelled := asProbe(l.text); labelled && probe == "" && l.level != tableLevel {
			s.part = out[len(out)-1].part // "### Probes" below a question
		}
		out = append(out, s)
	}
	return out
}

// reasons returns for each line of a section why it is left out, "" if it may be a question or a
// probe.
func (s *guideSection) reasons() []string {
	out := make([]string, len(s.lines))
	for i, l := range s.lines {
		out[i] = s.reason(l)
	}
	for i := range s.lines { // "Age:" is a form only beside others of its kind
		if out[i] == "" && s.emptyField(i) && (s.formAt(i-1, out) || s.formAt(i+1, out)) {
			out[i] = whyForm
		}
	}
	return out
}

func (s *guideSection) emptyField(i int) bool {
	l := s.lines[i]
	if !emptyForm.MatchString(l.text) {
		return false
	}
	_, labelled := asProbe(l.text)
	return !labelled
}

func (s *guideSection) formAt(i int, reasons []string) bool {
	return i >= 0 && i < len(s.lines) && (reasons[i] == whyForm || s.emptyField(i))
}

func (s *guideSection) reason(l guideLine) string {
	about := aboutConsent.MatchString(l.text)
	switch {
	case l.why != "":
		return l.why
	case s.part == formPart, formLine.MatchString(l.text):
		return whyForm
	case s.part == researchPart && l.column == noRole:
		return whyResearch
	case s.part == consentPart && (about || asksLeave.MatchString(l.text) || !endsAsking(l.text)):
		return whyConsent
	case orders(l.text):
		return whyOrder
	case about && (s.part == framePart || l.mark.kind == noMark && !endsAsking(l.text) && l.indent == 0 && l.column == noRole):
		return whyConsent
	}
	return ""
}

// shape is what the questions of a section have in common.
type shape struct {
	kind                markKind
	depth, indent, rank int
	bold                bool // they are in bold type, others that ask are not
	mixed               bool // some end in a question mark, some do not, and the guide is flat
}

// innerIndent is by how many blanks a line is set in that belongs to the one above it.
const innerIndent = 2

// shapeOf finds what the questions of a section look like: the numbered lines if there are any,
// else lines such as the first that is marked or asks.
func (s *guideSection) shapeOf(reasons []string) shape {
	var of []guideLine
	kind := noMark
	for i, l := range s.lines {
		if reasons[i] != "" || l.column == probeColumn || l.column == researchColumn {
			continue
		}
		if isNumbered(l) {
			if kind != numberMark {
				of, kind = nil, numberMark
			}
			of = append(of, l)
			continue
		}
		switch {
		case kind == numberMark:
		case len(of) == 0 && (l.mark.kind != noMark || endsAsking(l.text)):
			of, kind = append(of, l), l.mark.kind
		case len(of) > 0 && l.mark.kind == kind && (kind != noMark || endsAsking(l.text)):
			of = append(of, l)
		}
	}
	if len(of) == 0 {
		return shape{}
	}
	out := shape{kind: kind, depth: of[0].mark.depth, indent: of[0].indent, rank: of[0].mark.rank}
	asking, bold := 0, 0
	for _, l := range of {
		if l.bold {
			bold++
		}
		out.indent = min(out.indent, l.indent)
		if l.mark.depth > 0 && (out.depth == 0 || l.mark.depth < out.depth) {
			out.depth = l.mark.depth
		}
		out.rank = min(out.rank, l.mark.rank)
		if endsAsking(l.text) {
			asking++
		}
	}
	out.bold = kind == noMark && of[0].bold && bold < len(of)
	out.mixed = s.flat && asking > 0 && asking < len(of)
	return out
}

func isNumbered(l guideLine) bool { return l.mark.kind == numberMark || l.mark.kind == idMark }

// isQuestion tells whether a line is a question of a section of that shape.
func (sh shape) isQuestion(l guideLine) bool {
	outer := l.indent < sh.indent+innerIndent
	switch {
	case l.column == probeColumn:
		return false
	case sh.kind == numberMark:
		return l.mark.kind == idMark && outer || l.mark.kind == numberMark && l.mark.depth <= max(sh.depth, 1) && outer
	case l.mark.kind == noMark:
		return endsAsking(l.text) && outer && (l.bold || !sh.bold) && !ifSo.MatchString(l.text)
	case sh.kind == bulletMark && sh.mixed && !poses(l.text) && (startsLower(l.text) || len(strings.Fields(l.text)) <= 4):
		return false
	}
	return l.mark.kind == sh.kind && outer && l.mark.rank <= sh.rank
}

// section reads the lines below one heading into questions and probes.
func (p *guideParser) section(s guideSection) {
	p.answers = nil
	reasons := s.reasons()
	sh := s.shapeOf(reasons)
	t := Theme{Label: themeLabel(s.heading.text)}
	probing := false     // below a line such as "Follow-up:"
	var named []leftLine // the lines that name research questions
	headed := -1         // the question whose words were a heading
	if probe, labelled := asProbe(s.heading.text); s.at >= 0 && labelled && probe == "" && s.heading.level != tableLevel {
		if last := len(p.guide.Themes) - 1; last >= 0 && len(p.guide.Themes[last].Questions) > 0 {
			probing, t = true, p.guide.Themes[last]
			p.guide.Themes = p.guide.Themes[:last]
		}
	}
	spread := s.spread()
	for i, l := range s.lines {
		at := s.at + 1 + i
		n := len(t.Questions)
		if m := guideResearch.FindStringSubmatch(l.text); m != nil && l.column == noRole {
			if p.research(m[1], &t) {
				named = append(named, leftLine{at, LeftOut{catalogue.Text("%s", l.raw), whyNamed}})
			} else {
				p.leave(at, l.raw, whyResearch)
			}
			continue
		}
		if l.column == researchColumn {
			if keys := researchKeys(l.text); keys != nil {
				p.answers = keys
			} else {
				p.leave(at, l.raw, whyResearch)
			}
			continue
		}
		if reasons[i] != "" {
			p.leave(at, l.raw, reasons[i])
			continue
		}
		if !strings.ContainsFunc(l.text, isWordRune) { // a number and nothing behind it
			p.leave(at, l.raw, whyProse)
			continue
		}
		words, labelled := asProbe(l.text)
		below := probing && l.mark.kind == bulletMark && (!l.gap || spread)
		switch {
		case headed == n-1 && n > 0 && len(t.Questions[headed].Probes) == 0 && l.mark.kind == noMark && endsAsking(l.text) && !endsAsking(t.Questions[headed].Ask):
			t.Questions[headed].Topic, t.Questions[headed].Ask = t.Questions[headed].Ask, l.text
		case !labelled && !below && sh.isQuestion(l), n == 0 && !labelled && l.mark.kind != noMark && poses(l.text) && l.column != probeColumn:
			probing = false
			if l.headed {
				headed = n
			}
			p.ask(&t, l)
		case n == 0:
			p.leave(at, l.raw, s.reasonBefore(l))
		case labelled && words == "":
			probing = true
		case labelled, l.mark.kind != noMark, l.column != noRole, endsAsking(l.text), ifSo.MatchString(l.text), l.indent > 0, probing:
			t.Questions[n-1].Probes = append(t.Questions[n-1].Probes, words)
		default:
			p.leave(at, l.raw, whyProse)
		}
	}
	if len(t.Questions) == 0 {
		p.left = append(p.left, named...)
	}
	p.theme(s, t, reasons)
}

// reasonBefore says why a line before the first question of a section is left out.
func (s *guideSection) reasonBefore(l guideLine) string {
	switch {
	case s.at < 0:
		return whyIntro
	case l.mark.kind != noMark || l.column != noRole:
		return whyLead
	}
	return whyProse
}

// spread tells whether all lines of a section have a blank line before them, as those of a
// converted file do, so that the blank lines part nothing.
func (s *guideSection) spread() bool {
	return !slices.ContainsFunc(s.lines, func(l guideLine) bool { return !l.gap })
}

func themeLabel(heading string) string {
	return strings.TrimSpace(strings.TrimSuffix(headingMark.ReplaceAllString(heading, ""), ":"))
}

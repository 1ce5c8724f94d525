package convert

import (
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/pattern"
)

// legend is what the first lines of a text say of the labels in it.
type legend struct {
	meaning map[string]string // label in lower case → what it stands for: "I = intervjuer"
	people  []headPerson      // "Intervjuer: Ola Berg (OB)"
}

// headPerson is somebody whose role the head of a text gives.
type headPerson struct {
	name  string
	short string // the letters in parentheses after the name
	role  corpus.Role
	line  string
}

// legendBlocks is how many blocks from the top are searched for a legend.
const legendBlocks = 60

var (
	legendPair  = pattern.Of(`([\pL\d]{1,12})\s*=\s*([\pL][\pL .-]{0,39}?)\s*(?:[,;)\n/]|$| og | and )`)
	legendShort = pattern.Of(`(\pL{4,}(?: \d)?) ?\(([\pL\d]{1,4})\)`)
)

// legendOf reads lines such as "(I = intervjuer, B = informant)", "Intervjuer
// (I)", "I: Intervjuer" and "Informant: Kari Hansen (KH)" above the first turn.
func legendOf(blocks []Block) legend {
	l := legend{meaning: map[string]string{}}
	add := func(label, meaning string) {
		if key := strings.ToLower(label); l.meaning[key] == "" {
			l.meaning[key] = strings.TrimSpace(meaning)
		}
	}
	talking := false
	for i := range blocks[:min(len(blocks), legendBlocks)] {
		b := &blocks[i]
		talking = talking || b.Speaker != ""
		if len(b.Text) > 600 {
			continue
		}
		if b.Kind == Row {
			l.row(b, talking)
			continue
		}
		if strings.Contains(b.Text, "=") {
			for _, m := range legendPair.FindAllStringSubmatch(b.Text, -1) {
				add(m[1], m[2])
			}
		}
		if talking {
			continue
		}
		if strings.Contains(b.Text, "(") {
			for _, m := range legendShort.FindAllStringSubmatch(b.Text, -1) {
				if certainRole(m[1]) {
					add(m[2], m[1])
				}
			}
		}
		for line := range strings.SplitSeq(b.Text, "\n") {
			label, value, ok := strings.Cut(afterDash(line), ":")
			value = strings.TrimSpace(value)
			if !ok {
				l.people = append(l.people, peopleOfLine(strings.TrimSpace(afterDash(line)))...)
			}
			if !ok || value == "" || len(label) > longestLabel || len(value) > 3*longestLabel || asksIn(value) {
				continue
			}
			if presence[strings.ToLower(strings.TrimSpace(label))] {
				l.people = append(l.people, peopleIn(value, "", line)...)
			} else if roleInWords(value) != "" && !certainRole(label) && looksLikeLabel(label) {
				add(label, value)
			} else if role := roleOfHead(label); role != "" && len(label) > 2 {
				l.people = append(l.people, append(peopleIn(value, role, line), personOf(value, role, line))...)
			}
		}
	}
	return l
}

// row reads a row of a table above the talk that gives somebody's role: "Interviewer TAB Mona".
func (l *legend) row(b *Block, talking bool) {
	cells := cellsOf(b)
	if talking || len(cells) != 2 {
		return
	}
	label, value := strings.TrimSuffix(wholeCell(cells[0]), ":"), wholeCell(cells[1])
	if presence[strings.ToLower(label)] {
		l.people = append(l.people, peopleIn(value, "", label+": "+value)...)
	} else if role := roleOfHead(label); role != "" && len(label) > 2 && value != "" && !asksIn(value) {
		l.people = append(l.people, append(peopleIn(value, role, label+": "+value), personOf(value, role, label+": "+value))...)
	}
}

// personOf reads "Kari Hansen (KH), rådmann".
func personOf(value string, role corpus.Role, line string) headPerson {
	p := headPerson{name: value, role: role, line: clip(line, 60)}
	if i := strings.IndexAny(value, "(,;–"); i > 0 {
		p.name = strings.TrimSpace(value[:i])
		if value[i] == '(' {
			p.short, _, _ = strings.Cut(value[i+1:], ")")
		}
	}
	return p
}

// roleOfPerson returns the role of the one person in the head of the text whom a
// label may mean, and the line that says so; "" where it is nobody or two.
func (l legend) roleOfPerson(label string) (corpus.Role, string) {
	var found *headPerson
	for i := range l.people {
		p := &l.people[i]
		if strings.EqualFold(label, p.short) || strings.EqualFold(label, p.name) || shortFor(label, p.name) {
			if found != nil && found.role != p.role {
				return "", ""
			}
			found = p
		}
	}
	if found == nil {
		return "", ""
	}
	return found.role, found.line
}

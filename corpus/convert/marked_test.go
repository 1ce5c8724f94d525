package convert

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"crosscase/corpus"
)

// TestMarkedTexts reads texts whose turns are marked by hand: "¤I¤" begins a turn of the
// speaker I, "‖" the words of it. A text without marks is no talk.
func TestMarkedTexts(t *testing.T) {
	files, err := filepath.Glob("../../testdata/convert/marked/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no marked texts", err)
	}
	right, all := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range strings.Split("\n"+string(data), "\n=== ")[1:] {
			name, text, _ := strings.Cut(text, "\n")
			all++
			if wrong := misread(t, text); wrong != "" {
				t.Errorf("%s: %s", name, wrong)
				continue
			}
			right++
		}
	}
	t.Logf("%d of %d read rightly", right, all)
}

var (
	markedTurn  = regexp.MustCompile(`¤([^¤]+)¤[^¤‖]*‖([^¤]*)`)
	speakerMark = regexp.MustCompile(`¤[^¤]+¤`)
)

// begin returns the first letters of words, without blanks.
func begin(words string) string { return clip(strings.Join(strings.Fields(words), " "), 12) }

// misread says what is wrong with the reading of a marked text; "" if nothing is.
func misread(t *testing.T, marked string) string {
	type turn struct{ who, words string }
	var want, got []turn
	for _, m := range markedTurn.FindAllStringSubmatch(marked, -1) {
		want = append(want, turn{m[1], begin(m[2])})
	}
	plain := strings.ReplaceAll(speakerMark.ReplaceAllString(marked, ""), "‖", "")
	res, err := Convert(context.Background(), "x.txt", []byte(plain), Options{Speakers: true})
	if err != nil {
		return err.Error()
	}
	known := corpus.Document{Speakers: res.Speakers}
	doc := corpus.NewText(res.Text)
	for _, u := range corpus.Parse(doc, res.Speakers).Turns {
		who := u.Speaker
		if s, ok := known.SpeakerOf(who); ok {
			who = s.Label
		}
		got = append(got, turn{who, begin(doc.Slice(u.Span))})
	}
	if len(got) != len(want) {
		return fmt.Sprintf("%d turns, want %d\n%s", len(got), len(want), res.Text)
	}
	there, back := map[string]string{}, map[string]string{}
	for i, w := range want {
		g := got[i]
		if g.words != w.words {
			return fmt.Sprintf("turn %d begins %q, want %q\n%s", i+1, g.words, w.words, res.Text)
		}
		if there[w.who] == "" && back[g.who] == "" {
			there[w.who], back[g.who] = g.who, w.who
		}
		if there[w.who] != g.who || back[g.who] != w.who {
			return fmt.Sprintf("turn %d is said by %q, want %q\n%s", i+1, g.who, w.who, res.Text)
		}
	}
	return ""
}

// A time between the label and the words ends the label, however it is set off.
func TestTimeAfterTheLabel(t *testing.T) {
	words := []string{"Hei, kan du presentere deg?", "Ja, jeg er controller.", "Hvor lenge har du vært det?", "Siden 2012, tror jeg."}
	times := []string{"00:00:00", "00:00:08", "00:00:15", "00:00:18"}
	for _, layout := range []string{"L T\nW\n\n", "L T\n\nW\n\n", "L T W\n", "L T: W\n", "L T - W\n", "L T-T W\n", "L, T\nW\n\n", "**L T**\nW\n\n", "**L** T\nW\n\n", "L [T] W\n", "L #T# W\n", "L T,1 W\n"} {
		var text strings.Builder
		var want []string
		for i, w := range words {
			label := []string{"Intervjuer", "Informant"}[i%2]
			text.WriteString(strings.NewReplacer("L", label, "T", times[i], "W", w).Replace(layout))
			want = append(want, label+"|"+times[i]+"|"+w)
		}
		res := convertText(t, "x.txt", text.String())
		if got := turnsOf(res); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%q: got %q", layout, got)
		}
	}
}

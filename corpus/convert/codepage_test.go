package convert

import (
	"testing"

	"golang.org/x/text/encoding/charmap"
)

func TestCodePages(t *testing.T) {
	const (
		norwegian = "Rådgiveren så på økonomien, og «hæren» av tall gjorde ham lei – slik er det på Ås også. Både år og fløte."
		swedish   = "Vi får se på räkningarna; åtgärderna är många och förslaget är från förra året. Ödet är ditt."
		german    = "Können Sie das größte Problem erläutern? Über die Fälle, „früher“ und für später."
		spanish   = "¿Qué pasó después? Según él, mañana habrá más años. ¡Así está!"
		polish    = "Część ludzi wróciła później, żeby złożyć wnioski. Źle się stało, mówią."
		french    = "L’été dernier, l'élève a reçu ça à Noël. Où êtes-vous ? Cœur à l’œuvre."
	)
	for _, c := range []struct {
		chars *charmap.Charmap
		name  string
		texts []string
	}{
		{charmap.Windows1252, "Windows-1252", []string{norwegian, swedish, german, spanish, french, "Kr. 5½ per m² – ±3 °C, §4: «ja»", "naïve café"}},
		{charmap.Macintosh, "Mac OS Roman", []string{norwegian, swedish, german, french}},
		{charmap.Windows1250, "Windows-1250 (Central European)", []string{polish}},
		{charmap.CodePage850, "DOS code page 850", []string{"Rådgiveren så på økonomien, og hæren av tall gjorde ham lei. Både år og fløte.", "Vi får se på räkningarna; åtgärderna är många från förra året."}},
	} {
		for _, text := range c.texts {
			data, err := c.chars.NewEncoder().Bytes([]byte(text))
			if err != nil {
				t.Fatalf("%s: %v", text, err)
			}
			var r Report
			got, err := decode(data, &r)
			if err != nil || got != text {
				t.Errorf("%s: read as %q by %s, %v", c.name, got, pageOf(data).name, err)
			}
		}
	}
}

func TestUTF16WithoutMark(t *testing.T) {
	const text = "I: Hvordan går det på Ås?\nR: Bare bra."
	for low := range 2 {
		var data []byte
		for _, c := range text {
			pair := [2]byte{byte(c >> 8), byte(c)}
			if low == 0 {
				pair[0], pair[1] = pair[1], pair[0]
			}
			data = append(data, pair[:]...)
		}
		if got, err := decode(data, &Report{}); err != nil || got != text {
			t.Errorf("low byte %d: %q, %v", low, got, err)
		}
	}
}

// Letters that were spoilt before are told, and left; an Ã that belongs there is not told.
func TestTwiceEncoded(t *testing.T) {
	for text, want := range map[string]int{
		"Det gÃ¸r udvalget i forÃ¥ret, og det er Ã¦rgerligt.\n": 3,
		"NÃO, AMANHÃ, SÃO PAULO, IRMÃ e MAÇÃ\n":                 0,
		"Det går bra, sier hun – «på Ås».\n":                    0,
	} {
		var r Report
		warnOfTwiceEncoded(text, &r)
		got := 0
		for _, e := range r.Entries {
			got += e.Count
		}
		if got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

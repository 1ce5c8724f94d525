package words

import (
	_ "embed"
	"maps"
	"strings"
	"sync"
)

// pairWords are words of nynorsk, each with that of bokmål, which differ by regular laws of sound: straum and strøm,
// teneste and tjeneste. TestMakePairs took them from Norsk ordbank (bokmål 2005 and nynorsk 2012, University of Bergen
// and the Language Council of Norway, CC BY 4.0; see README).
//
//go:embed pairs.txt
var pairWords string

// sameWord gives the word that stands for one that bokmål and nynorsk write differently: by variants, then by
// pairWords.
var sameWord = sync.OnceValue(func() map[string]string {
	out := maps.Clone(variants)
	for line := range strings.Lines(pairWords) {
		nn, nb, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || nn == "#" {
			continue
		}
		switch {
		case out[nn] == "" && out[nb] == "":
			out[nn] = nb
		case out[nn] == "":
			out[nn] = out[nb]
		case out[nb] == "":
			out[nb] = out[nn] // tilsatt is ansatt, as tilsett is
		}
	}
	return out
})

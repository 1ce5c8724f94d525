package convert

import (
	"unicode"
	"unicode/utf8"
)

// talkWords are words that people say to each other and that plans, budgets and
// minutes hardly use: yes and no, I and you, fillers, thanks.
var talkWords = wordSet(
	"jeg eg deg dere dykk meg mitt ja nei jo mm mhm hm eh ehm øh øhm hmm åja åh altså liksom lissom sant okei ok hei takk egentlig faktisk skjønner",
	"jag dig mig dej mej nej alltså liksom precis okej hej tack väl ju va du",
	"dig mig jeg jer altså tak jo",
	"you your yeah yes yep uh um okay oh well i'm i've i'd i'll don't that's it's we're you're didn't doesn't thanks really my",
	"ich mir mich dich dir ja nein ähm äh genau danke eigentlich hm",
	"je moi vous oui non euh ouais hein merci c'est j'ai voilà",
	"yo tú usted sí bueno pues gracias eh verdad você sim né obrigado obrigada tá pois mim",
	"ik jij jouw nee ja nou hè io sì grazie cioè allora minä mä sä joo kyllä kiitos tota ég já jú þú ano já igen én hát evet hayır yani",
	"я вы да нет ну אני אתה את כן לא נעם נعم لا أنا أنت نعم يعني")

// fillers are those of them that nobody writes in a letter.
var fillers = wordSet("mm mhm hm hmm eh ehm øh øhm åja liksom lissom skjønner sant altså yeah uh um okay okei ok yep ähm äh genau euh ouais hein né tá ja jo nei yes well right")

// sampleWords is how many words are read to tell whether people talk, and
// leastFillers how many different ones must be among them.
const (
	sampleWords  = 1500
	leastFillers = 4
)

// counter counts words and those of them that are in a set, up to sampleWords.
type counter struct {
	words, hits int
	found       [leastFillers]string
}

// countTalk counts the words of a text and those of them in a set, until most
// words are counted.
func countTalk(s string, set map[string]bool, most int) (words, hits int) {
	from := sampleWords - most
	n := counter{words: from}
	n.add(s, set)
	return n.words - from, n.hits
}

// different returns how many different words of the set were found, up to
// leastFillers.
func (n *counter) different() int {
	for i, w := range n.found {
		if w == "" {
			return i
		}
	}
	return len(n.found)
}

func (n *counter) add(s string, set map[string]bool) {
	if n.words >= sampleWords {
		return
	}
	var buf [24]byte
	size := 0 // bytes of the word in buf; the length of buf where it is too long
	word := func() {
		if size == 0 {
			return
		}
		n.words++
		if size < len(buf) && set[string(buf[:size])] {
			n.hits++
			n.find(buf[:size])
		}
		size = 0
	}
	for _, c := range s {
		switch {
		case c >= 'a' && c <= 'z', c == '\'' && size > 0:
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case c == '’' && size > 0:
			c = '\''
		case c < utf8.RuneSelf || !unicode.IsLetter(c):
			if word(); n.words >= sampleWords {
				return
			}
			continue
		default:
			c = unicode.ToLower(c)
		}
		if size+utf8.UTFMax < len(buf) {
			size += utf8.EncodeRune(buf[size:], c)
		} else {
			size = len(buf)
		}
	}
	word()
}

func (n *counter) find(word []byte) {
	for i, w := range n.found {
		if w == string(word) {
			return
		}
		if w == "" {
			n.found[i] = string(word)
			return
		}
	}
}

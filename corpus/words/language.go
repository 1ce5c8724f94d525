package words

import (
	"strings"
	"sync"
	"unicode"
)

// common are the words that stand in nearly every text of a language and tell it from its
// neighbours, first those that few others share. They are the closed classes of a grammar:
// pronouns, auxiliaries, prepositions, conjunctions, adverbs.
var common = map[string]string{
	"nb": `ikke jeg hva noen noe etter hvordan hvorfor hvilke hvilken hvem blir ble blitt meg deg seg nå bare være vært gjøre gjør gjorde mye
		fra også hun henne dem dere deres hver hvert uke vei når men eller fordi hvis enn selv sånn slik litt kommer skal vil kan må burde
		av og å er det en et som på for med til den de vi har ha hadde var om at så der da ut opp inn under mellom mot ved over alle andre første noen
		ingen ikke kunne skulle ville måtte sier sa fikk får gikk går ja nei jo altså egentlig liksom kanskje veldig mer mest fram igjen
		gjennom samt dette disse denne sin sitt sine vår vårt våre min mitt mine din ditt dine hans hennes han
		æ itj itt dæm døm kæm mæ dæ sæ jæ kordan åssen hu`,
	"nn": `ikkje eg kva nokon noko korleis kvifor kven kvar vert vart vorte blei me dykk dykkar ho henne dei deira kvarandre kvart ein eit
		frå vere vore gjere gjer gjorde mykje berre også òg no når då men eller fordi viss enn sjølv slik litt kjem skal vil kan må burde
		av og å er det som på for med til den vi har ha hadde var om at så der ut opp inn under mellom mot ved over alle andre første
		ingen kunne skulle ville måtte seier sa fekk får gjekk går ja nei jo altså eigentleg liksom kanskje veldig meir mest fram att
		gjennom samt dette desse denne sin sitt sine vår vårt våre min mitt mine din ditt dine hans hennar han heller difor òg nokre einast saman`,
	"da": `ikke jeg hvad nogen noget nogle efter hvordan hvorfor hvilke hvilken hvem bliver blev blevet mig dig sig nu bare være været gøre gør gjorde
		meget fra også hun hende dem jer deres hver hvert uge vej når men eller fordi hvis end selv sådan lidt kommer skal vil kan må burde
		af og at er det en et som på for med til den de vi har havde var om så der da ud op ind under mellem mod ved over alle andre første
		ingen kunne skulle ville måtte siger sagde fik får gik går ja nej jo altså egentlig måske mere mest frem igen
		gennem samt dette disse denne sin sit sine vor vores min mit mine din dit dine hans hendes han både derfor kun ligesom`,
	"sv": `inte jag vad någon något några efter hur varför vilka vilken vem blir blev blivit mig dig sig nu bara vara varit göra gör gjorde
		mycket från också hon henne dem er deras varje vecka väg när men eller eftersom om än själv sådan lite kommer ska skall vill kan måste
		av och att är det en ett som på för med till den de vi har ha hade var så där då ut upp in under mellan mot vid över alla andra första
		ingen kunde skulle ville säger sa fick får gick går ja nej jo alltså egentligen kanske mer mest fram igen
		genom samt detta dessa denna sin sitt sina vår vårt våra min mitt mina din ditt dina hans hennes han både därför liksom`,
	"en": `the and of to a in is it you that he was for on are with as his they at be this have from or had by not but what all were we when your can
		said there use an each which she do how their if will up other about out many then them these so some her would make like him into has
		more no could people than been who its now did down my our because just really think know going well yeah don't it's that's i`,
	"de": `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei
		einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich wir ihr uns
		was wenn ja nein schon dann also mir mich kann können muss habe gibt doch mal`,
	"fr": `le la les de des du et à un une en que qui dans pour pas ce il sur au ne se plus par je avec tout on mais nous vous est sont était
		comme ou son sa ses leur c'est j'ai d'un qu'il été être avoir fait aussi très bien`,
	"es": `el la los las de y que en un una por con no se del para es lo como más pero su al le ya o este sí porque esta entre cuando muy sin
		sobre también me hasta hay donde quien desde todo nos durante`,
	"nl": `de het een en van ik te dat die in je niet zijn op aan met als voor had er maar om hem dan zou of wat mijn men dit zo door over ze
		zich bij ook tot uit kan wij geen hij deze wel naar heeft omdat heb`,
	"fi": `ja on ei se että en oli hän mutta niin kun mitä tämä minä kuin myös jos ovat ole joka sen mukaan sekä tai vain voi`,
	"pl": `i w na z do że się nie to jest o po od za jak ale już tak przez dla co czy był była było być może oraz który która które ich jego
		jej mnie mi mam tylko bardzo kiedy gdzie żeby bo pan pani my oni ja te tym tego ten tej jako tym nas sobie też więc`,
	"it": `il lo la i gli le di che e è un una per non in con si da come più ma anche sono del della dei delle al alla nel nella ha ho questo
		questa perché quando io lei noi loro molto cosa dove se era stato fatto sempre ci mi`,
	"pt": `o a os as de que e do da em um uma para com não por mais dos como mas foi ao ele das tem seu sua ou ser quando muito nos já está eu
		também só pelo pela até isso ela entre era depois sem mesmo aos seus quem nas me esse eles`,
}

// sampleWords is how many words of a text are looked at: its beginning and its middle.
const sampleWords = 1200

// leastWords is how many of them must be common words before anything is said.
const leastWords = 12

// Language returns the language of a text by its common words: nb, nn, da, sv, en, de, fr, es,
// nl, fi, pt, pl or it; "" where too few stand in it, or where two languages are as likely. It is meant
// for whole documents: of two or three sentences it may say nothing.
func Language(text string) string {
	scores, known := scoresOf(text)
	if known < leastWords {
		return ""
	}
	best, second := bestOf(scores)
	if scores[best] < clearly*second {
		return ""
	}
	return languages[best]
}

// clearly is how much likelier than the next a language must be, and thinWords how many
// common words a text must have for anything to be said of it.
const (
	clearly   = 1.15
	thinWords = 4
)

// LikelyLanguage returns the language that a text is likeliest in, where Language cannot
// tell: of those that are about as likely, own, if it is one of them. Letters that few
// languages have count beside the words. It returns "" where nothing speaks for any.
func LikelyLanguage(text, own string) string {
	scores, known := scoresOf(text)
	signs := 0
	weights, seen := commonWeights(), map[string]bool{}
	var speak [len(languages)]int // different words, common in the language or of its letters
	for _, w := range sample(text) {
		for l, language := range languages {
			letters := strings.ContainsAny(w, ownLetters[language])
			if letters {
				scores[l] += letterWeight
				signs++
			}
			if !seen[w] && (letters || weights[w][l] > 0) {
				speak[l]++
			}
		}
		seen[w] = true
	}
	if known < thinWords && signs == 0 || known+signs < thinWords {
		return ""
	}
	for l, n := range speak {
		if n < severalWords {
			scores[l] = 0 // a word says little: "ha" is Italian, and a verb in Norwegian
		}
	}
	best, _ := bestOf(scores)
	if scores[best] == 0 {
		return ""
	}
	for l, language := range languages {
		if language == own && scores[l] > 0 && scores[best] < clearly*scores[l] {
			return own
		}
	}
	return languages[best]
}

// severalWords is how many different words must speak for a language that is told from few.
const severalWords = 2

// ownLetters are those by which a word may be known for a language's, and letterWeight what
// such a word counts: little, for they also stand in names.
var ownLetters = map[string]string{
	"nb": "æøå", "nn": "æøå", "da": "æøå", "sv": "åäö", "de": "äöüß", "fr": "éèêàçœù", "es": "ñáíóú", "fi": "äö", "pt": "ãõçáé", "pl": "ąćęłńśźż", "it": "àèìòù",
}

const letterWeight = 0.2

// scoresOf adds up what the common words of a text say for each language; known is how
// many of them stand in it.
func scoresOf(text string) (scores [len(languages)]float64, known int) {
	weights := commonWeights()
	for _, w := range sample(text) {
		if ls, ok := weights[w]; ok {
			known++
			for l, weight := range ls {
				scores[l] += weight
			}
		}
	}
	return scores, known
}

// bestOf returns the language that scores most, and the score of the next.
func bestOf(scores [len(languages)]float64) (best int, second float64) {
	for l := 1; l < len(languages); l++ {
		if scores[l] > scores[best] {
			best, second = l, scores[best]
		} else {
			second = max(second, scores[l])
		}
	}
	return best, second
}

// languages are those of common, in the order in which a tie is looked at.
var languages = [...]string{"nb", "nn", "da", "sv", "en", "de", "fr", "es", "nl", "fi", "pt", "pl", "it"}

// commonWeights gives each common word its weight by language: the fewer languages have it,
// the more it tells.
var commonWeights = sync.OnceValue(func() map[string][len(languages)]float64 {
	out := map[string][len(languages)]float64{}
	for i, l := range languages {
		for w := range strings.FieldsSeq(common[l]) {
			in := out[w]
			in[i] = 1
			out[w] = in
		}
	}
	for w, in := range out {
		n := 0.0
		for _, x := range in {
			n += x
		}
		for i := range in {
			in[i] /= n * n
		}
		out[w] = in
	}
	return out
})

// sample returns words of the beginning and the middle of a text, in small letters.
func sample(text string) []string {
	half := sampleWords * 6
	out := wordsOf(text, sampleWords/2)
	if len(text) > 2*half {
		middle := len(text) / 2
		for middle < len(text) && text[middle]&0xC0 == 0x80 {
			middle++
		}
		out = append(out, wordsOf(text[middle:], sampleWords/2)...)
	}
	return out
}

func wordsOf(text string, limit int) []string {
	var out []string
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		if len(out) == limit {
			break
		}
		out = append(out, strings.ToLower(strings.ReplaceAll(w, "’", "'")))
	}
	return out
}

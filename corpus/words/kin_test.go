package words

import (
	"slices"
	"strings"
	"testing"
)

func TestKin(t *testing.T) {
	k := NewKin("nb")
	found := func(sought, word string) bool {
		s := k.For(sought)
		if slices.Contains(s.Stems, k.stem.Stem(word)) {
			return true
		}
		return slices.ContainsFunc(k.Keys(word), func(key string) bool { return slices.Contains(s.Keys, key) })
	}
	for _, c := range []struct{ sought, words, not string }{
		{"indikator", "indikator indikatorene måleindikatorer nøkkelindikatoren kvalitetsindikatorenes", "indiker"},
		{"bok", "bok boka bøker bøkene lagbøkene lærebok", "bøyd"},
		{"bøker", "bok bøker lærebøker", ""},
		{"mann", "mann menn rådmannen rådmennene", "mandat"},
		{"undersøkelse", "undersøkelser brukerundersøkelsen brukerundersøkinga undersøking", "undersøtt"},
		{"enhet", "enhet enheter enhetene", "enig"},
		{"målekart", "målekart målekartet maalekart", "målekort"},
		{"maalekart", "målekart målekartet maalekart", "målekort"},
		{"boeker", "bøker bok", ""},
		{"fravær", "fravær sykefraværet sykefraværsprosenten", "fravike"},
		{"leder", "leder enhetslederne", "ledsage"},
		{"ting", "ting tinget", "styringen måling"},
		{"brukerundersøkelse", "brukerundersøkelser brukerundersøkingar", "medarbeiderundersøkelse"},
		{"kart", "kart målekartet", "karakter"},
		{"uke", "uker ukene veke vekene arbeidsuke ferieveka", "luke"},
		{"medvirkning", "medverknaden brukarmedverknad", "medvind"},
		{"toppledelse", "toppleiinga", "leilighet"},
		{"arkivar", "arkivar arkivarer", "arkaisk"},
		{"forsker", "forsker forskarar hjerneforskeren", "forsyne"},
		{"sjef", "sjefen mellomsjefane", "sjefete"},
		{"rom", "rommet rommene klasserommet", "romme"},
		{"vegg", "veggen veggene", "vegen veger"},
		{"sikker", "sikre sikrere", "sikling"},
		{"hånd", "hender hånda", "handle"},
		{"øy", "øya naboøya", "øyne"},
		{"kveldsmøte", "kveldsmøter sommerkveldsmøtet", "møtekveld"},
		{"saga", "sagaen", "sagt"},
		{"superbruker", "superbrukere superbrukerne superbrukarane", "supermakt"},
		{"tjeneste", "tenesta tenester helsetenesta", "tjener"},
		{"ildsjel", "ildsjeler eldsjelene", "sjeler"},
		{"syngje", "syng synger sang song syngende", "syndig"},
		{"hamn", "havn havna fiskehavn hamner", "hav"},
		{"foreldre", "foreldrerådet foreldremøta småbarnsforeldre", "foreligge"},
		{"leggje", "legger legg la lagt leggja", "lege"},
		{"tilskudd", "tilskot statstilskotet", "tilskynde"},
		{"vann", "vatnet vassforsyninga vassrøyr drikkevann", "vaskeri"},
		{"rør", "røyret luftrøyra vassrøyr", "berørt"},
		{"sykefravær", "sjukefråværet sjukefråvær sykefraværet", "frafall"},
		{"rydding", "rydding ryddeaksjonen", "rydning"},
		{"måling", "måling målinga", "målekart"},
		{"ku", "kyr kyrne", "kule"},
		{"kne", "knea knærne", "kneise"},
		{"far", "fedrene bestefedrane", "fare farlig"},
		{"fastlege", "fastlegen fastlegene", "faste fastne"},
		{"kurs", "lederkurset", "konkursen"},
		{"tid", "tiden arbeidstid", "alltid samtidig"},
		{"bok", "moeteboka", "boenn"},
	} {
		for w := range strings.FieldsSeq(c.words) {
			if !found(c.sought, w) {
				t.Errorf("%s does not find %s: %v", c.sought, w, k.Keys(w))
			}
		}
		for w := range strings.FieldsSeq(c.not) {
			if found(c.sought, w) {
				t.Errorf("%s finds %s: %v", c.sought, w, k.Keys(w))
			}
		}
	}
	for language, pair := range map[string][2]string{"en": {"mouse", "mice"}, "sv": {"natt", "nätter"}, "da": {"tand", "tænder"}, "de": {"gehen", "gegangen"}} {
		k := NewKin(language)
		if !slices.ContainsFunc(k.Keys(pair[1]), func(key string) bool { return slices.Contains(k.For(pair[0]).Keys, key) }) {
			t.Errorf("%s: %s does not find %s", language, pair[0], pair[1])
		}
		if k.Keys("styringskort") != nil {
			t.Errorf("%s: any word has keys", language)
		}
	}
	if by := (Devices{Forms: true}); len(NewKinBy("nb", by).For("skole").Keys) != 1 {
		t.Error("a device that is off is used")
	}
	if NewKin("fi") != nil {
		t.Error("Finnish has kin")
	}
}

func TestParts(t *testing.T) {
	c := NewCompounds()
	for _, want := range strings.Fields(`måle|indikatorer bruker|undersøkelser års|meldingene økonomi|planen kvalitets|indikatorene hjemme|tjenesten
		hoved|målene fylkes|vegen lag|bøker kommune|styrets styrings|verktøy resultat|oppfølging`) {
		if got := strings.Join(c.Parts(strings.ReplaceAll(want, "|", "")), "|"); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	for w := range strings.FieldsSeq("alltid samtidig foreløpig dessverre ettersom derimot overalt enheter utvikling ansatte tiltak forskjell kommunene lederen mulighet kunnskap krone lærer måling interessant kommunikasjon nøkkel årsakene forslagene") {
		if got := c.Parts(w); got != nil {
			t.Errorf("%s is taken apart: %v", w, got)
		}
	}
}

func BenchmarkKeys(b *testing.B) {
	list := strings.Fields("måleindikatorer brukerundersøkelsen økonomiplanen det er og vi målene sykefraværet kommunestyret tertialrapportene ledergruppen")
	for b.Loop() {
		k := NewKin("nb")
		for _, w := range list {
			k.Keys(w)
		}
	}
}

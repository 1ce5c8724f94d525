package claims

import "testing"

// How cases stand to others cannot be told from the codings; what stands first within a case is no such thing.
func TestRankedCases(t *testing.T) {
	nb, en := hospitals(), schools()
	for _, c := range []struct {
		l                *Lexicon
		sentence, ranked string
	}{
		{nb, "Granli har høyest ventetid.", "høyest"},
		{nb, "Granli har den høyeste ventetiden.", "høyeste"},
		{nb, "Ventetid er mest utbredt ved Granli.", "mest"},
		{nb, "Ventetid er vanligst ved Granli.", "vanligst"},
		{nb, "Havna har flest ildsjeler.", "flest"},
		{nb, "Ventetid er like vanlig ved Granli som ved Havna.", "like"},
		{nb, "Ventetid er like vanleg på Havna som i Granli sykehus.", "like"},
		{nb, "Viktigst ved Granli er ventetiden.", ""},
		{nb, "Den største utfordringen ved Granli er ventetiden.", ""},
		{nb, "Granli hadde minst to ildsjeler.", ""},
		{nb, "Granli har en ildsjel, ikke minst på nattevakt.", ""},
		{nb, "Ventetid er som oftest et problem ved Granli.", ""},
		{nb, "Alle sykehusene har mest ventetid om natten.", ""},
		{nb, "Granli og Havna har like fullt en ildsjel.", ""},
		{en, "Theft is most common at Hilltop.", "most"},
		{en, "Hilltop has the highest number of alarms.", "highest"},
		{en, "Hilltop has the most theft.", "most"},
		{en, "Theft is as common at Hilltop as at Oakfield.", "as"},
		{en, "The most common problem at Hilltop is theft.", ""},
		{en, "Hilltop has at least two alarms.", ""},
		{en, "Theft is a problem at Hilltop as well as at Oakfield.", ""},
		{en, "Hilltop had an alarm, most likely an old one.", ""},
	} {
		found := c.l.Find(c.sentence)
		if len(found) != 1 || found[0].Ranked != c.ranked {
			t.Errorf("%q: %+v, want one claim ranked by %q", c.sentence, found, c.ranked)
		}
	}
	holdTo(t, []reads{
		{nb, "Minst støtte er det ved Havna.", "degree Minst"},
		{nb, "Havna har færrest ildsjeler.", "degree færrest"},
		{nb, "Havna har den laveste ventetiden.", "degree laveste"},
		{en, "Hilltop has the least theft.", "degree least"},
	})
}

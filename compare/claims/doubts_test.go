package claims

import "testing"

// A clause that picks out some of the cases says nothing of the others, and what it denies is not denied of them; one that says which they
// are does.
func TestRelativeClauses(t *testing.T) {
	nb, en := hospitals(), schools()
	holdTo(t, []reads{
		{en, "Two of the schools that had no alarm reported theft.", "unknown-group schools"},
		{en, "All schools without an alarm reported theft.", "unknown-group schools"},
		{en, "All the schools in which alarms were tried reported theft.", "unknown-group schools"},
		{en, "All the schools that we visited reported theft.", "all"},
		{en, "There were two schools that had no alarm.", "exactly2!"},
		{en, "The two that had no alarm were Hilltop and Oakfield.", "-h-o"},
		{en, "Hilltop has an alarm; the two that do not are Oakfield and Riverside.", "+h; -o-r"},
		{en, "The teachers who had no alarm worried at all three schools.", "all"},
		{nb, "De to sykehusene som ikke hadde ventetid, hadde en ildsjel.", "unknown-group sykehusene"},
		{nb, "Sykehusene som ikke hadde ildsjel, er Granli og Havna.", "-g-h"},
		{nb, "En ildsjel er det ingen av sykehusene som har hatt.", "none"},
		{nb, "Alle sykehusene som deltok, hadde en ildsjel.", "all"},
	})
}

// What would be, is asked, was expected, is compared, or is not yet or no more, is not held against the codings.
func TestDoubts(t *testing.T) {
	nb, en := hospitals(), schools()
	holdTo(t, []reads{
		{en, "If all the schools had an alarm, there would be less theft.", "condition If"},
		{en, "It is uncertain whether Hilltop has an alarm.", "condition whether"},
		{en, "We expected all the schools to have an alarm.", "condition expected"},
		{en, "Hilltop plans to buy an alarm.", "not-now plans"},
		{en, "Hilltop has stopped using its alarm.", "not-now stopped"},
		{nb, "Alle sykehusene hadde en ildsjel før 2010.", "not-now før"},
		{nb, "Granli fikk ikke en ildsjel før 2012.", "+g"},
		{en, "Theft is more common at Hilltop than at Oakfield.", ""},
		{nb, "Ventetiden er lengre i Granli enn i de andre.", ""},
		{en, "The figures for all three schools are given below.", ""},
		{en, "In most places the alarm was off.", "unclear places"},
		{en, "Little is known of theft at Hilltop.", "degree Little"},
		{en, "Hilltop and Oakfield had alarms and theft respectively.", "unclear respectively"},
		{en, "Alarms: Hilltop (yes), Oakfield (no).", "unclear yes"},
		{en, "All schools bar Hilltop had an alarm.", "unclear All"},
		{en, "All schools had an alarm, Hilltop most of all.", "all"},
		{en, "Most of the pupils in two of the schools had seen it.", "unclear Most"},
		{en, "One school in three had an alarm, and two have none.", "unclear two"},
		{en, "Hilltop is one of two schools with an alarm.", "unclear is"},
		{nb, "Granli mener at de fleste sykehusene har en ildsjel.", "unclear at"},
		{nb, "Alle klinikkene har en ildsjel, og Granli har fire.", "unknown-noun Alle klinikkene"},
		{nb, "Ventetid var et problem i to av de tre klinikkene, og Granli kaller det den største.", "unknown-noun to av de tre klinikkene"},
		{nb, "Granli har fire, og alle klinikkene har en ildsjel.", "unknown-noun alle klinikkene"},
		{nb, "Alle de ansatte i Granli og Havna har en ildsjel.", "+g+h"},
		{en, "All the clinics had an alarm and Hilltop had four.", "unknown-noun All the clinics"},
		{en, "All the teachers at Hilltop had an alarm.", "+h"},
	})
}

// The cases that a sentence does not name, beside those that it does; and others that are no cases.
func TestTheOthers(t *testing.T) {
	nb, en := hospitals(), schools()
	holdTo(t, []reads{
		{en, "Hilltop has an alarm, and so have the other two.", "+h+o+r"},
		{en, "Like all the others, Hilltop has an alarm.", "+h+o+r"},
		{en, "Hilltop has no alarm, unlike the rest of the schools.", "-h+o+r"},
		{en, "Hilltop has an alarm, unlike the rest of the schools.", "+h/o/r"},
		{en, "Hilltop has an alarm, and no one else does.", "+h/o/r"},
		{en, "Hilltop has an alarm; no one else does.", "+h; -o-r"},
		{en, "Hilltop has no alarm, and no one else has one.", "unclear Hilltop"},
		{en, "Hilltop has an alarm, and so have the other two clinics.", "unknown-noun the other two clinics"},
		{en, "Hilltop has an alarm, and all the other clinics have one.", "unknown-noun all the other clinics"},
		{en, "Hilltop has an alarm, but no other clinic has one.", "+h; unknown-noun no other clinic"},
		{en, "Hilltop had no other alarm than this.", "+h"},
		{nb, "Granli har en ildsjel, og det har alle de andre også.", "+g+h+k+m"},
		{nb, "Både Granli og resten av sykehusene har en ildsjel.", "+g+h+k+m"},
		{nb, "Granli har ingen ildsjel, i motsetning til de øvrige.", "-g+h+k+m"},
		{nb, "Granli har en ildsjel, og ingen andre sykehus har det.", "+g/h/k/m"},
		{nb, "Granli har en ildsjel, noe ingen av de øvrige sykehusene har.", "+g; -h-k-m"},
		{nb, "Granli har en ildsjel, mens de tre andre lar være.", "+g; -h-k-m"},
		{nb, "Granli har en ildsjel, slik de to andre klinikkene har.", "unknown-noun de to andre klinikkene"},
		{nb, "Granli har en ildsjel, og det har resten av klinikkene også.", "unknown-noun resten av klinikkene"},
		{nb, "Granli har en ildsjel, men ingen av de andre klinikkene har det.", "+g; unknown-noun ingen av de andre klinikkene"},
	})
}

// Exceptions, groups with "only", gaps and lists say of which cases in other ways than a name before its verb.
func TestOtherWaysToSayWhich(t *testing.T) {
	nb, en := hospitals(), schools()
	holdTo(t, []reads{
		{en, "With the exception of Oakfield, the schools had an alarm.", "+h-o+r"},
		{en, "All schools had an alarm, Oakfield excepted.", "+h-o+r"},
		{en, "Alarms are found everywhere but at Oakfield.", "+h-o+r"},
		{en, "With one exception, all schools had an alarm.", "exactly2"},
		{en, "Alarms are found at Hilltop and Riverside, though not at Oakfield.", "+h+r; -o"},
		{en, "Hilltop has an alarm, not Oakfield.", "+h; -o"},
		{en, "In contrast to Hilltop and Riverside, Oakfield had an alarm.", "/h+o/r"},
		{en, "The two large schools, unlike Riverside, had an alarm.", "+h+o/r"},
		{en, "Only the large schools had an alarm.", "+h+o/r"},
		{en, "Both large schools as well as Riverside had an alarm.", "+h+o+r"},
		{en, "Alarms are unique to Riverside.", "/h/o+r"},
		{en, "Far from all of the schools had an alarm.", "not all"},
		{en, "At Hilltop it was theft, at Oakfield noise.", "+h; +o"},
		{en, "Theft was found at Hilltop, noise at Oakfield.", "+h; +o"},
		{en, "Hilltop has no alarm, Oakfield and Riverside have.", "-h; +o+r"},
		{en, "- Hilltop: no alarm.", "-h"},
		{en, "No alarm: Hilltop, Oakfield.", "-h-o"},
		{en, "One in three schools had an alarm.", "exactly1"},
		{en, "Due to the schools' size, two of them had an alarm.", "exactly2"},
		{en, "Nobody in any of the schools spoke of alarms.", "~h~o~r"},
		{nb, "To av sykehusene har en ildsjel, mens ingen har ventetid.", "exactly2; none"},
		{nb, "Tre sykehus har en ildsjel, det fjerde har det ikke.", "exactly3; the-others det"},
		{nb, "I Granli synes modellen å virke.", "+g?"},
	})
}

// What others found, say or write is not what the draft claims.
func TestWhatOthersClaim(t *testing.T) {
	nb, en := hospitals(), schools()
	holdTo(t, []reads{
		{en, "Hansen and Berg (2014) found alarms in two of the three schools.", ""},
		{en, "In Berg's study, all three schools had alarms.", ""},
		{en, "Two of the three schools had alarms, as Hansen (2014) would expect of them.", "condition expect"},
		{en, "One of them said: “Every school I know of has an alarm.”", ""},
		{nb, "«Alle sykehusene sliter med dette», sa en av dem.", ""},
		{nb, "Ifølge en av dem har alle sykehus en ildsjel.", "unclear alle"},
		{nb, "Ifølge en leder har alle sykehus en ildsjel.", ""},
	})
}

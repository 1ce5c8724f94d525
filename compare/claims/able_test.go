package claims

import "testing"

// What somebody can show is said without reserve; "without reserve" denies nothing; who escaped it does not have it.
func TestNoFalseHedgesOrDenials(t *testing.T) {
	nb, en := hospitals(), schools()
	holdTo(t, []reads{
		{nb, "To av fire sykehus kan vise til kortere ventetid uten forbehold.", "exactly2"},
		{nb, "To av fire sykehus kan ha kortere ventetid.", "exactly2?"},
		{en, "Two of the three schools could show fewer incidents without reservation.", "exactly2"},
		{en, "Two of the three schools could have fewer incidents.", "exactly2?"},
		{nb, "Ingen andre enn Kveldsund slapp unna falske positive.", "+g+h-k+m"},
		{nb, "Kun Kveldsund slapp unna problemene.", "+g+h-k+m"},
		{nb, "Sykehusene hadde alle en ildsjel.", "all"},
		{nb, "Alle, bortsett fra Havna, hadde en ildsjel.", "+g-h+k+m"},
		{nb, "Hvert eneste sykehus hadde en ildsjel.", "all"},
		{nb, "Ikke ett eneste sykehus hadde en ildsjel.", "none"},
		{nb, "75 prosent av sykehusene hadde en ildsjel.", "exactly3"},
	})
}

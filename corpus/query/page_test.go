package query

import (
	"regexp"
	"strings"
	"testing"
)

var gap = regexp.MustCompile(` {2,}`)

// Every example of the page is a query; a line that is set in far goes on with the one before.
func TestTheExamplesOfThePageAreQueries(t *testing.T) {
	n := 0
	for _, line := range strings.Split(Page(), "\n") {
		example, ok := strings.CutPrefix(line, "    ")
		if !ok || strings.HasPrefix(example, " ") {
			continue
		}
		example = gap.Split(example, 2)[0]
		for _, says := range []string{"for: ", "against: "} {
			example = strings.TrimPrefix(example, says)
		}
		if _, err := Parse(example); err != nil {
			t.Errorf("%s: %v", example, err)
		}
		n++
	}
	if n < 40 {
		t.Errorf("only %d examples were found", n)
	}
}

func TestThePageFitsATerminalAndNamesWhatThereIs(t *testing.T) {
	for i, line := range strings.Split(Page(), "\n") {
		if n := len([]rune(line)); n > 110 {
			t.Errorf("line %d has %d characters", i+1, n)
		}
	}
	for _, name := range []string{"NEAR", "BEFORE", "FOLLOWS", "WITHIN", "OVERLAPS", "WITHOUT", "SENTENCE(", "PARAGRAPH(", "TURN(",
		"case:", "kind:", "speaker:", "role:", "code:", "coder:", "says:", "source:", "year:", "status:"} {
		if !strings.Contains(Page(), name) {
			t.Errorf("the page does not speak of %s", name)
		}
	}
}

package convert

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every source of the example studies converts, interviews to turns of two
// speakers and the others to none.
func TestExampleSources(t *testing.T) {
	paths, _ := filepath.Glob(filepath.Join("..", "..", "testdata", "*", "sources", "*"))
	for _, p := range paths {
		if readers[filepath.Ext(p)] == nil || filepath.Ext(p) == ".pdf" {
			continue // the PDF reader has its own tests
		}
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		res, err := Convert(context.Background(), p, data, Options{Speakers: true})
		if err != nil {
			t.Errorf("%s: %v", p, err)
			continue
		}
		checkText(t, res)
		interview := strings.Contains(p, "-interv")
		if interview && (len(res.Speakers) != 2 || res.Turns < 20) || !interview && len(res.Speakers) != 0 {
			t.Errorf("%s: %d turns of %+v", p, res.Turns, res.Speakers)
		}
	}
}

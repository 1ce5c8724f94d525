package coding

import (
	"fmt"
	"math/rand"
	"testing"

	"crosscase/corpus/plainfile"
)

// TestManyCodesAreWrittenAsOneByOne adds codes to code books with comments at one go and one by
// one.
func TestManyCodesAreWrittenAsOneByOne(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for i := range 60 {
		old := anyCodebook(r)
		body, err := plainfile.Marshal(old)
		if err != nil {
			t.Fatal(err)
		}
		text := "# ours\n" + string(body) + "\n# the end, here\n"
		book := bookOf(t, text)
		var add []Derived
		for n, c := range anyCodebook(r).Codes {
			c.Key, c.Was, c.Children = fmt.Sprintf("new-%d", n), nil, nil
			d := Derived{Code: c}
			if all := book.All(); r.Intn(3) > 0 {
				d.Parent = all[r.Intn(len(all))].Key
			}
			add = append(add, d)
		}
		slow, err := AddCodes([]byte(text), book, add)
		if err != nil {
			t.Fatal(err)
		}
		quick, err := EncodeCodes([]byte(text), book, add)
		if err != nil || string(quick) != string(slow) {
			t.Fatalf("code book %d: %v\n%s", i, err, firstLineThatDiffers(string(quick), string(slow)))
		}
	}
}

package convert

import (
	"fmt"
	"strings"
)

// Limits by which a page is known to be a picture of one.
const (
	fewWords   = 60  // letters and digits
	largeShare = 0.4 // of the page
	singlePage = 10  // pages that are named one by one
)

// warnOfPictures notes the pages that hold a picture and no text, or hardly any
// beside a large one: what is written in the picture is not read. lines are those
// without running heads.
func warnOfPictures(pages []pdfPage, lines [][]pdfLine, r *Report) {
	var none, few []int
	for i, p := range pages {
		weight := 0
		for _, l := range lines[i] {
			weight += weigh(l.text)
		}
		switch {
		case p.picture > 0 && weight == 0:
			none = append(none, i+1)
		case p.picture > largeShare && weight < fewWords:
			few = append(few, i+1)
		}
	}
	name := func(pages []int, what string) {
		if len(pages) > singlePage {
			r.Add("warning", "pages that hold a picture and "+what, len(pages), "pages "+ranges(pages))
			return
		}
		for _, n := range pages {
			r.Add("warning", fmt.Sprintf("page %d holds a picture and %s", n, what), 1, "")
		}
	}
	name(none, "no text")
	name(few, "few words")
}

// ranges writes numbers in ascending order: "3-7, 9".
func ranges(numbers []int) string {
	var out []string
	for i := 0; i < len(numbers); {
		k := i
		for k+1 < len(numbers) && numbers[k+1] == numbers[k]+1 {
			k++
		}
		if s := fmt.Sprint(numbers[i]); k > i {
			out = append(out, fmt.Sprintf("%s-%d", s, numbers[k]))
		} else {
			out = append(out, s)
		}
		i = k + 1
	}
	return strings.Join(out, ", ")
}

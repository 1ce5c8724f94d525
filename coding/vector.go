package coding

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// weighted is one word of a vector: the number of its stem in the collection, and its weight.
type weighted struct {
	stem   int
	weight float64
}

// vector is the words of a text with weights, in the order of their numbers.
type vector []weighted

// cosine returns how alike two vectors point, 0 to 1.
func cosine(a, b vector) float64 {
	dot := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].stem < b[j].stem:
			i++
		case a[i].stem > b[j].stem:
			j++
		default:
			dot += a[i].weight * b[j].weight
			i++
			j++
		}
	}
	if dot == 0 {
		return 0
	}
	return dot / (a.norm() * b.norm())
}

func (v vector) norm() float64 {
	sum := 0.0
	for _, w := range v {
		sum += w.weight * w.weight
	}
	return math.Sqrt(sum)
}

// blend returns the sum of vectors, each scaled to length 1 and times its weight.
func blend(vs []vector, weights []float64) vector {
	var all vector
	for i, v := range vs {
		n := v.norm()
		for _, w := range v {
			all = append(all, weighted{w.stem, weights[i] * w.weight / n})
		}
	}
	slices.SortStableFunc(all, func(a, b weighted) int { return a.stem - b.stem })
	var out vector
	for _, w := range all {
		if n := len(out); n > 0 && out[n-1].stem == w.stem {
			out[n-1].weight += w.weight
			continue
		}
		out = append(out, w)
	}
	return out
}

// strongest returns the n heaviest words of a vector.
func (v vector) strongest(n int) vector {
	out := slices.Clone(v)
	slices.SortStableFunc(out, func(a, b weighted) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return a.stem - b.stem
	})
	out = out[:min(n, len(out))]
	slices.SortFunc(out, func(a, b weighted) int { return a.stem - b.stem })
	return out
}

// collection is the words of all texts that one guide speaks of: the number of each stem, how
// rare it is, and which stems are parts of others.
type collection struct {
	number map[string]int
	stems  []string
	df     []float64
	parts  [][]int
	n      float64
	units  []vector
}

// collect counts the stems of some texts, each given as its content words. extra names
// stems that do not stand in the texts but may be asked for.
func collect(texts [][]term, extra []term) *collection {
	c := &collection{number: map[string]int{}, n: float64(len(texts))}
	for _, terms := range texts {
		seen := map[int]bool{}
		for _, t := range terms {
			if i := c.know(t.stem); !seen[i] {
				seen[i] = true
				c.df[i]++
			}
		}
	}
	for _, t := range extra {
		c.know(t.stem)
	}
	c.parts = make([][]int, len(c.stems))
	for i, stem := range c.stems {
		c.parts[i] = c.partsOf(stem)
	}
	for _, terms := range texts {
		c.units = append(c.units, c.vector(terms))
	}
	return c
}

func (c *collection) know(stem string) int {
	i, ok := c.number[stem]
	if !ok {
		i = len(c.stems)
		c.number[stem] = i
		c.stems = append(c.stems, stem)
		c.df = append(c.df, 0)
	}
	return i
}

// partsOf returns the known stems of four letters and more with which a stem begins or ends.
func (c *collection) partsOf(stem string) []int {
	if utf8.RuneCountInString(stem) < 7 {
		return nil
	}
	var out []int
	r := []rune(stem)
	for i := 4; i <= len(r)-3; i++ {
		for _, part := range []string{string(r[:i]), string(r[len(r)-i:])} {
			if p, ok := c.number[part]; ok && c.df[p] > 0 {
				out = append(out, p)
			}
		}
	}
	return out
}

func (c *collection) idf(stem int) float64 { return math.Log((c.n + 1) / (c.df[stem] + 0.5)) }

// vector weighs content words: 1 + log of how often, times rarity; parts of compounds
// count half. Words that the collection does not know are left out.
func (c *collection) vector(terms []term) vector {
	count := map[int]float64{}
	for _, t := range terms {
		if i, ok := c.number[t.stem]; ok {
			count[i]++
		}
	}
	weights := map[int]float64{}
	order := make([]int, 0, len(count))
	for i := range count {
		order = append(order, i)
	}
	sort.Ints(order)
	for _, i := range order {
		often := 1 + math.Log(count[i])
		weights[i] += often * math.Max(0.1, c.idf(i))
		for _, p := range c.parts[i] {
			weights[p] += 0.5 * often * math.Max(0.1, c.idf(p))
		}
	}
	out := make(vector, 0, len(weights))
	for i, w := range weights {
		out = append(out, weighted{i, w})
	}
	slices.SortFunc(out, func(a, b weighted) int { return a.stem - b.stem })
	return out
}

// nearest returns the sum of the units that are most alike to a vector, at most n of
// them and each at least so alike, scaled to length 1 and weighed by how alike it is.
func (c *collection) nearest(v vector, n int, least float64) vector {
	type scored struct {
		unit int
		s    float64
	}
	var found []scored
	for i, u := range c.units {
		if s := cosine(v, u); s >= least {
			found = append(found, scored{i, s})
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].s > found[j].s })
	var vs []vector
	var weights []float64
	for _, f := range found[:min(n, len(found))] {
		vs, weights = append(vs, c.units[f.unit]), append(weights, f.s)
	}
	return blend(vs, weights)
}

// ruleWords returns the words of find queries without their operators.
func ruleWords(find string) string {
	return strings.NewReplacer("NEAR", " ", "BEFORE", " ", "AND", " ", "OR", " ", "NOT", " ", "SENTENCE", " ", "against:", " ", "qualified:", " ", "for:", " ",
		"*", "", "?", "", "~", "", "=", "", "/", " ", "(", " ", ")", " ", "\"", " ").Replace(find)
}

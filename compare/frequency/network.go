package frequency

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"
)

// mostWork is how many steps a network may take before tables are drawn instead.
const mostWork = 2_000_000

// network goes through all tables of some margins, column by column. A node is what is left of each row, whichever row it is; all ways to
// it that are equally likely so far are one past. Nodes from which every way, or none, leads to a table that counts are not gone into.
type network struct {
	columns []int
	logs    []float64 // of factorials
	base    float64   // logarithm of what the chances of all tables have in common
	limit   float64   // logarithm of the most likely table that counts, without base
	nodes   map[string]*node
	p       float64
	work    int
}

type node struct {
	rows  []int // what is left, the largest first
	pasts map[int64]past
}

// past is the logarithm of the product of 1/x! of the cells so far, and in how many ways it comes about.
type past struct{ log, ways float64 }

func newNetwork(rows, columns []int, logs []float64, limit float64) *network {
	if len(columns) > len(rows) { // fewer columns are gone through faster, and turning the table changes nothing
		rows, columns = columns, rows
	}
	w := &network{columns: slices.Clone(columns), logs: logs, limit: limit}
	slices.SortFunc(w.columns, func(a, b int) int { return cmp.Compare(b, a) })
	n := 0
	for _, r := range rows {
		w.base += logs[r]
		n += r
	}
	for _, c := range columns {
		w.base += logs[c]
	}
	w.base -= logs[n]
	first := &node{rows: sortedDown(rows), pasts: map[int64]past{}}
	first.add(past{0, 1})
	w.nodes = map[string]*node{keyOf(first.rows): first}
	return w
}

func sortedDown(rows []int) []int {
	out := slices.Clone(rows)
	slices.SortFunc(out, func(a, b int) int { return cmp.Compare(b, a) })
	return out
}

func keyOf(rows []int) string {
	var key []byte
	for _, r := range rows {
		key = binary.AppendUvarint(key, uint64(r))
	}
	return string(key)
}

// add adds ways to a past; those that differ by rounding alone are the same.
func (n *node) add(p past) {
	key := int64(math.Round(p.log * 1e9))
	if old, ok := n.pasts[key]; ok {
		p.log, p.ways = old.log, p.ways+old.ways
	}
	n.pasts[key] = p
}

// run goes through the network and tells whether it came to its end.
func (w *network) run() bool {
	for j := range w.columns {
		nodes := w.nodes
		w.nodes = map[string]*node{}
		for _, key := range slices.Sorted(maps.Keys(nodes)) {
			if !w.leave(nodes[key], j) {
				return false
			}
		}
	}
	return true
}

// leave fills column j in every way that a node allows.
func (w *network) leave(n *node, j int) bool {
	most, least, all := w.bounds(n.rows, j)
	var open []past
	for _, key := range slices.Sorted(maps.Keys(n.pasts)) {
		switch p := n.pasts[key]; {
		case p.log+most <= w.limit:
			w.p += p.ways * math.Exp(p.log+all+w.base)
		case p.log+least > w.limit:
		default:
			open = append(open, p)
		}
	}
	if len(open) == 0 {
		return true
	}
	left := slices.Clone(n.rows)
	return w.fill(left, 0, w.columns[j], 0, open)
}

// fill gives want of a column to the rows from i on; sum is the logarithm of what the rows before have.
func (w *network) fill(left []int, i, want int, sum float64, open []past) bool {
	if i == len(left)-1 {
		if want > left[i] {
			return true
		}
		left[i] -= want
		rows := sortedDown(left)
		left[i] += want
		key := keyOf(rows)
		to := w.nodes[key]
		if to == nil {
			to = &node{rows: rows, pasts: map[int64]past{}}
			w.nodes[key] = to
		}
		for _, p := range open {
			to.add(past{p.log + sum - w.logs[want], p.ways})
		}
		w.work += len(open)
		return w.work <= mostWork
	}
	for x := 0; x <= min(want, left[i]); x++ {
		left[i] -= x
		done := w.fill(left, i+1, want-x, sum-w.logs[x], open)
		left[i] += x
		if !done {
			return false
		}
	}
	return true
}

// bounds returns between which logarithms the products of 1/x! of all ways to fill the columns from j on lie, and the logarithm of their sum, which is n!/(product of
// r! and c!). A column is likeliest spread evenly over the rows and unlikeliest heaped up in the largest, whatever the other columns are; with one column left
// both are what is left of the rows.
func (w *network) bounds(rows []int, j int) (most, least, all float64) {
	n := 0
	for _, r := range rows {
		n += r
		all -= w.logs[r]
	}
	if j == len(w.columns)-1 {
		return all, all, all + w.logs[n] - w.logs[w.columns[j]]
	}
	all += w.logs[n]
	byColumns, byRows := 0.0, 0.0
	for _, c := range w.columns[j:] {
		all -= w.logs[c]
		byColumns -= w.even(c, len(rows))
		heap := c
		for _, r := range rows {
			x := min(heap, r)
			least -= w.logs[x]
			heap -= x
		}
	}
	for _, r := range rows {
		byRows -= w.even(r, len(w.columns)-j)
	}
	return math.Min(byColumns, byRows) + 1e-12, least - 1e-12, all
}

// even returns the smallest sum of log(x!) of n in so many parts.
func (w *network) even(n, parts int) float64 {
	return float64(n%parts)*w.logs[n/parts+min(1, n%parts)] + float64(parts-n%parts)*w.logs[n/parts]
}

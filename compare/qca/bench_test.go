package qca

import (
	"context"
	"fmt"
	"math/rand"
	"testing"
	"time"
)

// seen returns a random table of two-valued conditions: so many different rows, each positive with a
// chance of one half.
func seen(r *rand.Rand, k, rows int) (conditions []Condition, on, off [][]int) {
	for j := range k {
		conditions = append(conditions, Condition{fmt.Sprintf("C%d", j), 2})
	}
	for _, n := range r.Perm(1 << k)[:rows] {
		values := RowValues(conditions, n+1)
		if r.Intn(2) == 0 {
			on = append(on, values)
		} else {
			off = append(off, values)
		}
	}
	return conditions, on, off
}

// BenchmarkParsimonious finds all smallest models of random tables. It reports the slowest table in
// milliseconds, models and primes on average, and how many tables came to a limit.
func BenchmarkParsimonious(b *testing.B) {
	for _, c := range []struct{ k, rows int }{{6, 20}, {8, 40}, {10, 40}, {12, 40}, {12, 80}, {14, 40}, {16, 40}, {20, 60}, {24, 60}} {
		b.Run(fmt.Sprintf("%d conditions, %d rows", c.k, c.rows), func(b *testing.B) {
			r := rand.New(rand.NewSource(1))
			var slowest time.Duration
			models, primes, stopped := 0.0, 0.0, 0.0
			for range b.N {
				conditions, on, off := seen(r, c.k, c.rows)
				start := time.Now()
				s, err := Minimum(context.Background(), conditions, on, off, false)
				if err != nil {
					b.Fatal(err)
				}
				slowest = max(slowest, time.Since(start))
				models, primes = models+s.Count, primes+float64(len(s.Primes))
				if s.Stopped != nil {
					stopped++
				}
			}
			b.ReportMetric(float64(slowest.Microseconds())/1000, "slowest-ms")
			b.ReportMetric(models/float64(b.N), "models")
			b.ReportMetric(primes/float64(b.N), "primes")
			b.ReportMetric(stopped, "stopped")
		})
	}
}

// BenchmarkIntermediate works out the intermediate solution of random tables, every condition expected to help.
func BenchmarkIntermediate(b *testing.B) {
	for _, c := range []struct{ k, rows int }{{5, 15}, {8, 40}, {10, 40}} {
		b.Run(fmt.Sprintf("%d conditions, %d rows", c.k, c.rows), func(b *testing.B) {
			r := rand.New(rand.NewSource(1))
			var slowest time.Duration
			pairs, stopped := 0.0, 0.0
			for range b.N {
				conditions, on, off := seen(r, c.k, c.rows)
				d := &Data{Conditions: conditions}
				for i, rows := range [][][]int{off, on} {
					for _, row := range rows {
						x := make([]float64, len(row))
						for j, v := range row {
							x[j] = float64(v)
						}
						d.Cases, d.X, d.Y = append(d.Cases, ""), append(d.X, x), append(d.Y, float64(i))
					}
				}
				expect := make([][]int, c.k)
				for j := range expect {
					expect[j] = []int{1}
				}
				start := time.Now()
				s, err := Minimize(context.Background(), NewTruthTable(d, Cuts{Incl: 1}), Intermediate, Options{Expect: expect})
				if err != nil {
					b.Fatal(err)
				}
				slowest = max(slowest, time.Since(start))
				pairs += float64(len(s.Derived))
				if s.Stopped != nil {
					stopped++
				}
			}
			b.ReportMetric(float64(slowest.Microseconds())/1000, "slowest-ms")
			b.ReportMetric(pairs/float64(b.N), "pairs")
			b.ReportMetric(stopped, "stopped")
		})
	}
}

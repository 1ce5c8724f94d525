package agree

import "math"

// quantile returns a quantile of values, type 7 of Hyndman & Fan (1996), and brings them into another order.
func quantile(values []float64, p float64) float64 {
	h := p * float64(len(values)-1)
	low := int(math.Floor(h))
	at := smallest(values, low)
	if low+1 >= len(values) {
		return at
	}
	next := math.Inf(1)
	for _, x := range values[low+1:] {
		next = math.Min(next, x)
	}
	return at + (h-float64(low))*(next-at)
}

// smallest returns the k-th smallest value, from 0, and puts it into its place: none after it is smaller, none before it larger. It
// halves the values around a middle one again and again (Hoare 1961), which is faster than to sort them all.
func smallest(values []float64, k int) float64 {
	from, to := 0, len(values)-1
	for from < to {
		middle := values[(from+to)/2]
		i, j := from, to
		for i <= j {
			for values[i] < middle {
				i++
			}
			for values[j] > middle {
				j--
			}
			if i <= j {
				values[i], values[j] = values[j], values[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			to = j
		case k >= i:
			from = i
		default:
			return values[k]
		}
	}
	return values[k]
}

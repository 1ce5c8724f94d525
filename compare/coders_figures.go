package compare

import (
	"crosscase/compare/agree"
)

// measure is a coefficient that can be asked for by name.
type measure struct {
	key   string
	label string
	of    func(*agree.Ratings) agree.Coefficient
}

// measures are the coefficients of given units, in the order in which they are listed.
func measures() []measure {
	return []measure{
		{"alpha", "alpha", agree.AlphaNominal},
		{"kappa", "kappa", agree.CohenKappa},
		{"ac1", "AC1", agree.GwetAC1},
		{"bp", "Brennan-Prediger", agree.BrennanPrediger},
		{"scott", "Scott's pi", agree.Scott},
		{"fleiss", "Fleiss' kappa", func(r *agree.Ratings) agree.Coefficient { return agree.Fleiss(r).Coefficient }},
		{"conger", "Conger's kappa", agree.Conger},
		{"light", "Light's kappa", agree.Light},
	}
}

// Coefficients are the names of coefficients that can be asked for.
func Coefficients() []string {
	var out []string
	for _, m := range measures() {
		out = append(out, m.key)
	}
	return out
}

// figures are the figures of one code, or of all together.
type figures struct {
	touched   []judgement
	units     int
	used      int            // units of which two coders' own work is known
	ratings   *agree.Ratings // nil of all codes together
	percent   agree.Coefficient
	values    []agree.Coefficient // by measure
	intervals []agree.Interval    // by measure
}

// inquiry is what is to be computed.
type inquiry struct {
	measures   []measure
	sampling   agree.Resampling
	deviations bool // alpha's interval by Krippendorff's algorithm
}

// ofCode computes the figures of a code.
func (m *markings) ofCode(code int, a inquiry) figures {
	var f figures
	f.touched, f.units = m.judged(code)
	f.ratings = m.ratings(f.touched, f.units)
	f.percent = agree.Percent(f.ratings)
	f.used = f.percent.Units
	functions := make([]func(*agree.Ratings) agree.Coefficient, len(a.measures))
	for i, x := range a.measures {
		functions[i] = x.of
		f.values = append(f.values, x.of(f.ratings))
	}
	f.intervals = make([]agree.Interval, len(a.measures))
	if f.borrowed() {
		f.percent = agree.Coefficient{Undefined: nothingOwn}
		for i := range f.values {
			f.values[i], f.intervals[i] = agree.Coefficient{Undefined: nothingOwn}, agree.Interval{Undefined: nothingOwn}
		}
		return f
	}
	if a.sampling.Resamples == 0 {
		return f
	}
	if a.deviations {
		for i, x := range a.measures {
			f.intervals[i].Undefined = agree.AllResamples
			if x.key == "alpha" {
				f.intervals[i] = agree.BootstrapDeviations(f.ratings, agree.Nominal, a.sampling)
			}
		}
		return f
	}
	if _, _, varies := f.varies(); varies {
		copy(f.intervals, agree.Bootstrap(f.ratings, a.sampling, functions...))
	}
	return f
}

// nothingOwn marks a coefficient of a code that coders gave only by taking proposals over: that nobody gave it elsewhere is no
// agreement on it.
const nothingOwn agree.Reason = "nothing independent is left"

// borrowed tells whether some of the work on the code was taken over from proposals, and none that is left gives it to a unit of which two coders'
// own work is known.
func (f *figures) borrowed() bool {
	left := false
	for _, t := range f.touched {
		n, known := t.coders()
		if n > 0 && known > 1 {
			return false
		}
		left = left || known < len(t.values)
	}
	return left
}

// varies returns on how many units all coders agree that the code is there, on how many some do, and whether
// the values differ at all.
func (f *figures) varies() (all, some int, varies bool) {
	for _, t := range f.touched {
		switch n, known := t.coders(); {
		case n == known && n > 0:
			all++
		case n > 0:
			some++
		}
	}
	return all, some, some > 0 || all > 0 && all < f.units
}

// coders returns how many coders coded the unit, and of how many it is known.
func (t judgement) coders() (coders, known int) {
	for _, v := range t.values {
		if v == isCoded {
			coders++
		}
		if v != leftOut {
			known++
		}
	}
	return coders, known
}

// perCode marks a coefficient that is none of all codes together.
const perCode agree.Reason = "per code only"

// mostWork is how many patterns are drawn at most for the interval of all codes together; beyond, it is drawn less often.
const mostWork = 3_000_000

// ofAll computes the figures of all codes together, from those of each: the multi-valued alpha, and how often the sets are the
// very same.
func (m *markings) ofAll(a inquiry, each []figures) (f figures, documents int) {
	judged := make([][]judgement, len(each))
	for c := range each {
		judged[c] = each[c].touched
	}
	s, same, documents, units := m.sets(judged)
	f = figures{units: units, used: same.Units, percent: same, values: make([]agree.Coefficient, len(a.measures)), intervals: make([]agree.Interval, len(a.measures))}
	for i, x := range a.measures {
		f.values[i].Undefined, f.intervals[i].Undefined = perCode, perCode
		if x.key != "alpha" {
			continue
		}
		f.values[i] = agree.MultiValuedAlpha(s)
		f.intervals[i] = agree.Interval{Undefined: agree.AllResamples}
		if f.values[i].Defined() && a.sampling.Resamples > 0 && !a.deviations {
			sampling := a.sampling
			sampling.Resamples = max(200, min(sampling.Resamples, mostWork/max(1, s.Patterns())))
			f.intervals[i] = agree.BootstrapSets(s, sampling)
		}
	}
	return f, documents
}

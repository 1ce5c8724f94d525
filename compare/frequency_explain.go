package compare

import "crosscase/compare/frequency"

// frequencyExplanations are key, name, formula and paper of counts and tests.
func frequencyExplanations() [][4]string {
	var out [][4]string
	for _, e := range frequency.Explanations() {
		out = append(out, [4]string{e.Key, e.Name, e.Formula, e.Paper})
	}
	return out
}

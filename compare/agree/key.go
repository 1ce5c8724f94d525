package agree

// Found is a coder measured against another whose work is the key.
type Found struct {
	Precision, Recall, F1 Coefficient
}

// AgainstKey returns precision both/(both+onlyCoder), recall both/(both+onlyKey) and their harmonic mean F1 =
// 2 both/(2 both+onlyCoder+onlyKey), from the numbers of units that both marked, that only the coder and that only
// the key has. They are not corrected for chance. Precision is undefined if the coder marked nothing, recall if the key holds nothing, F1
// if neither holds anything.
//
// van Rijsbergen (1979), Information Retrieval, 2nd ed., ch. 7.
func AgainstKey(both, onlyCoder, onlyKey int) Found {
	share := func(of, among int, why Reason) Coefficient {
		if among == 0 {
			return Coefficient{Undefined: why}
		}
		return Coefficient{Value: float64(of) / float64(among), Units: among}
	}
	return Found{
		Precision: share(both, both+onlyCoder, NothingFound),
		Recall:    share(both, both+onlyKey, NothingInKey),
		F1:        share(2*both, 2*both+onlyCoder+onlyKey, NobodyMarked),
	}
}

package compare

import "crosscase/cases"

// ValueOf returns a case's value of an attribute, taken from its interviews where the attribute says
// so (from: interview.date).
func ValueOf(s *cases.Study, c *cases.Case, a cases.Attribute) cases.Value { return valueOf(s, c, a) }

// Package pattern holds regular expressions that are made when they are used first. The program has some two hundred of
// them for files that people bring along; a search needs none, and making them all cost it several milliseconds.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression. Its methods are those of regexp.Regexp. Several goroutines may use it at once.
type Pattern struct{ made func() *regexp.Regexp }

// Of returns the pattern of an expression. One that cannot be read panics when it is used (TestEveryPatternCanBeRead).
func Of(expression string) *Pattern {
	return &Pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
}

func (p *Pattern) Match(b []byte) bool                  { return p.made().Match(b) }
func (p *Pattern) MatchString(s string) bool            { return p.made().MatchString(s) }
func (p *Pattern) FindString(s string) string           { return p.made().FindString(s) }
func (p *Pattern) FindStringIndex(s string) []int       { return p.made().FindStringIndex(s) }
func (p *Pattern) FindSubmatch(b []byte) [][]byte       { return p.made().FindSubmatch(b) }
func (p *Pattern) FindStringSubmatch(s string) []string { return p.made().FindStringSubmatch(s) }
func (p *Pattern) FindStringSubmatchIndex(s string) []int {
	return p.made().FindStringSubmatchIndex(s)
}
func (p *Pattern) FindAllString(s string, n int) []string { return p.made().FindAllString(s, n) }
func (p *Pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.made().FindAllStringIndex(s, n)
}
func (p *Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.made().FindAllStringSubmatch(s, n)
}
func (p *Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.made().FindAllStringSubmatchIndex(s, n)
}
func (p *Pattern) ReplaceAllString(s, by string) string { return p.made().ReplaceAllString(s, by) }
func (p *Pattern) ReplaceAllStringFunc(s string, by func(string) string) string {
	return p.made().ReplaceAllStringFunc(s, by)
}
func (p *Pattern) Split(s string, n int) []string { return p.made().Split(s, n) }

// Package chart draws tables. Draw makes of a table.Table a Drawing: groups of shapes and words in points, each group standing for a
// cell, with the evidence of the cell in its title. WriteSVG and WritePNG write a drawing so that both look alike.
//
// A drawing is as wide as the text of an A4 page. Words are measured before they are placed, so that none is cut off and
// none lies on another, and drawn as outlines of the Go fonts, so that they look the same wherever the picture is opened; in SVG the same words lie invisibly over them, to be found and
// copied. What is told by a tint is also told by a sign, a pattern, a length or a number: pictures can be printed in black and white.
package chart

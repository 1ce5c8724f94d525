// Package sheet reads and writes spreadsheets: Excel workbooks (.xlsx),
// OpenDocument sheets (.ods), and CSV and TSV files. It is the one door to them.
//
// A Table is one sheet: its rows of cells, each as the text that a person sees,
// in one way whatever the language of the machine that wrote it: dates as
// 2016-02-19, numbers with a decimal point and without thousands separators,
// percentages as the sheet shows them, formulas by the value that was saved.
package sheet

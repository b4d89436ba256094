// Package vocab holds the words by which rules judge what stands around a figure.
// They are data, in words.txt: whoever knows the language may edit them.
package vocab

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/hegao/hegao/checker/lexicon"
)

//go:embed words.txt
var text string

var lists = sync.OnceValue(func() *lexicon.Lists { return lexicon.NewLists(text) })

// In reports whether a text holds a word of a group.
func In(text, group string) bool { return lists().List(group).In(text) }

// Begins returns how many bytes of a text the longest word of a group takes that
// it begins with, 0 for none.
func Begins(text, group string) int { return lists().List(group).At(text, 0) }

// Ends returns how many bytes of a text the longest word of a group takes that it
// ends with, 0 for none.
func Ends(text, group string) int { return lists().List(group).Before(text) }

// First returns where the first word of a group begins in a text and how long it
// is; at is -1 where there is none.
func First(text, group string) (at, n int) { return lists().List(group).Index(text) }

// Last returns where the last word of a group begins in a text and how long it is;
// at is -1 where there is none.
func Last(text, group string) (at, n int) { return lists().List(group).Last(text) }

// Is reports whether a word is one of a group.
func Is(word, group string) bool { return slices.Contains(lists().List(group).Words, word) }

// Words returns the words of a group.
func Words(group string) []string { return lists().List(group).Words }

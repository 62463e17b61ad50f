package layout

import (
	"bytes"
	"go/token"
	"unicode/utf8"
)

// kind is the kind of a part of a text.
type kind uint8

const (
	other      kind = iota // punctuation, white space, numbers that are not just digits
	identifier             // or a keyword
	digits
	quoted
	comment // one or, if they stand alone on their lines, several
)

// part is a part of a text, up to end.
type part struct {
	kind kind
	end  int
}

var slashes = []byte("//")

// next returns the part of the text that starts at i.
func next(text []byte, i int) part {
	switch c := text[i]; {
	case letter(c) || digit(c):
		return word(text, i)
	case c == '"' || c == '\'' || c == '`':
		return quotation(text, i)
	case bytes.HasPrefix(text[i:], slashes):
		return part{comment, commentsEnd(text, i)}
	default:
		return part{other, i + 1}
	}
}

// word reads an identifier, a keyword or a number.
func word(text []byte, i int) part {
	end, onlyDigits := i, true
	for ; end < len(text) && (letter(text[end]) || digit(text[end])); end++ {
		onlyDigits = onlyDigits && digit(text[end])
	}
	switch {
	case letter(text[i]):
		return part{identifier, end}
	case onlyDigits && (text[i] != '0' || end == i+1):
		return part{digits, end}
	default:
		return part{other, end}
	}
}

// keyword reports whether a word is a keyword. No keyword is longer than fallthrough.
func keyword(word []byte) bool {
	return 'a' <= word[0] && word[0] <= 'z' && len(word) <= len("fallthrough") && token.IsKeyword(string(word))
}

func letter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c >= utf8.RuneSelf
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// quotation reads a string or a rune.
func quotation(text []byte, i int) part {
	quote, end := text[i], i+1
	for ; end < len(text) && text[end] != quote; end++ {
		if text[end] == '\\' && quote != '`' {
			end++
		}
	}
	end = min(end+1, len(text))
	if bytes.IndexByte(text[i:end], '\n') >= 0 {
		return part{other, end}
	}
	return part{quoted, end}
}

// commentsEnd returns the end of a comment, without the end of its line. If it stands alone on its line, those on the next lines
// belong to it.
func commentsEnd(text []byte, i int) int {
	end := lineEnd(text, i)
	if !alone(text, i) {
		return end
	}
	for end < len(text) {
		next := skip(text, end+1)
		if !bytes.HasPrefix(text[next:], slashes) {
			break
		}
		end = lineEnd(text, next)
	}
	return end
}

// alone reports whether only white space precedes i on its line.
func alone(text []byte, i int) bool {
	for i > 0 && (text[i-1] == ' ' || text[i-1] == '\t') {
		i--
	}
	return i == 0 || text[i-1] == '\n'
}

// skip returns the index of the first character, from i on, that is not a space or tab.
func skip(text []byte, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\t') {
		i++
	}
	return i
}

func lineEnd(text []byte, i int) int {
	if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(text)
}

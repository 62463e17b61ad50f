package stream

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// MaxLine is the maximal length of a line, in bytes without the line end. The longest recorded line has some hundred thousand. The bound
// keeps a file that is no stream from filling the memory.
const MaxLine = 16 << 20

// lines splits a stream into lines. Its zero value is not usable.
type lines struct {
	src    *bufio.Reader
	number int
	// ended reports whether the current line had a line end. Only the last line of a file can lack it.
	ended bool
}

func newLines(src io.Reader) *lines { return &lines{src: bufio.NewReaderSize(src, 1<<16)} }

// next returns the next line without its end, or io.EOF after the last one. The caller owns the bytes.
func (l *lines) next() ([]byte, error) {
	l.number++
	line, err := l.read()
	switch {
	case err != nil:
		return nil, err
	case len(bytes.TrimSpace(line)) == 0:
		return nil, errEmptyLine
	case !utf8.Valid(line):
		return nil, errNotUTF8
	}
	return line, nil
}

// read returns the bytes up to the next line end. More than a line may have are an error.
func (l *lines) read() ([]byte, error) {
	var line []byte
	for {
		part, err := l.src.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > MaxLine+1 {
			return nil, fmt.Errorf("the line is longer than %d bytes", MaxLine)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		return l.finish(line, err)
	}
}

// finish removes the line end. A rest without one counts as a line.
func (l *lines) finish(line []byte, err error) ([]byte, error) {
	l.ended = err == nil
	switch {
	case l.ended:
		return line[:len(line)-1], nil
	case errors.Is(err, io.EOF) && len(line) > 0:
		return line, nil
	}
	return nil, err
}

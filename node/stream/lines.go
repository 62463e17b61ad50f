package stream

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// MaxLine bounds a line, in bytes without its end. The longest line seen has some hundred thousand; the bound keeps a file that is
// no stream from filling the memory.
const MaxLine = 16 << 20

// lines splits a stream into lines. Its zero value is not usable.
type lines struct {
	src    *bufio.Reader
	number int
	// ended says whether the current line had a line end; only the last of a file can lack it.
	ended bool
}

func newLines(src io.Reader) *lines { return &lines{src: bufio.NewReaderSize(src, 1<<16)} }

// next gives the next line without its end, or io.EOF after the last one. The bytes are the caller's.
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

// read gives the bytes up to the next line end, as many as a line may have.
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

// finish cuts the line end off; a rest without one counts as a line.
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

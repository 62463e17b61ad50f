package stream

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// maxMembers bounds the members of one object. The largest that the format has is a row with 21.
const maxMembers = 100

// object is one JSON object whose members are taken by name. The first thing wrong with it is kept, later calls then give
// zero values; [object.close] says whether anything was wrong. Names count to the letter and may come once, which
// encoding/json alone does not see to.
type object struct {
	members []member
	// path is put before member names in errors: "trades[2]." in a trade.
	path string
	// cause is shared with nested objects.
	cause *error
}

// member is one member of an object.
type member struct {
	name []byte
	// value is as written; nil once it was taken.
	value []byte
}

// parseObject reads the object that a line consists of.
func parseObject(line []byte) (*object, error) {
	if !json.Valid(line) {
		return nil, fmt.Errorf("broken JSON: %w", json.Unmarshal(line, new(any)))
	}
	o := &object{cause: new(error)}
	if err := o.parse(bytes.TrimSpace(line)); err != nil {
		return nil, err
	}
	return o, nil
}

// parse splits a valid value into members.
func (o *object) parse(data []byte) error {
	if data[0] != '{' {
		return errors.New("want a JSON object")
	}
	o.members = make([]member, 0, 12)
	for c := inside(data); !c.ends(); {
		name, err := unquote(c.value())
		switch {
		case err != nil:
			return err
		case o.find(string(name)) != nil:
			return fmt.Errorf("%s is there twice", clip(name))
		case len(o.members) == maxMembers:
			return fmt.Errorf("more than %d members", maxMembers)
		}
		c.ends() // skips the colon
		o.members = append(o.members, member{name, c.value()})
	}
	return nil
}

// unquote is what a JSON string says.
func unquote(raw []byte) ([]byte, error) {
	if bytes.IndexByte(raw, '\\') < 0 {
		return raw[1 : len(raw)-1], nil
	}
	var s string
	err := json.Unmarshal(raw, &s)
	return []byte(s), err
}

// fail keeps the first cause.
func (o *object) fail(name, format string, args ...any) {
	if *o.cause == nil {
		*o.cause = fmt.Errorf("%s%s: "+format, append([]any{o.path, name}, args...)...)
	}
}

// find is the member of a name, taken or not, or nil.
func (o *object) find(name string) *member {
	for i := range o.members {
		if string(o.members[i].name) == name {
			return &o.members[i]
		}
	}
	return nil
}

// has says whether there is such a member that nobody took yet.
func (o *object) has(name string) bool {
	m := o.find(name)
	return m != nil && m.value != nil
}

// take takes a member; what is left in the end is unknown.
func (o *object) take(name string) ([]byte, bool) {
	m := o.find(name)
	if m == nil || m.value == nil {
		o.fail(name, "missing")
		return nil, false
	}
	value := m.value
	m.value = nil
	return value, true
}

// text is a JSON string.
func (o *object) text(name string) string {
	raw, ok := o.take(name)
	if !ok {
		return ""
	}
	return o.asText(name, raw)
}

func (o *object) asText(name string, raw []byte) string {
	if raw[0] != '"' {
		o.fail(name, "want a string, got %s", clip(raw))
		return ""
	}
	text, err := unquote(raw)
	if err != nil {
		o.fail(name, "want a string: %v", err)
	}
	return string(text)
}

// optionalText is a JSON string, empty if the member is missing.
func (o *object) optionalText(name string) string {
	if !o.has(name) {
		return ""
	}
	return o.text(name)
}

// flag is true or false.
func (o *object) flag(name string) bool {
	raw, ok := o.take(name)
	if ok && string(raw) != "true" && string(raw) != "false" {
		o.fail(name, "want true or false, got %s", clip(raw))
	}
	return string(raw) == "true"
}

// number is a JSON number that is a natural one.
func (o *object) number(name string) uint64 {
	raw, ok := o.take(name)
	if !ok {
		return 0
	}
	n, err := strconv.ParseUint(string(raw), 10, 64)
	if err != nil {
		o.fail(name, "want a natural number, got %s", clip(raw))
	}
	return n
}

// list is the elements of a JSON array.
func (o *object) list(name string) [][]byte {
	raw, ok := o.take(name)
	if !ok {
		return nil
	}
	if raw[0] != '[' {
		o.fail(name, "want a list, got %s", clip(raw))
		return nil
	}
	var items [][]byte
	for c := inside(raw); !c.ends(); {
		items = append(items, c.value())
	}
	return items
}

// texts is a JSON array of strings.
func (o *object) texts(name string) []string {
	items := o.list(name)
	texts := make([]string, 0, len(items))
	for i, raw := range items {
		texts = append(texts, o.asText(fmt.Sprintf("%s[%d]", name, i), raw))
	}
	return texts
}

// objects calls read for each element of a JSON array of objects; with strict, members that read leaves are unknown.
func (o *object) objects(name string, strict bool, read func(*object)) {
	for i, raw := range o.list(name) {
		o.element(name, i).readAs(raw, strict, read)
	}
}

// nested calls read for a member that is itself an object.
func (o *object) nested(name string, strict bool, read func(*object)) {
	raw, ok := o.take(name)
	if !ok {
		return
	}
	child := &object{cause: o.cause, path: o.path + name + "."}
	child.readAs(raw, strict, read)
}

func (o *object) element(name string, i int) *object {
	return &object{cause: o.cause, path: fmt.Sprintf("%s%s[%d].", o.path, name, i)}
}

func (o *object) readAs(raw []byte, strict bool, read func(*object)) {
	if *o.cause != nil {
		return
	}
	if err := o.parse(raw); err != nil {
		*o.cause = fmt.Errorf("%s: %w", strings.TrimSuffix(o.path, "."), err)
		return
	}
	read(o)
	if strict {
		o.refuseRest()
	}
}

// refuseRest makes an error of members that nobody took.
func (o *object) refuseRest() {
	for _, m := range o.members {
		if m.value != nil {
			o.fail(clip(m.name), "unknown field")
		}
	}
}

// close gives the first thing that was wrong; with strict, a member that nobody took is wrong too.
func (o *object) close(strict bool) error {
	if strict {
		o.refuseRest()
	}
	return *o.cause
}

// clip shortens what an error quotes.
func clip(raw []byte) string {
	const most = 40
	if len(raw) > most {
		return strings.ToValidUTF8(string(raw[:most]), "") + "…"
	}
	return string(raw)
}

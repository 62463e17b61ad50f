package stream

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// maxMembers is the maximal number of members of an object. The largest object of the format is a row with 21.
const maxMembers = 100

// object is a JSON object whose members are read by name. It keeps the first error. Later calls then return zero values, and
// [object.close] returns the error. Names are case-sensitive and may appear once, which encoding/json does not check.
type object struct {
	members []member
	// path precedes member names in errors: "trades[2]." in a trade.
	path string
	// cause is shared with nested objects.
	cause *error
}

// member is one member of an object.
type member struct {
	name []byte
	// value is the JSON text; nil once it was taken.
	value []byte
}

// parseObject parses a line, which has to be an object.
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
			return fmt.Errorf("%s appears twice", clip(name))
		case len(o.members) == maxMembers:
			return fmt.Errorf("more than %d members", maxMembers)
		}
		c.ends() // skips the colon
		o.members = append(o.members, member{name, c.value()})
	}
	return nil
}

// unquote returns the text of a JSON string.
func unquote(raw []byte) ([]byte, error) {
	if bytes.IndexByte(raw, '\\') < 0 {
		return raw[1 : len(raw)-1], nil
	}
	var s string
	err := json.Unmarshal(raw, &s)
	return []byte(s), err
}

// fail sets the error, unless there is one already.
func (o *object) fail(name, format string, args ...any) {
	if *o.cause == nil {
		*o.cause = fmt.Errorf("%s%s: "+format, append([]any{o.path, name}, args...)...)
	}
}

// find returns the member of a name, taken or not, or nil.
func (o *object) find(name string) *member {
	for i := range o.members {
		if string(o.members[i].name) == name {
			return &o.members[i]
		}
	}
	return nil
}

// has reports whether there is a member of this name that was not taken yet.
func (o *object) has(name string) bool {
	m := o.find(name)
	return m != nil && m.value != nil
}

// take takes a member. Members that are left in the end are unknown fields.
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

// text reads a JSON string.
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

// optionalText reads a JSON string, which is empty if the member is missing.
func (o *object) optionalText(name string) string {
	if !o.has(name) {
		return ""
	}
	return o.text(name)
}

// flag reads true or false.
func (o *object) flag(name string) bool {
	raw, ok := o.take(name)
	if ok && string(raw) != "true" && string(raw) != "false" {
		o.fail(name, "want true or false, got %s", clip(raw))
	}
	return string(raw) == "true"
}

// number reads a JSON number, which has to be a natural one.
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

// list reads the elements of a JSON array.
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

// texts reads a JSON array of strings.
func (o *object) texts(name string) []string {
	items := o.list(name)
	texts := make([]string, 0, len(items))
	for i, raw := range items {
		texts = append(texts, o.asText(fmt.Sprintf("%s[%d]", name, i), raw))
	}
	return texts
}

// objects calls read for each element of a JSON array of objects. With strict, members that read does not take are errors.
func (o *object) objects(name string, strict bool, read func(*object)) {
	for i, raw := range o.list(name) {
		o.element(name, i).readAs(raw, strict, read)
	}
}

// nested calls read for a member that is an object.
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

// refuseRest sets an error if there are members that were not taken.
func (o *object) refuseRest() {
	for _, m := range o.members {
		if m.value != nil {
			o.fail(clip(m.name), "unknown field")
		}
	}
}

// close returns the first error. With strict, a member that was not taken is an error too.
func (o *object) close(strict bool) error {
	if strict {
		o.refuseRest()
	}
	return *o.cause
}

// clip shortens a text that an error quotes.
func clip(raw []byte) string {
	const most = 40
	if len(raw) > most {
		return strings.ToValidUTF8(string(raw[:most]), "") + "…"
	}
	return string(raw)
}

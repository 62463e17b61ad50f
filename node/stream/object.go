package stream

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// object is one JSON object whose members are taken by name. The first thing wrong with it is kept, later calls then give
// zero values; [object.close] says whether anything was wrong. Names count to the letter and may come once, which
// encoding/json alone does not see to.
type object struct {
	members map[string]json.RawMessage
	// order has the names as written, so that of several unknown members the first is reported.
	order []string
	// path is put before member names in errors: "trades[2]." in a trade.
	path string
	// cause is shared with nested objects.
	cause *error
}

// parseObject reads the object that data consists of.
func parseObject(data []byte) (*object, error) {
	o := &object{cause: new(error)}
	if err := o.parse(data); err != nil {
		return nil, err
	}
	return o, nil
}

func (o *object) parse(data []byte) error {
	o.members = make(map[string]json.RawMessage, 16)
	dec := json.NewDecoder(bytes.NewReader(data))
	if token, err := dec.Token(); err != nil {
		return brokenJSON(err)
	} else if token != json.Delim('{') {
		return errors.New("want a JSON object")
	}
	for dec.More() {
		if err := o.parseMember(dec); err != nil {
			return err
		}
	}
	if _, err := dec.Token(); err != nil {
		return brokenJSON(err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errSecondValue
	}
	return nil
}

func (o *object) parseMember(dec *json.Decoder) error {
	token, err := dec.Token()
	if err != nil {
		return brokenJSON(err)
	}
	name, ok := token.(string)
	if !ok {
		return fmt.Errorf("broken JSON: want a member name, got %v", token)
	}
	if _, twice := o.members[name]; twice {
		return fmt.Errorf("%s is there twice", name)
	}
	var value json.RawMessage
	if err := dec.Decode(&value); err != nil {
		return brokenJSON(err)
	}
	o.members[name] = value
	o.order = append(o.order, name)
	return nil
}

func brokenJSON(err error) error {
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("broken JSON: %w", err)
}

// fail keeps the first cause.
func (o *object) fail(name, format string, args ...any) {
	if *o.cause == nil {
		*o.cause = fmt.Errorf("%s%s: "+format, append([]any{o.path, name}, args...)...)
	}
}

// has says whether there is such a member.
func (o *object) has(name string) bool {
	_, ok := o.members[name]
	return ok
}

// take removes a member; what is left in the end is unknown.
func (o *object) take(name string) (json.RawMessage, bool) {
	value, ok := o.members[name]
	if !ok {
		o.fail(name, "missing")
		return nil, false
	}
	delete(o.members, name)
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

func (o *object) asText(name string, raw json.RawMessage) string {
	if raw[0] != '"' {
		o.fail(name, "want a string, got %s", clip(raw))
		return ""
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil {
		o.fail(name, "want a string: %v", err)
	}
	return s
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
func (o *object) list(name string) []json.RawMessage {
	raw, ok := o.take(name)
	if !ok {
		return nil
	}
	if raw[0] != '[' {
		o.fail(name, "want a list, got %s", clip(raw))
		return nil
	}
	var items []json.RawMessage
	if err := json.Unmarshal(raw, &items); err != nil {
		o.fail(name, "want a list: %v", err)
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

func (o *object) readAs(raw json.RawMessage, strict bool, read func(*object)) {
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
	for _, name := range o.order {
		if o.has(name) {
			o.fail(name, "unknown field")
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

package main

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// app is a package with a wired bus, whose consumers can be attached to a router as well.
type app struct {
	consumers []*consumer
	known     map[string]bool // the names of events and capabilities in the generated code
	partial   bool
}

// consumer is a type with consumer methods.
type consumer struct {
	name       string
	base       string   // where it has its methods from: of its own; an embedded struct or interface; itself generic
	methods    []string // such as OnTrade
	byValue    map[string]bool
	boundaries []string // such as OnEndBlock
	// hidden: its field is not exported; embedded: it has no name of its own.
	hidden, embedded bool
}

var consumerType = regexp.MustCompile(`type (\w+|\pL[\pL\pN_]*)Consumer interface`)

// newApp makes consumers of what the generated code has.
func (w *world) newApp(generated map[string]string) *app {
	var subjects []string
	for _, name := range slices.Sorted(maps.Keys(generated)) {
		for _, found := range consumerType.FindAllStringSubmatch(generated[name], -1) {
			if found[1] != "Event" && strings.Contains(generated[name], "type "+found[1]+"Event interface") {
				subjects = append(subjects, found[1])
			}
		}
	}
	events, _ := w.events()
	a := &app{partial: w.IntN(2) == 0, known: map[string]bool{}}
	for _, s := range subjects {
		a.known[s] = true
	}
	for i := range 1 + w.IntN(4) {
		c := &consumer{name: fmt.Sprintf("%s%d", []string{"plug", "Plug"}[w.IntN(2)], i), byValue: map[string]bool{}}
		c.base = []string{"own", "own", "struct", "interface", "generic"}[w.IntN(5)]
		c.hidden, c.embedded = w.IntN(3) == 0, w.IntN(3) == 0
		for _, s := range subjects {
			if w.IntN(2) == 0 || i == 0 {
				c.methods = append(c.methods, "On"+s)
				c.byValue["On"+s] = w.IntN(2) == 0 && slices.ContainsFunc(events, func(d *decl) bool { return d.name == s })
			}
		}
		if !slices.ContainsFunc(events, func(e *decl) bool { return slices.Contains(c.methods, "On"+e.name) }) {
			c.methods = append(c.methods, "OnEvent") // nothing else need be an event's
		}
		for _, name := range []string{"BeginBlock", "EndTx", "EndBlock"} {
			if w.IntN(5) == 0 {
				c.boundaries = append(c.boundaries, name)
			}
		}
		a.consumers = append(a.consumers, c)
	}
	return a
}

// parameter returns the type of a consumer method's parameter.
func (c *consumer) parameter(name string) string {
	switch {
	case name == "OnEvent":
		return "@events.Event"
	case c.byValue[name]:
		return "@generated." + name[2:]
	}
	return "@generated." + name[2:] + "Event"
}

// source declares the consumer and its methods.
func (c *consumer) source() string {
	var b strings.Builder
	receiver := "c *" + c.name
	switch c.base {
	case "own":
		fmt.Fprintf(&b, "type %s struct{ log *@check.Log }\n\n", c.name)
	case "generic":
		fmt.Fprintf(&b, "type %s[T any] struct {\n\tlog *@check.Log\n\tall []T\n}\n\n", c.name)
		receiver += "[T]"
	case "struct":
		fmt.Fprintf(&b, "type %[1]s struct{ base%[1]s }\n\ntype base%[1]s struct{ log *@check.Log }\n\n", c.name)
		receiver = "c *base" + c.name
	case "interface":
		fmt.Fprintf(&b, "type %[1]s struct{ talker%[1]s }\n\ntype talker%[1]s interface {\n", c.name)
		for _, name := range c.methods {
			fmt.Fprintf(&b, "\t%s(%s)\n", name, c.parameter(name))
		}
		fmt.Fprintf(&b, "}\n\ntype base%[1]s struct{ log *@check.Log }\n\n", c.name)
		receiver = "c *base" + c.name
	}
	for _, name := range c.methods {
		e := "e"
		if c.byValue[name] {
			e = "&e"
		}
		fmt.Fprintf(&b, "func (%s) %s(e %s) { c.log.Add(%q, %q, %s) }\n\n", receiver, name, c.parameter(name), c.name, name, e)
	}
	for _, name := range c.boundaries {
		if c.base != "interface" {
			fmt.Fprintf(&b, "func (%s) On%s(@events.%s) {}\n\n", receiver, name, name)
		}
	}
	return b.String()
}

// typ returns the type of the consumer's field, and how one is made.
func (c *consumer) typ() (typ, made string) {
	switch c.base {
	case "generic":
		return "*" + c.name + "[map[string]int]", "&" + c.name + "[map[string]int]{log: log}"
	case "struct":
		return "*" + c.name, fmt.Sprintf("&%[1]s{base%[1]s{log}}", c.name)
	case "interface":
		return "*" + c.name, fmt.Sprintf("&%[1]s{&base%[1]s{log}}", c.name)
	}
	return "*" + c.name, "&" + c.name + "{log}"
}

// field returns the name of the consumer's field, as Consumers declares it.
func (c *consumer) field() (name, declared string) {
	typ, _ := c.typ()
	switch {
	case c.embedded:
		return c.name, typ
	case c.hidden:
		return "field" + c.name, "field" + c.name + " " + typ
	}
	return "Field" + c.name, "Field" + c.name + " " + typ
}

// source returns the source of the package.
func (a *app) source(w *world) string {
	var types, fields, values, list strings.Builder
	for _, c := range a.consumers {
		types.WriteString(c.source())
		name, declared := c.field()
		_, made := c.typ()
		fmt.Fprintf(&fields, "\t%s\n", declared)
		fmt.Fprintf(&values, "\tc.%s = %s\n", name, made)
		fmt.Fprintf(&list, "c.%s, ", name)
	}
	directive := "//busgen:wire"
	if a.partial {
		directive += " partial"
	}
	return w.resolved("app", "app", fmt.Sprintf("%[5]s\ntype Consumers struct {\n%[1]s}\n\n"+
		"func New(log *@check.Log) (c Consumers, all []any) {\n%[2]s\treturn c, []any{%[3]s}\n}\n\n%[4]s", &fields, &values, &list, &types, directive))
}

// run returns a package that checks the code of a world.
func (a *app) run(w *world) string {
	var b strings.Builder
	what := func(s string) string { return fmt.Sprintf("%q", w.name+" "+s) }
	events, tags := w.events()
	capabilities, from := w.all("capability")
	b.WriteString("func Run() {\n\tcapabilities := []@check.Capability{\n")
	for i, c := range capabilities {
		fmt.Fprintf(&b, "\t\t@check.Of[@%s.%s](%q),\n", from[i], c.name, c.name)
	}
	b.WriteString("\t}\n\tconsumers := []@check.Consumer{\n")
	for _, c := range a.consumers {
		fmt.Fprintf(&b, "\t\t{Name: %q, Methods: %#v},\n", c.name, c.methods)
	}
	b.WriteString("\t}\n\trouter, log := @generated.NewRouter(), &@check.Log{}\n\tfields, all := @app.New(log)\n" +
		"\tfor _, c := range all {\n\t\tif _, err := router.Attach(c); err != nil {\n\t\t\tpanic(err)\n\t\t}\n\t}\n\tbus := @app.NewConsumersBus(fields)\n")
	for i, e := range events {
		for _, bus := range []string{"router", "bus"} {
			fmt.Fprintf(&b, "\t@check.Route(%s, %s, %s.Emit%s, %q, log, capabilities, consumers)\n", what(bus), bus, bus, e.name, e.name)
		}
		fmt.Fprintf(&b, "\tr%[1]d := @generated.NewRouter()\n\t@check.Event(%[3]s, r%[1]d, r%[1]d.Emit%[2]s, func(f func(@generated.%[2]sEvent)) any { "+
			"return @generated.%[2]sFunc(f) }, @generated.%[2]sEvent.%[2]s, @generated.View%[2]s)\n", i, e.name, what(e.name))
		for j, c := range capabilities {
			if c.text == "" && a.known[c.name] {
				fmt.Fprintf(&b, "\tr%[1]d_%[2]d := @generated.NewRouter()\n\t@check.Seen[@%[3]s.%[4]s, @%[5]s.%[6]s](%[7]s, r%[1]d_%[2]d, r%[1]d_%[2]d.Emit%[4]s, "+
					"func(f func(@generated.%[6]sEvent)) any { return @generated.%[6]sFunc(f) }, @generated.%[6]sEvent.%[6]s)\n",
					i, j, tags[i], e.name, from[j], c.name, what(e.name+" "+c.name))
			}
		}
	}
	b.WriteString("}\n")
	return w.resolved("run", "run", b.String())
}

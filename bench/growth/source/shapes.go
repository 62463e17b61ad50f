package source

import (
	"fmt"
	"strings"
)

// Shape is a payload of which the growth of costs is measured.
type Shape struct {
	Name         string
	Table        string // the measurement that it belongs to, such as Payload
	Label        string // its place there, such as bytes=16/of=numbers
	fields       string
	value        string // the fields of a payload, as in a composite literal
	capabilities int
}

// Shapes are payloads of 16 to 512 bytes without and with pointers, with slices that are copied and lists that are shared, and
// events of 1 to 8 capabilities.
func Shapes() []Shape {
	var all []Shape
	for _, size := range []int{16, 64, 128, 256, 512} {
		all = append(all,
			Shape{Name: fmt.Sprintf("Numbers%d", size), Table: "Payload", Label: fmt.Sprintf("bytes=%d/of=numbers", size),
				fields: fmt.Sprintf("\tN [%d]int64\n", size/8)},
			Shape{Name: fmt.Sprintf("Strings%d", size), Table: "Payload", Label: fmt.Sprintf("bytes=%d/of=strings", size),
				fields: fmt.Sprintf("\tS [%d]string\n", size/16)})
	}
	for _, length := range []int{4, 64} {
		all = append(all,
			Shape{Name: fmt.Sprintf("Slice%d", length), Table: "Slice", Label: fmt.Sprintf("length=%d/of=slice", length),
				fields: "\tParts []int64\n", value: fmt.Sprintf("Parts: make([]int64, %d)", length)},
			Shape{Name: fmt.Sprintf("List%d", length), Table: "Slice", Label: fmt.Sprintf("length=%d/of=list", length),
				fields: "\tParts events.List[int64]\n", value: fmt.Sprintf("Parts: events.ListOf(make([]int64, %d)...)", length)})
	}
	for _, count := range []int{1, 2, 4, 8} {
		all = append(all, Shape{Name: fmt.Sprintf("Able%d", count), Table: "Capabilities", Label: fmt.Sprintf("count=%d", count),
			fields: "\tN int64\n", capabilities: count})
	}
	return all
}

// ShapesDomain is the source text of their domain.
func ShapesDomain(pkg string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%spackage %s\n\nimport \"github.com/busgen/busgen/events\"\n", Head, pkg)
	for c := range 8 {
		fmt.Fprintf(&b, "\n// Aspect%d is a capability.\n//\n//busgen:capability\ntype Aspect%[1]d struct{ A%[1]d int64 }\n", c)
	}
	for _, s := range Shapes() {
		fmt.Fprintf(&b, "\n// %s is an event.\n//\n//busgen:event\ntype %[1]s struct {\n", s.Name)
		for c := range s.capabilities {
			fmt.Fprintf(&b, "\tAspect%d\n", c)
		}
		fmt.Fprintf(&b, "%s}\n", s.fields)
	}
	return b.String()
}

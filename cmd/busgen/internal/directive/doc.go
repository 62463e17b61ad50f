// Package directive knows busgen's annotations: which there are (Table), how one is written (Parse), and where they stand in
// a domain package (Find).
//
// A directive is a comment as Go has them, "//busgen:name", without a space, in the doc comment of a type declaration.
// A comment that says busgen and is anything else is an error at its position, never silently ignored: a payload whose
// annotation has a typing error would otherwise not be an event.
//
// The package works on syntax alone, so that it has its say on a package that does not compile.
package directive

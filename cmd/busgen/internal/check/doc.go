// Package check finds what is wrong with a model: fields that can't be copied or are not public, capabilities that are
// ambiguous, and names that would clash in generated code. It knows no type checker and writes nothing; all that it finds is in
// the list that it returns.
//
// The rules are one per file: fields, capabilities, names.
package check

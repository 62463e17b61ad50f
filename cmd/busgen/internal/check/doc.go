// Package check reports what is wrong with a model: fields that can't be copied or are not exported, ambiguous capabilities, and names that
// would clash in generated code. It does not use the type checker and writes nothing.
//
// Each file has one group of rules: fields, capabilities, names.
package check

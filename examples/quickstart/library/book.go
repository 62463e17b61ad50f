package library

// Book is the book that an event is about.
//
//busgen:capability
type Book struct{ Title string }

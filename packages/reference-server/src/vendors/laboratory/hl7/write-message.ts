import { standardDelimiters, type Delimiters } from './delimiters.ts'
import { escapeText } from './escape-text.ts'
import type { Component, Field, Message, Repetition, Segment } from './segment.ts'

/**
 * Serializes a message: segments end with CR, empty trailing parts are left out. All texts are escaped here, so that no name, note or
 * answer can add a field or a segment.
 */
export const writeMessage = (message: Message, delimiters: Delimiters = standardDelimiters): string =>
  message.map((segment) => `${writeSegment(segment, delimiters)}\r`).join('')

const writeSegment = (segment: Segment, delimiters: Delimiters): string => {
  const { field, component, repetition, escape, subcomponent } = delimiters
  const fields = (from: readonly Field[]): string => join(from, field, (each) => writeField(each, delimiters))
  // MSH-1 and MSH-2 are the delimiters, which are not escaped.
  if (segment.name !== 'MSH') return [segment.name, fields(segment.fields)].filter((part) => part !== '').join(field)
  return `MSH${field}${component}${repetition}${escape}${subcomponent}${field}${fields(segment.fields.slice(2))}`
}

const writeField = (field: Field, delimiters: Delimiters): string =>
  join(field, delimiters.repetition, (repetition) => writeRepetition(repetition, delimiters))

const writeRepetition = (repetition: Repetition, delimiters: Delimiters): string =>
  join(repetition, delimiters.component, (component) => writeComponent(component, delimiters))

const writeComponent = (component: Component, delimiters: Delimiters): string =>
  join(component, delimiters.subcomponent, (text) => escapeText(text, delimiters))

const join = <Part>(parts: readonly Part[], delimiter: string, write: (part: Part) => string): string => {
  const written = parts.map(write)
  return written.slice(0, written.findLastIndex((part) => part !== '') + 1).join(delimiter)
}

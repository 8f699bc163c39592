import type { Delimiters } from './delimiters.ts'
import { Hl7Fault } from './hl7-fault.ts'
import type { Component, Field, Message, Repetition, Segment } from './segment.ts'
import { unescapeText } from './unescape-text.ts'

/** Maximum counts. A message beyond them is refused, because no valid one is that large. */
export interface Hl7Limits {
  readonly segments: number
  readonly fields: number
  readonly repetitions: number
  readonly components: number
}
const defaultLimits: Hl7Limits = { segments: 5_000, fields: 250, repetitions: 500, components: 100 }

const segmentName = /^[A-Z][A-Z0-9]{2}$/
const mayDivide = /^[!-/:-@[-`{-~]$/

/**
 * Reads a message with the delimiters that it declares. Segments end with CR; a LF after it is tolerated. Texts are unescaped. Throws
 * Hl7Fault.
 */
export const readMessage = (written: string, limits: Hl7Limits = defaultLimits): Message => {
  const delimiters = delimitersOf(written)
  const lines = written.split('\r').map((line) => (line.startsWith('\n') ? line.slice(1) : line))
  while (lines.at(-1) === '') lines.pop()
  if (lines.length > limits.segments) throw new Hl7Fault('100', 'too many segments')
  return lines.map((line, index) => readSegment(line, index, delimiters, limits))
}

const delimitersOf = (written: string): Delimiters => {
  const field = written[3] ?? ''
  const end = written.indexOf(field, 4)
  const [component = '', repetition = '', escape = '', subcomponent = '', ...more] = written.slice(4, Math.max(end, 4))
  const all = [field, component, repetition, escape, subcomponent]
  // A fifth character, for truncation, came with version 2.7 and has no effect on texts.
  const isComplete = written.startsWith('MSH') && more.length <= 1 && all.every((each) => mayDivide.test(each))
  if (!isComplete || new Set(all).size !== all.length)
    throw new Hl7Fault('100', 'no MSH segment with five delimiters', { segment: 'MSH', sequence: 1 })
  return { field, component, repetition, escape, subcomponent }
}

const readSegment = (line: string, index: number, delimiters: Delimiters, limits: Hl7Limits): Segment => {
  const [name = '', ...rest] = line.split(delimiters.field)
  if (!segmentName.test(name)) throw new Hl7Fault('100', `segment ${index + 1} has no name`)
  if ((name === 'MSH') !== (index === 0))
    throw new Hl7Fault('100', 'MSH must be first and occur once', { segment: name })
  const fields = name === 'MSH' ? rest.slice(1) : rest
  const split = <Part>(text: string, delimiter: string, limit: number, read: (part: string) => Part): Part[] => {
    if (text === '') return []
    const parts = text.split(delimiter)
    if (parts.length > limit) throw new Hl7Fault('102', 'too many parts', { segment: name })
    return parts.map(read)
  }
  const readComponent = (text: string): Component =>
    split(text, delimiters.subcomponent, limits.components, (part) =>
      // "Delete the value" applies to no accepted message. It is read as an empty value.
      part === '""' ? '' : unescapeText(part, delimiters),
    )
  const readRepetition = (text: string): Repetition =>
    split(text, delimiters.component, limits.components, readComponent)
  const readField = (text: string): Field => split(text, delimiters.repetition, limits.repetitions, readRepetition)
  if (fields.length > limits.fields) throw new Hl7Fault('102', 'too many fields', { segment: name })
  const own = fields.map(readField)
  const header = [[[[delimiters.field]]], [[[rest[0] ?? '']]]]
  return { name, fields: name === 'MSH' ? [...header, ...own] : own }
}

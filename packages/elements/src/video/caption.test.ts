import { expect, test } from 'vitest'
import { longestCaption, readCaption, writeCaption } from './caption.ts'

const line = { id: 'line-1', speaker: 'seat-2', text: 'Where does it hurt?', isFinal: true }
const sent = writeCaption(line) as Record<string, unknown>

test('a line arrives as it was sent, as an object and as text', () => {
  expect(readCaption(sent)).toEqual(line)
  expect(readCaption(JSON.stringify(sent))).toEqual(line)
  expect(readCaption(writeCaption({ ...line, speaker: null }))).toEqual({ ...line, speaker: null })
})

test('what is longer than a line is cut by the sender, and refused by the others', () => {
  const long = 'a'.repeat(longestCaption + 1)
  expect(readCaption(writeCaption({ ...line, text: long }))?.text).toHaveLength(longestCaption)
  expect(readCaption({ ...sent, text: long })).toBeNull()
})

test.each([
  ['another message', { ...sent, kind: 'wave' }],
  ['another version', { ...sent, v: 2 }],
  ['no id', { ...sent, id: '' }],
  ['a speaker who is no seat', { ...sent, speaker: 7 }],
  ['a text that is none', { ...sent, text: { toString: 1 } }],
  ['no word on whether it is complete', { ...sent, isFinal: 'yes' }],
  ['nothing', null],
  ['broken text', '{"kind":'],
])('%s is no line', (_, data) => {
  expect(readCaption(data)).toBeNull()
})

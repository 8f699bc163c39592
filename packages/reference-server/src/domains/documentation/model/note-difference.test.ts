import { describe, expect, it } from 'vitest'
import type { NoteContent } from './note.ts'
import { noteDifference } from './note-difference.ts'

const content = (more: Partial<NoteContent> = {}): NoteContent => ({
  templateCode: 'soap',
  sections: [],
  diagnoses: [],
  vitals: [],
  services: [],
  prefilled: [],
  derived: [],
  ...more,
})
const plan = (text: string) => content({ sections: [{ code: 'plan', text }] })
const joined = (from: string, to: string, kept: 'removed' | 'added'): string =>
  noteDifference(plan(from), plan(to))
    .flatMap(({ parts }) => parts)
    .filter(({ kind }) => kind === 'same' || kind === kept)
    .map(({ text }) => text)
    .join('')

describe('the difference between two versions', () => {
  it('is empty where nothing changed', () => {
    expect(noteDifference(plan('Rest.'), plan('Rest.'))).toEqual([])
  })

  it.each([
    ['Take 5 mg daily.', 'Take 50 mg daily.'],
    ['one\n\ntwo', 'one\ntwo  three'],
    ['محمد علي', 'محمد 王小明'],
    ['', 'All new.'],
    ['a'.repeat(10_000), 'b c '.repeat(3_000)],
    [
      Array.from({ length: 3_000 }, (_, at) => `w${at}`).join(' '),
      Array.from({ length: 3_000 }, (_, at) => `x${at}`).join(' '),
    ],
  ])('reproduces both texts exactly', (from, to) => {
    expect(joined(from, to, 'removed')).toBe(from)
    expect(joined(from, to, 'added')).toBe(to)
  })

  it('shows a deleted section, and codes line by line', () => {
    const from = content({
      sections: [{ code: 'history', text: 'Old.' }],
      diagnoses: [{ code: 'I10', display: 'Essential (primary) hypertension' }],
    })
    const to = content({ vitals: [{ loinc: '8867-4', value: 72, unit: '/min', source: 'measured' }] })
    expect(noteDifference(from, to)).toEqual([
      { section: 'history', parts: [{ kind: 'removed', text: 'Old.' }] },
      { part: 'diagnoses', parts: [{ kind: 'removed', text: 'I10 Essential (primary) hypertension\n' }] },
      { part: 'vitals', parts: [{ kind: 'added', text: '8867-4 72 /min measured\n' }] },
    ])
  })
})

import { diffLines, diffWordsWithSpace } from 'diff'
import type { components } from '@visitkit/contract'
import type { NoteContent } from './note.ts'

type NoteChange = components['schemas']['NoteChange']
type Part = NoteChange['parts'][number]

/** Above this number of changed words, a difference is clearer and cheaper as one text replacing the other. */
const mostEdits = 2_000

/**
 * The changes from one version to another: every changed section, word by word, in the order of the later version, then deleted sections;
 * then diagnoses, vitals and services line by line.
 */
export const noteDifference = (from: NoteContent, to: NoteContent): NoteChange[] => {
  const codes = [...new Set([...to.sections, ...from.sections].map(({ code }) => code))]
  return [
    ...codes.flatMap((section) => change({ section }, textOf(from, section), textOf(to, section), words)),
    ...change({ part: 'diagnoses' }, linesOf.diagnoses(from), linesOf.diagnoses(to), lines),
    ...change({ part: 'vitals' }, linesOf.vitals(from), linesOf.vitals(to), lines),
    ...change({ part: 'services' }, linesOf.services(from), linesOf.services(to), lines),
  ]
}

const textOf = ({ sections }: NoteContent, code: string): string =>
  sections.find((section) => section.code === code)?.text ?? ''

type Compare = (from: string, to: string) => Part[]

const change = (
  where: Pick<NoteChange, 'section' | 'part'>,
  from: string,
  to: string,
  compare: Compare,
): NoteChange[] => (from === to ? [] : [{ ...where, parts: compare(from, to) }])

interface Piece {
  readonly value: string
  readonly added?: boolean
  readonly removed?: boolean
}
const partsOf = (pieces: readonly Piece[] | undefined, from: string, to: string): Part[] => {
  const found = pieces ?? [
    { value: from, removed: true },
    { value: to, added: true },
  ]
  return found
    .filter(({ value }) => value !== '')
    .map(({ value, added, removed }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }))
}

const words: Compare = (from, to) => partsOf(diffWordsWithSpace(from, to, { maxEditLength: mostEdits }), from, to)
const lines: Compare = (from, to) => partsOf(diffLines(from, to), from, to)

const linesOf = {
  diagnoses: ({ diagnoses }: NoteContent) => diagnoses.map(({ code, display }) => `${code} ${display}\n`).join(''),
  vitals: ({ vitals }: NoteContent) =>
    vitals
      .map(
        ({ loinc, value, unit, source, measuredAt }) =>
          `${[loinc, value, unit, source, ...(measuredAt ? [measuredAt] : [])].join(' ')}\n`,
      )
      .join(''),
  services: ({ services }: NoteContent) =>
    services
      .map(
        ({ codeSystem, code, units, diagnosisPointers, audioOnlyReason }) =>
          `${codeSystem} ${code} x${units} -> ${diagnosisPointers.join(', ')}${audioOnlyReason ? ` ${audioOnlyReason}` : ''}\n`,
      )
      .join(''),
} as const

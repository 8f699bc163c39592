import type { StatusAnswer } from './claim-status.ts'
import {
  amountAt,
  dayAt,
  loopOf,
  loopsOf,
  optionalAt,
  requiredAt,
  segmentOf,
  segmentsOf,
  textAt,
} from './x12/elements.ts'
import { readLoops, type Loop, type LoopGrammar } from './x12/loops.ts'
import type { ParsedSegment, TransactionSet } from './x12/read-group.ts'
import { X12Unreadable } from './x12/x12-unreadable.ts'

const name: Omit<LoopGrammar, 'id'> = { opens: 'NM1', holds: ['PER'], loops: [] }
const trace = (id: string): LoopGrammar => ({
  id,
  opens: 'TRN',
  holds: ['STC', 'REF', 'DTP'],
  loops: [{ id: `${id}-service`, opens: 'SVC', holds: ['STC', 'REF', 'DTP'], loops: [] }],
})
const level = (id: string, code: string, loops: readonly LoopGrammar[]): LoopGrammar => ({
  id,
  opens: 'HL',
  when: { element: 3, isOneOf: [code] },
  holds: ['DMG'],
  loops,
})

/** 277, 005010X212. */
const grammar: LoopGrammar = {
  id: '277',
  opens: null,
  holds: ['BHT'],
  loops: [
    level('2000A', '20', [{ id: '2100A', ...name }]),
    level('2000B', '21', [{ id: '2100B', ...name }, trace('2200B')]),
    level('2000C', '19', [{ id: '2100C', ...name }, trace('2200C')]),
    level('2000D', '22', [{ id: '2100D', ...name }, trace('2200D')]),
    level('2000E', '23', [{ id: '2100E', ...name }, trace('2200E')]),
  ],
}

/**
 * The answers to a 276, claim by claim, each with the payer, provider and subscriber of the levels above it: a file may have several. A
 * refusal of the submitter or the provider answers the question that its TRN names.
 */
export const readClaimStatuses = (set: TransactionSet): readonly StatusAnswer[] => {
  const root = readLoops(grammar, set.segments)
  let above: readonly Loop[] = []
  const named = (level: string): ParsedSegment | null => {
    const loop = above.find(({ id }) => id === `2000${level}`)
    return (loop && loopOf(loop, `2100${level}`)?.segments[0]) ?? null
  }
  return root.loops.flatMap((each) => {
    // 2000A to 2000E.
    above = [...above.filter(({ id }) => id < each.id), each]
    const person = each.id < '2000D' ? null : named(each.id.slice(-1))
    const shared = {
      payerId: idOf(named('A'), 'PI'),
      providerNpi: idOf(named('C'), 'XX'),
      patient: patientOf(person, named('D')),
    }
    return loopsOf(each, each.id.replace('2000', '2200')).map((loop) => ({ ...shared, ...readAnswer(loop) }))
  })
}

/** Payers and providers have numbers of several kinds: those of the question are compared. */
const idOf = (named: ParsedSegment | null, qualifier: string): string | null =>
  named && textAt(named, 8) === qualifier ? optionalAt(named, 9) : null

const patientOf = (person: ParsedSegment | null, subscriber: ParsedSegment | null): StatusAnswer['patient'] => {
  if (person === null) return null
  const memberIds = [person, subscriber].flatMap((each) => (each && optionalAt(each, 9)) ?? [])
  return { last: optionalAt(person, 3), first: optionalAt(person, 4), memberIds: [...new Set(memberIds)] }
}

const readAnswer = (loop: Loop): Omit<StatusAnswer, 'payerId' | 'providerNpi' | 'patient'> => {
  const opening = loop.segments[0] as ParsedSegment
  const own = segmentsOf(loop, 'STC')
  const [first] = own
  if (!first) throw new X12Unreadable('segment_missing', 'STC', opening.position)
  const reference = (qualifier: string): string | null => {
    const segment = segmentOf(loop, 'REF', qualifier)
    return segment && optionalAt(segment, 2)
  }
  const day = (element: number): string | null => (textAt(first, element) === '' ? null : dayAt(first, element))
  return {
    trace: requiredAt(opening, 2),
    controlNumber: reference('EJ'),
    payerClaimNumber: reference('1K'),
    statuses: own.flatMap((status) =>
      [1, 10, 11]
        .filter((element) => textAt(status, element) !== '')
        .map((element) => ({
          category: textAt(status, element),
          status: requiredAt(status, element, 2),
          entity: optionalAt(status, element, 3),
        })),
    ),
    effectiveOn: day(2),
    chargeCents: amountAt(first, 4),
    paidCents: amountAt(first, 5),
    decidedOn: day(6),
    paymentNumber: optionalAt(first, 9),
  }
}

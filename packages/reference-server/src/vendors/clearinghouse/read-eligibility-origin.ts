import type { EligibilityOrigin, NamedPerson } from './eligibility.ts'
import { dayAt, loopOf, optionalAt, requiredSegmentOf, segmentOf, segmentsOf, textAt } from './x12/elements.ts'
import type { Loop } from './x12/loops.ts'
import { X12Unreadable } from './x12/x12-unreadable.ts'

/** The part of a 271 about one patient: its levels, from the payer to the patient, who is at the last. */
export interface EligibilitySubject {
  readonly levels: readonly Loop[]
  readonly patient: Loop | null
}

/**
 * The part about the inquiry: the one that repeats its trace number (TRN*2), or the only one. BHT03 repeats it too. Null if the payer
 * rejected the inquiry above the patient. `isOnly` is false if several parts claim to be it.
 */
export const subjectOf = (
  root: Loop,
  traceNumber: string,
): { readonly subject: EligibilitySubject | null; readonly isOnly: boolean } => {
  const subjects = subjectsOf(root)
  const traced = subjects.map((subject) => ({ subject, traces: tracesOf(subject) }))
  const own = traced.filter(({ traces }) => traces.includes(traceNumber))
  const isOurs = textAt(requiredSegmentOf(root, 'BHT'), 3) === traceNumber
  if (own.length === 0 && !isOurs) throw new X12Unreadable('trace_number_mismatch', 'TRN')
  const fitting = own.length > 0 ? own : traced.filter(({ traces }) => traces.length === 0)
  // Everyone whom it names has the trace number of another inquiry.
  if (fitting.length === 0 && traced.length > 0) throw new X12Unreadable('trace_number_mismatch', 'TRN')
  return { subject: fitting[0]?.subject ?? null, isOnly: fitting.length < 2 }
}

/** Levels follow each other in a 271: each belongs to the last one above it. */
const subjectsOf = (root: Loop): readonly EligibilitySubject[] => {
  const subjects: EligibilitySubject[] = []
  let above: readonly Loop[] = []
  for (const level of root.loops) {
    // 2000A to 2000D.
    above = [...above.filter(({ id }) => id < level.id), level]
    if (level.id < '2000C') continue
    // A subscriber with a dependent is not the patient.
    if (level.id === '2000D' && subjects.at(-1)?.patient?.id === '2000C') subjects.pop()
    subjects.push({ levels: above, patient: level })
  }
  const [only] = root.loops
  return subjects.length === 0 && only ? [{ levels: root.loops, patient: null }] : subjects
}

const tracesOf = ({ patient }: EligibilitySubject): readonly string[] =>
  (patient ? segmentsOf(patient, 'TRN', '2') : []).map((trace) => textAt(trace, 2)).filter((text) => text !== '')

/** Whom the part about the inquiry names. */
export const originOf = (
  subject: EligibilitySubject | null,
): Omit<EligibilityOrigin, 'senderId' | 'receiverId' | 'usage'> => {
  const nameAt = (id: string): Loop | null => {
    const level = subject?.levels.find((each) => each.id === id)
    return level ? loopOf(level, id.replace('2000', '2100').replace(/[CD]$/, '')) : null
  }
  const idOf = (loop: Loop | null, qualifier: string): string | null => {
    const name = loop?.segments[0]
    return name && textAt(name, 8) === qualifier ? optionalAt(name, 9) : null
  }
  const [subscriber, dependent] = [nameAt('2000C'), nameAt('2000D')]
  return {
    payerId: idOf(nameAt('2000A'), 'PI'),
    providerNpi: idOf(nameAt('2000B'), 'XX'),
    memberId: idOf(subscriber, 'MI'),
    subscriber: subscriber && personOf(subscriber),
    dependent: dependent && personOf(dependent),
  }
}

const personOf = (loop: Loop): NamedPerson => {
  const name = loop.segments[0]
  const birth = segmentOf(loop, 'DMG', 'D8')
  const insured = segmentOf(loop, 'INS')
  return {
    last: name ? optionalAt(name, 3) : null,
    first: name ? optionalAt(name, 4) : null,
    birthDay: birth && textAt(birth, 2) !== '' ? dayAt(birth, 2) : null,
    isCorrected: insured !== null && textAt(insured, 3) === '001' && textAt(insured, 4) === '25',
  }
}

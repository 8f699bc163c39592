import type { AcknowledgedStatus, ClaimAcknowledgment, ClaimAcknowledgments } from './acknowledgment.ts'
import {
  amountAt,
  loopOf,
  loopsOf,
  loopsWithin,
  onlyOf,
  optionalAt,
  requiredAt,
  segmentOf,
  segmentsOf,
  textAt,
} from './x12/elements.ts'
import { readLoops, type Loop, type LoopGrammar } from './x12/loops.ts'
import type { ParsedSegment, TransactionSet } from './x12/read-group.ts'
import { X12Unreadable } from './x12/x12-unreadable.ts'

const name: Omit<LoopGrammar, 'id'> = { opens: 'NM1', holds: [], loops: [] }
const trace = (id: string, loops: readonly LoopGrammar[] = []): LoopGrammar => ({
  id,
  opens: 'TRN',
  holds: ['STC', 'REF', 'DTP', 'QTY', 'AMT'],
  loops,
})
const level = (id: string, code: string, loops: readonly LoopGrammar[]): LoopGrammar => ({
  id,
  opens: 'HL',
  when: { element: 3, isOneOf: [code] },
  holds: [],
  loops,
})

/** 277CA, 005010X214. */
const grammar: LoopGrammar = {
  id: '277',
  opens: null,
  holds: ['BHT'],
  loops: [
    level('2000A', '20', [{ id: '2100A', ...name }, trace('2200A')]),
    level('2000B', '21', [{ id: '2100B', ...name }, trace('2200B')]),
    level('2000C', '19', [{ id: '2100C', ...name }, trace('2200C')]),
    level('2000D', 'PT', [
      { id: '2100D', ...name },
      trace('2200D', [{ id: '2220D', opens: 'SVC', holds: ['STC', 'REF', 'DTP'], loops: [] }]),
    ]),
  ],
}

export const readClaimAcknowledgments = (set: TransactionSet): ClaimAcknowledgments => {
  const root = readLoops(grammar, set.segments)
  const batch = onlyOf(loopsWithin(root, '2200B'))
  const above = [...loopsWithin(root, '2200B'), ...loopsWithin(root, '2200C')].flatMap((loop) =>
    segmentsOf(loop, 'STC'),
  )
  const claims = patientsOf(root).flatMap(({ level: patient, billingNpi }) =>
    loopsOf(patient, '2200D').map((loop) => ({ ...readClaim(loop), billingNpi, patient: readPatient(patient) })),
  )
  const rejecting = above.filter((status) => !accepts(status))
  return {
    submitterId: idOf(loopsWithin(root, '2100B'), '41'),
    fileReference: batch ? optionalAt(batch.segments[0] as ParsedSegment, 2) : null,
    claims,
    // "Partly rejected" also appears above claims. The file is rejected as a whole only if no claim is named.
    fileRejected: rejecting.length > 0 && claims.length === 0,
    fileStatuses: rejecting.flatMap((status) => statusesOf(status)),
  }
}

/** NM109 of the party with this role. Throws X12Unreadable if there are two. */
const idOf = (named: readonly Loop[], role: string): string | null => {
  const party = onlyOf(named.filter(({ segments: [opening] }) => opening && textAt(opening, 1) === role))
  const [opening] = party?.segments ?? []
  return opening ? optionalAt(opening, 9) : null
}

/** The patients' levels, each with the billing provider above it. */
const patientsOf = (root: Loop): readonly { readonly level: Loop; readonly billingNpi: string | null }[] => {
  let billingNpi: string | null = null
  return root.loops.flatMap((each) => {
    if (each.id === '2000C') billingNpi = idOf(loopsOf(each, '2100C'), '85')
    return each.id === '2000D' ? [{ level: each, billingNpi }] : []
  })
}

const readPatient = (patient: Loop): ClaimAcknowledgment['patient'] => {
  const opening = loopOf(patient, '2100D')?.segments[0]
  if (!opening) return null
  const memberId = optionalAt(opening, 9)
  return { last: optionalAt(opening, 3), first: optionalAt(opening, 4), memberIds: memberId === null ? [] : [memberId] }
}

const readClaim = (loop: Loop): Omit<ClaimAcknowledgment, 'patient' | 'billingNpi'> => {
  const opening = loop.segments[0] as ParsedSegment
  const own = segmentsOf(loop, 'STC')
  const [first] = own
  if (!first) throw new X12Unreadable('segment_missing', 'STC', opening.position)
  const ofLines = loopsWithin(loop, '2220D').flatMap((line) => segmentsOf(line, 'STC'))
  const number = segmentOf(loop, 'REF', '1K')
  return {
    controlNumber: requiredAt(opening, 2),
    // One rejection at any level is enough: a claim cannot be accepted in part.
    accepted: [...own, ...ofLines].every(accepts),
    statuses: [
      ...own.flatMap((status) => statusesOf(status)),
      ...ofLines.flatMap((status) => statusesOf(status, { isOfLine: true })),
    ],
    chargeCents: amountAt(first, 4),
    payerClaimNumber: number ? optionalAt(number, 2) : null,
  }
}

/** STC03: WQ accepts, U rejects. Lines have none; their category decides. */
const actionOf = (status: ParsedSegment): AcknowledgedStatus['action'] => {
  switch (textAt(status, 3)) {
    case 'WQ':
      return 'accept'
    case 'U':
      return 'reject'
    case '':
      return null
    default:
      throw new X12Unreadable('code', 'STC', status.position)
  }
}

const accepts = (status: ParsedSegment): boolean =>
  actionOf(status) !== 'reject' && ['A0', 'A1', 'A2', 'A5'].includes(requiredAt(status, 1))

const statusesOf = (status: ParsedSegment, { isOfLine = false } = {}): readonly AcknowledgedStatus[] =>
  [1, 10, 11]
    .filter((element) => textAt(status, element) !== '')
    .map((element) => ({
      category: textAt(status, element),
      status: requiredAt(status, element, 2),
      entity: optionalAt(status, element, 3),
      action: actionOf(status),
      isOfLine,
    }))

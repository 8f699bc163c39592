import type { Benefit, EligibilityResponse, EligibilityStatus, FollowUp, Rejection } from './eligibility.ts'
import { originOf, subjectOf } from './read-eligibility-origin.ts'
import { readBasisPoints } from './x12/amount.ts'
import { amountAt, dayAt, loopsOf, optionalAt, requiredAt, segmentsOf, textAt } from './x12/elements.ts'
import { readLoops, type Loop, type LoopGrammar } from './x12/loops.ts'
import type { ParsedSegment } from './x12/read-group.ts'
import type { Interchange } from './x12/read-interchange.ts'
import { X12Unreadable } from './x12/x12-unreadable.ts'

const benefit = (level: 'C' | 'D'): LoopGrammar => ({
  id: '2110',
  opens: 'EB',
  holds: ['HSD', 'REF', 'DTP', 'AAA', 'MSG'],
  loops: [
    { id: '2115', opens: 'III', holds: [], loops: [] },
    {
      id: 'LS',
      opens: 'LS',
      holds: ['LE'],
      loops: [{ id: `2120${level}`, opens: 'NM1', holds: ['N3', 'N4', 'PER', 'PRV'], loops: [] }],
    },
  ],
})

const person = (level: 'C' | 'D'): LoopGrammar => ({
  id: '2100',
  opens: 'NM1',
  holds: ['REF', 'N3', 'N4', 'PER', 'AAA', 'PRV', 'DMG', 'INS', 'HI', 'DTP', 'MPI'],
  loops: [benefit(level)],
})

const level = (id: string, code: string, loops: readonly LoopGrammar[]): LoopGrammar => ({
  id,
  opens: 'HL',
  when: { element: 3, isOneOf: [code] },
  holds: ['TRN', 'AAA'],
  loops,
})

/** 271, 005010X279A1. */
const grammar: LoopGrammar = {
  id: '271',
  opens: null,
  holds: ['BHT'],
  loops: [
    level('2000A', '20', [{ id: '2100A', opens: 'NM1', holds: ['REF', 'PER', 'AAA'], loops: [] }]),
    level('2000B', '21', [{ id: '2100B', opens: 'NM1', holds: ['REF', 'N3', 'N4', 'AAA', 'PRV'], loops: [] }]),
    level('2000C', '22', [person('C')]),
    level('2000D', '23', [person('D')]),
  ],
}

/** Reasons that concern the payer's systems and not the person. */
const systemReasons = ['42', '80']

/**
 * Reasons that concern the person in the inquiry: 58 and 71 the date of birth, 64 to 68 the patient's id, name and gender, 72 to 76 the
 * subscriber's, 77 and 78 no match. All others concern the provider, the payer or the inquiry: the person may well be covered.
 */
const memberReasons: ReadonlySet<string> = new Set('58 64 65 66 67 68 71 72 73 74 75 76 77 78'.split(' '))

/**
 * Reads the response to one sent 270. Throws X12Unreadable; `trace_number_mismatch` if it is the response to another inquiry: another person's
 * coverage must never be shown as this one's. Of a response about several persons, only the part with the trace number of the inquiry counts.
 */
export const readEligibilityResponse = (interchange: Interchange, traceNumber: string): EligibilityResponse => {
  const set = interchange.groups[0]?.sets[0]
  const sets = interchange.groups.reduce((count, group) => count + group.sets.length, 0)
  if (!set || sets !== 1 || set.id !== '271') throw new X12Unreadable('transaction', 'ST')
  const root = readLoops(grammar, set.segments)
  const { subject, isOnly } = subjectOf(root, traceNumber)
  const repetition = interchange.delimiters.repetition
  const rejections = rejectionsOf(subject?.levels ?? root.loops)
  const member = subject?.patient ? loopsOf(subject.patient, '2100')[0] : undefined
  const benefitLoops = member ? loopsOf(member, '2110') : []
  const benefits = benefitLoops.map((loop) => readBenefit(loop, repetition))
  if (benefits.length === 0 && rejections.length === 0) throw new X12Unreadable('segment_missing', 'EB')
  const status = statusOf(benefits)
  const { senderId, receiverId, usage } = interchange
  const origin = originOf(subject)
  return {
    origin: { senderId, receiverId, usage, ...origin },
    contradicts:
      !isOnly ||
      isContradictory(benefitLoops, repetition) ||
      (status !== 'unknown' && isUnknownMember(subject?.levels)),
    status,
    rejections,
    memberUnknown: rejections.length > 0 && rejections.every(({ code }) => memberReasons.has(code)),
    retry: benefits.length === 0 && rejections.every(allowsAgain),
    planName: planName(benefitLoops),
    memberId: origin.memberId,
    ...coverage(member, benefitLoops),
    benefits,
    copayCents: visitAmount(benefits, 'B', ['27', null]),
    coinsuranceBasisPoints:
      ofVisit(
        benefits.filter((each) => each.information === 'A' && each.basisPoints !== null && each.network !== 'out'),
      )?.basisPoints ?? null,
    deductibleCents: visitAmount(benefits, 'C', ['23', '22', '25', null]),
    deductibleRemainingCents: visitAmount(benefits, 'C', ['29']),
  }
}

const followUps: Readonly<Record<string, FollowUp>> = {
  C: 'correct-and-resubmit',
  N: 'do-not-resubmit',
  P: 'resubmit',
  R: 'resubmit',
  S: 'inquiry-initiated',
  W: 'resubmit-in-30-days',
  X: 'resubmit-in-10-days',
  Y: 'response-follows',
}

const segmentsWithin = (loop: Loop): readonly ParsedSegment[] => [
  ...loop.segments,
  ...loop.loops.flatMap((child) => segmentsWithin(child)),
]

/** Of the inquiry's own levels: what is said of another person in the same response is not about this one. */
const rejectionsOf = (levels: readonly Loop[]): readonly Rejection[] => {
  const all = levels
    .flatMap((loop) => segmentsWithin(loop))
    .filter(({ tag }) => tag === 'AAA')
    .map((segment) => ({ code: requiredAt(segment, 3), followUp: followUps[textAt(segment, 4)] ?? null }))
  return [...new Map(all.map((rejection) => [`${rejection.code} ${rejection.followUp}`, rejection])).values()]
}

/** A rejection of the person, not of one benefit. */
const isUnknownMember = (levels: readonly Loop[] = []): boolean =>
  levels
    .flatMap((level) => [level, ...loopsOf(level, '2100')])
    .flatMap((loop) => segmentsOf(loop, 'AAA'))
    .some((segment) => memberReasons.has(textAt(segment, 3)))

/** The payer's follow-up action decides; the reason only if there is none. */
const allowsAgain = ({ code, followUp }: Rejection): boolean =>
  followUp === 'resubmit' || (followUp === null && systemReasons.includes(code))

const readBenefit = (loop: Loop, repetition: string): Benefit => {
  const segment = loop.segments[0] as ParsedSegment
  const percent = textAt(segment, 8)
  const basisPoints = percent === '' ? null : readBasisPoints(percent)
  if (percent !== '' && basisPoints === null) throw new X12Unreadable('percent', 'EB', segment.position)
  return {
    information: requiredAt(segment, 1),
    level: optionalAt(segment, 2),
    serviceTypes: textAt(segment, 3)
      .split(repetition)
      .filter((type) => type !== ''),
    period: optionalAt(segment, 6),
    amountCents: amountAt(segment, 7),
    basisPoints,
    network: networkOf(textAt(segment, 12)),
  }
}

const networkOf = (code: string): Benefit['network'] =>
  code === 'Y' ? 'in' : code === 'N' ? 'out' : code === 'W' ? 'any' : null

/** Whether a benefit is of this type: 98 an office visit, 30 the plan as a whole. A benefit without a type concerns the whole plan. */
const isOf = ({ serviceTypes }: Benefit, type: '98' | '30'): boolean =>
  serviceTypes.includes(type) || (type === '30' && serviceTypes.length === 0)

/** Benefits of the visit itself, else of the plan as a whole; never those of dental or vision services. */
const ofVisit = (benefits: readonly Benefit[]): Benefit | undefined =>
  benefits.find((each) => isOf(each, '98')) ?? benefits.find((each) => isOf(each, '30'))

/**
 * EB01 1 to 5 are kinds of active coverage, 6 to 8 of inactive, I not covered. Within one service type, active takes precedence over an
 * old plan that is also listed. The visit takes precedence over the plan.
 */
const statusOf = (benefits: readonly Benefit[]): EligibilityStatus => {
  for (const type of ['98', '30'] as const) {
    const kinds = benefits.filter((each) => isOf(each, type)).map(({ information }) => information)
    if (kinds.some((kind) => ['1', '2', '3', '4', '5'].includes(kind))) return 'active'
    if (kinds.some((kind) => ['6', '7', '8', 'I'].includes(kind))) return 'inactive'
  }
  return 'unknown'
}

/**
 * One plan is active and inactive for the same services: an old plan that is also listed has another name, insurance type, level, network
 * or date.
 */
const isContradictory = (loops: readonly Loop[], repetition: string): boolean => {
  const kinds = new Map<string, Set<EligibilityStatus>>()
  for (const loop of loops) {
    const segment = loop.segments[0] as ParsedSegment
    const status = statusOf([{ ...readBenefit(loop, repetition), serviceTypes: [] }])
    if (status === 'unknown') continue
    const types = textAt(segment, 3).split(repetition)
    const plan = [2, 4, 5, 12, 13].map((element) => textAt(segment, element))
    const dates = segmentsOf(loop, 'DTP').map((date) => textAt(date, 3))
    for (const type of types.filter((each) => ['', '30', '98'].includes(each))) {
      const key = JSON.stringify([type || '30', plan, dates])
      kinds.set(key, (kinds.get(key) ?? new Set()).add(status))
    }
  }
  return [...kinds.values()].some(({ size }) => size > 1)
}

const planName = (loops: readonly Loop[]): string | null => {
  const named = loops.map((loop) => loop.segments[0] as ParsedSegment).find((segment) => textAt(segment, 5) !== '')
  return named ? textAt(named, 5) : null
}

/** DTP 291 or 346/347 of the plan, at the person or at the benefit. */
const coverage = (
  member: Loop | undefined,
  benefits: readonly Loop[],
): Pick<EligibilityResponse, 'coveredFrom' | 'coveredTo'> => {
  const dates = [...(member ? [member] : []), ...benefits].flatMap((loop) => segmentsOf(loop, 'DTP'))
  const of = (...qualifiers: readonly string[]): ParsedSegment | undefined =>
    dates.find((date) => qualifiers.includes(textAt(date, 1)))
  const span = of('291', '307')
  if (span && textAt(span, 2) === 'RD8') {
    const [from = '', to = ''] = requiredAt(span, 3).split('-')
    return { coveredFrom: dayOf(from, span), coveredTo: dayOf(to, span) }
  }
  const begins = of('346', '356') ?? span
  const ends = of('347', '357')
  return { coveredFrom: begins ? dayAt(begins, 3) : null, coveredTo: ends ? dayAt(ends, 3) : null }
}

const dayOf = (text: string, segment: ParsedSegment): string => dayAt({ ...segment, elements: [text] }, 1)

/** In network (or any), for the visit or the plan, of the first stated period. */
const visitAmount = (
  benefits: readonly Benefit[],
  information: string,
  periods: readonly (string | null)[],
): number | null => {
  const fitting = benefits.filter(
    (each) =>
      each.information === information &&
      each.amountCents !== null &&
      each.network !== 'out' &&
      (each.serviceTypes.length === 0 || each.serviceTypes.some((type) => type === '98' || type === '30')),
  )
  for (const period of periods) {
    const found =
      fitting.find((each) => each.period === period && each.serviceTypes.includes('98') && each.level !== 'FAM') ??
      fitting.find((each) => each.period === period && each.level !== 'FAM')
    if (found) return found.amountCents
  }
  return null
}

import type {
  Adjustment,
  AdjustmentGroup,
  ProviderAdjustment,
  Remittance,
  RemittedClaim,
  RemittedLine,
  RemittedPatient,
  RemittedStatus,
} from './remittance.ts'
import {
  amountAt,
  componentsAt,
  dayAt,
  loopOf,
  loopsOf,
  loopsWithin,
  optionalAt,
  quantityAt,
  requiredAmountAt,
  requiredAt,
  requiredSegmentOf,
  segmentOf,
  segmentsOf,
  textAt,
} from './x12/elements.ts'
import { readLoops, type Loop, type LoopGrammar } from './x12/loops.ts'
import type { ParsedSegment, TransactionSet } from './x12/read-group.ts'
import { X12Unreadable } from './x12/x12-unreadable.ts'

const claim: LoopGrammar = {
  id: '2100',
  opens: 'CLP',
  holds: ['CAS', 'NM1', 'MIA', 'MOA', 'REF', 'DTM', 'PER', 'AMT', 'QTY'],
  loops: [{ id: '2110', opens: 'SVC', holds: ['DTM', 'CAS', 'REF', 'AMT', 'QTY', 'LQ'], loops: [] }],
}

/** 835, 005010X221A1. */
const grammar: LoopGrammar = {
  id: '835',
  opens: null,
  holds: ['BPR', 'NTE', 'TRN', 'CUR', 'REF', 'DTM', 'PLB'],
  loops: [
    {
      id: '1000A',
      opens: 'N1',
      when: { element: 1, isOneOf: ['PR'] },
      holds: ['N3', 'N4', 'REF', 'PER'],
      loops: [],
    },
    {
      id: '1000B',
      opens: 'N1',
      when: { element: 1, isOneOf: ['PE'] },
      holds: ['N3', 'N4', 'REF', 'RDM'],
      loops: [],
    },
    { id: '2000', opens: 'LX', holds: ['TS3', 'TS2'], loops: [claim] },
    claim,
  ],
}

/** Reads without checking that it balances. balanceRemittance checks it; a remittance that does not balance is stored and not posted. */
export const readRemittance = (set: TransactionSet): Remittance => {
  const root = readLoops(grammar, set.segments)
  const payment = requiredSegmentOf(root, 'BPR')
  const trace = requiredSegmentOf(root, 'TRN')
  requireDollars(segmentOf(root, 'CUR'))
  const payerLoop = only(root, '1000A')
  const payer = requiredSegmentOf(payerLoop, 'N1')
  return {
    paymentNumber: requiredAt(trace, 2),
    payerIdentifier: requiredAt(trace, 3),
    payerName: requiredAt(payer, 2),
    payerIds: payerIds(payerLoop),
    ...readPayee(only(root, '1000B')),
    method: methodOf(payment),
    paidCents: paidCents(payment),
    paidOn: dayAt(payment, 16),
    claims: loopsWithin(root, '2100').map(readClaim),
    providerAdjustments: segmentsOf(root, 'PLB').flatMap(readProviderAdjustments),
  }
}

const only = (root: Loop, id: string): Loop => {
  const loop = loopOf(root, id)
  if (!loop) throw new X12Unreadable('loop_missing', 'N1')
  return loop
}

/** CUR02. Amounts without one are in US dollars. */
const requireDollars = (currency: ParsedSegment | null): void => {
  if (currency && requiredAt(currency, 2) !== 'USD') throw new X12Unreadable('currency', 'CUR', currency.position)
}

const payerIds = (loop: Loop): readonly string[] => {
  const [name, number] = [requiredSegmentOf(loop, 'N1'), segmentOf(loop, 'REF', '2U')]
  const ids = [optionalAt(name, 4), number && optionalAt(number, 2)].filter((id) => id !== null)
  return [...new Set(ids)]
}

const readPayee = (loop: Loop): Pick<Remittance, 'payeeNpi' | 'payeeTaxId'> => {
  const name = requiredSegmentOf(loop, 'N1')
  const id = requiredAt(name, 4)
  const kind = requiredAt(name, 3)
  const number = segmentOf(loop, 'REF', 'TJ')
  return {
    payeeNpi: kind === 'XX' ? id : null,
    payeeTaxId: kind === 'FI' ? id : number && requiredAt(number, 2),
  }
}

/** BPR03 is the direction of the payment. Without it, a debit would be read as a payment. */
const paidCents = (payment: ParsedSegment): number => {
  const cents = requiredAmountAt(payment, 2)
  if (requiredAt(payment, 3) !== 'C' || cents < 0) throw new X12Unreadable('debit', 'BPR', payment.position)
  return cents
}

const methodOf = (payment: ParsedSegment): Remittance['method'] => {
  switch (requiredAt(payment, 4)) {
    case 'ACH':
    // The bank chooses the method of an electronic payment.
    case 'BOP':
      return 'ach'
    case 'CHK':
      return 'check'
    case 'FWT':
      return 'wire'
    case 'NON':
      return 'none'
    default:
      throw new X12Unreadable('code', 'BPR', payment.position)
  }
}

const statuses: Readonly<Record<string, RemittedStatus>> = {
  '1': 'processed-primary',
  '2': 'processed-secondary',
  '3': 'processed-tertiary',
  '4': 'denied',
  '19': 'forwarded',
  '20': 'forwarded',
  '21': 'forwarded',
  '22': 'reversal',
  '23': 'not-ours',
  '25': 'predetermination',
}

const statusOf = (code: string): RemittedStatus | undefined =>
  Object.hasOwn(statuses, code) ? statuses[code] : undefined

/** A claim that cannot be read does not stop the others, as long as the payment still adds up. */
const readClaim = (loop: Loop): RemittedClaim => {
  const opening = loop.segments[0] as ParsedSegment
  const claimed = {
    controlNumber: requiredAt(opening, 1),
    chargeCents: requiredAmountAt(opening, 3),
    paidCents: requiredAmountAt(opening, 4),
    patientResponsibilityCents: amountAt(opening, 5) ?? 0,
    payerClaimNumber: optionalAt(opening, 7),
  }
  try {
    return { ...claimed, patient: readPatient(loop), ...readForwardedTo(loop), ...readDecision(loop, opening) }
  } catch (error) {
    if (!(error instanceof X12Unreadable)) throw error
    const { code, segment } = error
    const statusCode = textAt(opening, 2)
    const status = statusOf(statusCode) ?? 'processed-primary'
    const nothing = { adjustments: [], lines: [], remarks: [] }
    return { ...claimed, patient: patientIfOne(loop), status, statusCode, ...nothing, fault: { code, segment } }
  }
}

const readDecision = (
  loop: Loop,
  opening: ParsedSegment,
): Pick<RemittedClaim, 'status' | 'statusCode' | 'adjustments' | 'lines' | 'remarks'> => {
  const statusCode = requiredAt(opening, 2)
  const status = statusOf(statusCode)
  if (!status) throw new X12Unreadable('code', 'CLP', opening.position)
  const outpatient = segmentOf(loop, 'MOA')
  return {
    status,
    statusCode,
    adjustments: segmentsOf(loop, 'CAS').flatMap(readAdjustments),
    lines: loopsOf(loop, '2110').map(readLine),
    remarks: outpatient
      ? [3, 4, 5, 6, 7].map((element) => textAt(outpatient, element)).filter((code) => code !== '')
      : [],
  }
}

const readPatient = (loop: Loop): RemittedPatient | null => {
  const patient = segmentOf(loop, 'NM1', 'QC')
  const insured = segmentOf(loop, 'NM1', 'IL')
  if (patient === null && insured === null) return null
  const memberIds = [patient, insured].flatMap((person) => (person && optionalAt(person, 9)) ?? [])
  return {
    last: patient && optionalAt(patient, 3),
    first: patient && optionalAt(patient, 4),
    memberIds: [...new Set(memberIds)],
  }
}

/** Of a claim that cannot be read. If it names two patients, it is about neither. */
const patientIfOne = (loop: Loop): RemittedPatient | null =>
  ['QC', 'IL'].some((role) => segmentsOf(loop, 'NM1', role).length > 1) ? null : readPatient(loop)

const readForwardedTo = (loop: Loop): Pick<RemittedClaim, 'forwardedTo'> => {
  const carrier = segmentOf(loop, 'NM1', 'TT')
  return carrier ? { forwardedTo: { name: optionalAt(carrier, 3), id: optionalAt(carrier, 9) } } : {}
}

const readLine = (loop: Loop): RemittedLine => {
  const opening = loop.segments[0] as ParsedSegment
  const [qualifier = '', serviceCode = '', ...rest] = componentsAt(opening, 1)
  if (qualifier !== 'HC' || serviceCode === '') throw new X12Unreadable('service', 'SVC', opening.position)
  const number = segmentOf(loop, 'REF', '6R')
  const day = segmentOf(loop, 'DTM', '472') ?? segmentOf(loop, 'DTM', '150')
  const allowed = segmentOf(loop, 'AMT', 'B6')
  return {
    controlNumber: number ? requiredAt(number, 2) : null,
    serviceCode,
    modifiers: rest.slice(0, 4).filter((modifier) => modifier !== ''),
    chargeCents: requiredAmountAt(opening, 2),
    paidCents: requiredAmountAt(opening, 3),
    // Absent means one.
    units: quantityAt(opening, 5),
    serviceDay: day ? dayAt(day, 2) : null,
    adjustments: segmentsOf(loop, 'CAS').flatMap(readAdjustments),
    allowedCents: allowed ? requiredAmountAt(allowed, 2) : null,
    remarks: segmentsOf(loop, 'LQ', 'HE').map((remark) => requiredAt(remark, 2)),
  }
}

const groups: readonly string[] = ['CO', 'PR', 'OA', 'PI', 'CR'] satisfies AdjustmentGroup[]

/** One CAS has up to six adjustments of one group: reason, amount, quantity. */
const readAdjustments = (segment: ParsedSegment): readonly Adjustment[] => {
  const group = requiredAt(segment, 1)
  if (!groups.includes(group)) throw new X12Unreadable('code', 'CAS', segment.position)
  return [2, 5, 8, 11, 14, 17]
    .filter((element) => textAt(segment, element) !== '' || textAt(segment, element + 1) !== '')
    .map((element) => ({
      group: group as AdjustmentGroup,
      reason: requiredAt(segment, element),
      amountCents: requiredAmountAt(segment, element + 1),
      quantity: quantityAt(segment, element + 2),
    }))
}

/** One PLB has up to six adjustments of one provider: reason and reference, amount. */
const readProviderAdjustments = (segment: ParsedSegment): readonly ProviderAdjustment[] =>
  [3, 5, 7, 9, 11, 13]
    .filter((element) => textAt(segment, element) !== '' || textAt(segment, element + 1) !== '')
    .map((element) => ({
      providerNpi: requiredAt(segment, 1),
      fiscalPeriodEnd: dayAt(segment, 2),
      reason: requiredAt(segment, element),
      reference: optionalAt(segment, element, 2),
      amountCents: requiredAmountAt(segment, element + 1),
    }))

import type { components } from '@visitkit/contract'
import { periodRefused } from '../problems.ts'
import { dateOf } from './monitor/local-time.ts'
import { dayOf } from './access-suppression.ts'

type Schemas = components['schemas']
type DisclosurePurpose = Schemas['DisclosurePurpose']
type AccountedDisclosure = Schemas['AccountedDisclosure']

/** 45 CFR 164.528(a)(1): what an accounting leaves out. Everything else is counted, also what is unknown. */
const notCounted: readonly DisclosurePurpose[] = [
  'treatment',
  'payment',
  'operations',
  'to-patient',
  'authorization',
  'involved-in-care',
  'national-security',
  'custody',
  'limited-data-set',
]

export const isCounted = (purpose: DisclosurePurpose): boolean => !notCounted.includes(purpose)

/** 45 CFR 164.528(a)(1) */
const longestYears = 6

/** Days since 1970-01-01 on the clock of the organization, both included. */
export interface AccountingPeriod {
  readonly fromDay: number
  readonly toDay: number
}

/** The day six years before. */
export const earliestDayOf = (today: number): number => {
  const earliest = new Date(`${dateOf(today)}T00:00:00Z`)
  earliest.setUTCFullYear(earliest.getUTCFullYear() - longestYears)
  return dayOf(earliest.toISOString().slice(0, 10))
}

/** Throws `period_refused`. */
export const periodOf = (
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: number,
): AccountingPeriod => {
  const earliestDay = earliestDayOf(today)
  const fromDay = from === undefined ? earliestDay : dayOf(from)
  const toDay = to === undefined ? today : dayOf(to)
  if (fromDay < earliestDay) throw periodRefused('query:from', `Must not be before ${dateOf(earliestDay)}.`)
  if (toDay < fromDay) throw periodRefused('query:to', 'Must not be before the first day.')
  return { fromDay, toDay }
}

/** Rows of the ledger that are alike: what was sent of a patient. Codes are as another version may have written them. */
export interface SentGroup {
  readonly entity: string
  readonly purpose: string
  readonly actorKind: string
  /** The consent of 42 CFR part 2 that went with it. */
  readonly consentId: string | null
  readonly count: number
  readonly unconfirmed: number
  readonly first: Date
  readonly last: Date
}

const contents: Readonly<Record<string, NonNullable<AccountedDisclosure['content']>>> = {
  LabOrder: 'lab-order',
  Prescription: 'prescription',
  Claim: 'claim',
  Coverage: 'coverage',
  Payment: 'payment',
  WebhookDelivery: 'update',
  Delivery: 'notice',
  RecordCopy: 'record-copy',
  Appointment: 'appointment',
}

const recipients: Readonly<Record<string, AccountedDisclosure['recipientKind']>> = {
  LabOrder: 'laboratory',
  Prescription: 'pharmacy',
  Claim: 'payer',
  Coverage: 'payer',
  Payment: 'payment-processor',
  WebhookDelivery: 'connected-system',
  Delivery: 'patient',
  RecordCopy: 'patient',
}

const byActor: Readonly<Record<string, AccountedDisclosure['recipientKind']>> = {
  patient: 'patient',
  proxy: 'patient',
  member: 'staff',
  service: 'connected-system',
}

const purposes: Readonly<Record<string, DisclosurePurpose>> = {
  TREAT: 'treatment',
  ETREAT: 'treatment',
  BTG: 'treatment',
  HPAYMT: 'payment',
  HOPERAT: 'operations',
  HSYSADMIN: 'operations',
  PATRQT: 'to-patient',
  HRESCH: 'research',
}

/** What the server sent to the patient is so whatever it was sent for; a purpose that is unknown is counted. */
const accountSent = (group: SentGroup, localDay: (at: number) => number): AccountedDisclosure => {
  const recipientKind = recipients[group.entity] ?? byActor[group.actorKind] ?? 'unlisted'
  const purpose = recipientKind === 'patient' ? 'to-patient' : (purposes[group.purpose] ?? 'unlisted')
  return {
    ...{ purpose, recipientKind, count: group.count, unconfirmed: group.unconfirmed },
    isCounted: isCounted(purpose),
    firstOn: dateOf(localDay(group.first.getTime())),
    lastOn: dateOf(localDay(group.last.getTime())),
    content: contents[group.entity] ?? 'unlisted',
    ...(group.consentId !== null && { consentId: group.consentId }),
  }
}

/** What the accounting uses of a disclosure that staff recorded. */
interface RecordedForAccounting {
  readonly day: number
  readonly purpose: Schemas['RecordedDisclosurePurpose']
  readonly recipient: Schemas['DisclosureRecipient']
  readonly what: string
}

const accountRecorded = ({ day, purpose, recipient, what }: RecordedForAccounting): AccountedDisclosure => ({
  ...{ purpose, recipient, what, count: 1, unconfirmed: 0 },
  isCounted: isCounted(purpose),
  firstOn: dateOf(day),
  lastOn: dateOf(day),
  recipientKind: 'named',
})

const likeness = ({ purpose, recipientKind, recipient, content, what, consentId }: AccountedDisclosure): string =>
  JSON.stringify([consentId, purpose, recipientKind, recipient?.name, recipient?.address, content, what])

/**
 * 45 CFR 164.528(b)(3): of disclosures to one recipient for one purpose the first, their number and the last. Those that differ in what was
 * disclosed stay apart.
 */
export const account = (
  { sent, recorded }: { readonly sent: readonly SentGroup[]; readonly recorded: readonly RecordedForAccounting[] },
  { localDay, everything }: { readonly localDay: (at: number) => number; readonly everything: boolean },
): AccountedDisclosure[] => {
  const alike = new Map<string, AccountedDisclosure>()
  for (const one of [...sent.map((group) => accountSent(group, localDay)), ...recorded.map(accountRecorded)]) {
    if (!one.isCounted && !everything) continue
    const key = likeness(one)
    const before = alike.get(key)
    alike.set(key, before === undefined ? one : joined(before, one))
  }
  return [...alike.values()].toSorted((one, other) =>
    one.lastOn < other.lastOn ? 1 : one.lastOn > other.lastOn ? -1 : 0,
  )
}

const joined = (one: AccountedDisclosure, other: AccountedDisclosure): AccountedDisclosure => ({
  ...one,
  count: one.count + other.count,
  unconfirmed: one.unconfirmed + other.unconfirmed,
  firstOn: one.firstOn < other.firstOn ? one.firstOn : other.firstOn,
  lastOn: one.lastOn > other.lastOn ? one.lastOn : other.lastOn,
})

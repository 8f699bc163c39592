import type { components } from '@visitkit/contract'
import { dayRefused, suspensionRefused } from '../problems.ts'
import { dayOf } from './access-suppression.ts'
import { dateOf } from './monitor/local-time.ts'

type Schemas = components['schemas']
type Recipient = Schemas['DisclosureRecipient']
type Purpose = Schemas['RecordedDisclosurePurpose']

/** A disclosure that staff recorded. Days are since 1970-01-01 on the clock of the organization. */
export interface Disclosure {
  readonly id: string
  readonly patientId: string
  readonly day: number
  readonly purpose: Purpose
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly isInError: boolean
  /** The last day on which it is held back from the patient. */
  readonly suspendedUntil: number | null
  readonly suspensionStatement: Schemas['SuspensionStatement'] | null
  readonly suspendedAt: Date | null
  readonly suspendedBy: string | null
  readonly version: number
}

interface Correction {
  readonly at: string
  readonly by: string
  readonly reason: string
  readonly day: number
  readonly purpose: Purpose
  readonly isInError: boolean
  readonly recipient: Recipient
  readonly what: string
}

/** Encrypted. */
export interface DisclosureContent {
  readonly recipient: Recipient
  readonly what: string
  /** The agency or official who asked for the suspension. */
  readonly official?: string
  /** The latest first. */
  readonly corrections: readonly Correction[]
}

export type StoredDisclosure = Disclosure & DisclosureContent

interface Facts {
  readonly on: string
  readonly purpose: Purpose
  readonly recipient: Recipient
  readonly what: string
}
interface Acting {
  readonly by: string
  readonly now: Date
  /** On the clock of the organization. */
  readonly today: number
}

const pastDay = (on: string, today: number): number => {
  const day = dayOf(on)
  if (day > today) throw dayRefused(`Must be ${dateOf(today)} or earlier.`)
  return day
}

/** Throws `day_refused` for a day in the future. */
export const recordDisclosure = (
  { id, patientId, on, purpose, recipient, what }: Facts & { readonly id: string; readonly patientId: string },
  { by, now, today }: Acting,
): StoredDisclosure => ({
  ...{ id, patientId, purpose, recipient, what },
  day: pastDay(on, today),
  recordedAt: now,
  recordedBy: by,
  isInError: false,
  suspendedUntil: null,
  suspensionStatement: null,
  suspendedAt: null,
  suspendedBy: null,
  corrections: [],
  version: 1,
})

/** The law knows a suspension for these only (45 CFR 164.528(a)(2)(i)). */
const suspendable: readonly Purpose[] = ['law-enforcement', 'health-oversight']

/** What was recorded before stays in the corrections. A suspension ends when the purpose is no longer one that can have it. */
export const correctDisclosure = (
  before: StoredDisclosure,
  { on, purpose, recipient, what, isInError, reason }: Facts & { readonly isInError: boolean; readonly reason: string },
  { by, now, today }: Acting,
): StoredDisclosure => ({
  ...before,
  ...{ purpose, recipient, what, isInError },
  day: pastDay(on, today),
  ...(!suspendable.includes(purpose) && {
    suspendedUntil: null,
    suspensionStatement: null,
    suspendedAt: null,
    suspendedBy: null,
  }),
  corrections: [
    {
      ...{ at: now.toISOString(), by, reason, day: before.day, purpose: before.purpose },
      ...{ isInError: before.isInError, recipient: before.recipient, what: before.what },
    },
    ...before.corrections,
  ],
  version: before.version + 1,
})

/** 45 CFR 164.528(a)(2)(ii)(C) */
const longestOralDays = 30

/** Of a disclosure to law enforcement or health oversight, from today on. Throws `suspension_refused`. */
export const suspendDisclosure = (
  before: StoredDisclosure,
  { until, statement, official }: Schemas['SuspensionRequest'],
  { by, now, today }: Acting,
  /** Where the request names it. */
  at: '' | '/suspension' = '',
): StoredDisclosure => {
  if (!suspendable.includes(before.purpose))
    throw suspensionRefused(
      at === '' ? '' : '/purpose',
      'Must be a disclosure to law enforcement or to an agency that oversees health care.',
    )
  const untilDay = dayOf(until)
  if (untilDay < today) throw suspensionRefused(`${at}/until`, `Must be ${dateOf(today)} or later.`)
  if (statement === 'oral' && untilDay > today + longestOralDays)
    throw suspensionRefused(
      `${at}/until`,
      `Must be ${dateOf(today + longestOralDays)} or earlier, unless the agency asks for it in writing.`,
    )
  return {
    ...before,
    official,
    suspendedUntil: untilDay,
    suspensionStatement: statement,
    suspendedAt: now,
    suspendedBy: by,
    version: before.version + 1,
  }
}

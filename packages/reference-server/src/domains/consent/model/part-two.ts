import type { components } from '@visitkit/contract'
import type { FaultyProperty } from '../../../platform/problems/problem.ts'
import { consentCombined, consentElementMissing, invalid } from '../problems.ts'
import type { ConsentPurpose, ConsentSection } from './consent-pack.ts'

type Schemas = components['schemas']
type Terms = Schemas['PartTwoTerms']
type PartTwoConsent = Schemas['PartTwoConsent']
export type PartTwoPurposeOfConsent = Extract<ConsentPurpose, `part-two-${string}`>

/** What a consent of 42 CFR part 2 covers, as its row says it: codes only. The names are encrypted with the signature. */
export type PartTwoScope = Pick<PartTwoConsent, 'information' | 'recipients' | 'purposes'>

/** The sections of a text that state what 2.31 wants a consent to state. */
const statements = {
  rightToRevoke: 'right-to-revoke',
  redisclosure: 'redisclosure',
  refusal: 'refusal-consequence',
} as const

/** What each of the three consents may cover. None may be combined with another one (2.31(b), 2.31(d)). */
const permitted: Readonly<Record<PartTwoPurposeOfConsent, Omit<PartTwoScope, 'recipients'>>> = {
  'part-two-disclosure': {
    information: ['visits', 'prescriptions', 'lab-orders', 'bills'],
    purposes: ['treatment', 'payment', 'operations'],
  },
  'part-two-counseling-notes': {
    information: ['counseling-notes'],
    purposes: ['treatment', 'payment', 'operations'],
  },
  'part-two-proceedings': {
    information: ['visits', 'prescriptions', 'lab-orders', 'bills'],
    purposes: ['legal-proceeding'],
  },
}

export const isPartTwo = (purpose: ConsentPurpose): purpose is PartTwoPurposeOfConsent => purpose in permitted

/** Each element that the person states, and what the law wants of it (42 CFR 2.31(a)). */
const elements: readonly {
  readonly name: keyof Terms
  readonly message: string
  readonly isStated: (terms: Terms) => boolean
}[] = [
  {
    name: 'patientName',
    message: 'State the name of the patient (42 CFR 2.31(a)(1)).',
    isStated: ({ patientName }) => isText(patientName),
  },
  {
    name: 'discloser',
    message: 'State who may disclose the records (42 CFR 2.31(a)(2)).',
    isStated: ({ discloser }) => isText(discloser),
  },
  {
    name: 'information',
    message: 'State which information may be disclosed (42 CFR 2.31(a)(3)).',
    isStated: ({ information = [] }) => information.length > 0,
  },
  {
    name: 'recipients',
    message: 'State who may receive it, as a class or by name (42 CFR 2.31(a)(4)).',
    isStated: ({ recipients = [], namedRecipients = [] }) => recipients.length > 0 || namedRecipients.some(isText),
  },
  {
    name: 'purposes',
    message: 'State what it may be used for (42 CFR 2.31(a)(5)).',
    isStated: ({ purposes = [] }) => purposes.length > 0,
  },
  {
    name: 'expiration',
    message: 'State the last day of the consent, or that it has none (42 CFR 2.31(a)(7)).',
    isStated: ({ expiration }) => expiration !== undefined && (expiration.kind === 'none' || isText(expiration.on)),
  },
]

const isText = (value: string | undefined): boolean => value !== undefined && value.trim() !== ''

/**
 * The elements of a granted consent; null for a purpose that is not of part 2, and of a refusal. Throws `consent_element_missing` with a
 * pointer to each element that lacks, and `consent_combined` for what needs a consent of its own.
 */
export const partTwoConsentOf = (
  purpose: ConsentPurpose,
  { decision, partTwo: terms }: Pick<Schemas['DecideConsent'], 'decision' | 'partTwo'>,
  sections: readonly ConsentSection[],
  today: string,
): PartTwoConsent | null => {
  if (!isPartTwo(purpose) || decision === 'declined') {
    if (terms === undefined) return null
    throw invalid([{ pointer: '/partTwo', code: 'unexpected', message: 'Only to grant a consent of 42 CFR part 2.' }])
  }
  const stated = terms ?? {}
  const missing = elements
    .filter(({ isStated }) => !isStated(stated))
    .map(({ name, message }) => ({ pointer: `/partTwo/${name}`, code: 'required', message }))
  if (missing.length > 0) throw consentElementMissing(missing)
  const { information = [], purposes = [], expiration = { kind: 'none' as const } } = stated
  const combined = [
    ...foreign('information', information, permitted[purpose].information),
    ...foreign('purposes', purposes, permitted[purpose].purposes),
  ]
  if (combined.length > 0) throw consentCombined(combined)
  if (expiration.on !== undefined && expiration.on < today)
    throw invalid([{ pointer: '/partTwo/expiration/on', code: 'too_early', message: 'Must not be in the past.' }])
  const text = (id: string): string => sections.find((section) => section.id === id)?.text ?? ''
  return {
    patientName: stated.patientName ?? '',
    discloser: stated.discloser ?? '',
    information: [...new Set(information)],
    recipients: [...new Set(stated.recipients ?? [])],
    namedRecipients: (stated.namedRecipients ?? []).filter(isText),
    purposes: [...new Set(purposes)],
    rightToRevoke: text(statements.rightToRevoke),
    expiration,
    redisclosure: text(statements.redisclosure),
    refusal: text(statements.refusal),
  }
}

const foreign = (name: string, stated: readonly string[], allowed: readonly string[]): readonly FaultyProperty[] =>
  stated.flatMap((code, index) =>
    allowed.includes(code)
      ? []
      : [{ pointer: `/partTwo/${name}/${index}`, code: 'unexpected', message: `${code} needs a consent of its own.` }],
  )

/** The first instant at which the consent no longer serves, on the clock of the person who signed. Null if it does not end by itself. */
export const endOf = ({ expiration: { on } }: Pick<PartTwoConsent, 'expiration'>, zone: string): Date | null =>
  on === undefined
    ? null
    : new Date(Temporal.PlainDate.from(on).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds)

import type { PartTwoTerms } from '@visitkit/sdk'

/** What a person chooses in a consent to share substance use records (42 CFR 2.31). */
export interface PartTwoChoice {
  readonly patientName: string
  readonly information: readonly NonNullable<PartTwoTerms['information']>[number][]
  readonly recipients: readonly NonNullable<PartTwoTerms['recipients']>[number][]
  readonly namedRecipient: string
  readonly purposes: readonly NonNullable<PartTwoTerms['purposes']>[number][]
  /** Whether it ends on a day. Null until it is chosen. */
  readonly until: 'none' | 'date' | null
  /** The last day. */
  readonly on: string
}

export const nothingChosen: PartTwoChoice = {
  patientName: '',
  information: [],
  recipients: [],
  namedRecipient: '',
  purposes: [],
  until: null,
  on: '',
}

export type PartTwoGroup = 'information' | 'recipients' | 'purposes'

/** What can be chosen, by the purpose of the consent. Counseling notes and proceedings are asked for by themselves. */
export const offered = {
  'part-two-disclosure': {
    information: ['visits', 'prescriptions', 'lab-orders', 'bills'],
    recipients: ['treating-providers', 'pharmacies', 'laboratories', 'health-plans', 'program-helpers'],
    purposes: ['treatment', 'payment', 'operations'],
  },
  'part-two-counseling-notes': {
    information: ['counseling-notes'],
    recipients: ['treating-providers', 'health-plans'],
    purposes: ['treatment', 'payment', 'operations'],
  },
  'part-two-proceedings': {
    information: ['visits', 'prescriptions', 'lab-orders', 'bills'],
    recipients: [],
    purposes: ['legal-proceeding'],
  },
} as const satisfies Readonly<Record<string, { readonly [Group in PartTwoGroup]: PartTwoChoice[Group] }>>

export type PartTwoPurpose = keyof typeof offered
export const isPartTwo = (purpose: string): purpose is PartTwoPurpose => purpose in offered

/** What is missing, by the id of its control. */
export type MissingPart = 'patientName' | PartTwoGroup | 'until' | 'on'

/** The parts that are not chosen yet, in the order of the form. A day in the past is not a choice. */
export const missingParts = (choice: PartTwoChoice, today: string): readonly MissingPart[] => {
  const isMissing: Readonly<Record<MissingPart, boolean>> = {
    patientName: choice.patientName.trim() === '',
    information: choice.information.length === 0,
    recipients: choice.recipients.length === 0 && choice.namedRecipient.trim() === '',
    purposes: choice.purposes.length === 0,
    until: choice.until === null,
    on: choice.until === 'date' && choice.on < today,
  }
  return (Object.keys(isMissing) as MissingPart[]).filter((part) => isMissing[part])
}

export const partTwoTerms = (choice: PartTwoChoice, discloser: string): PartTwoTerms => ({
  patientName: choice.patientName.trim(),
  discloser,
  information: [...choice.information],
  recipients: [...choice.recipients],
  ...(choice.namedRecipient.trim() !== '' && { namedRecipients: [choice.namedRecipient.trim()] }),
  purposes: [...choice.purposes],
  expiration: choice.until === 'date' ? { kind: 'date', on: choice.on } : { kind: 'none' },
})

import type { AddCoverage, Coverage, MedicareSecondaryReason, Payer } from '@visitkit/sdk'

type Relationship = Coverage['relationship']
type Sex = NonNullable<NonNullable<Coverage['subscriber']>['sex']>
type PersonName = NonNullable<Coverage['nameOnCard']>

export const relationships = ['self', 'spouse', 'child', 'other'] as const satisfies readonly Relationship[]
export const sexes = ['female', 'male', 'other', 'unknown'] as const satisfies readonly Sex[]
export const orders = [1, 2, 3] as const

/** What is typed in the form of a coverage. Empty texts are left out. */
export interface CoverageDraft {
  readonly payerId: string
  readonly memberNumber: string
  readonly groupNumber: string
  readonly relationship: Relationship
  readonly subscriberGiven: string
  readonly subscriberFamily: string
  readonly subscriberBorn: string
  readonly subscriberSex: Sex
  readonly cardGiven: string
  readonly cardMiddle: string
  readonly cardFamily: string
  readonly cardSuffix: string
  readonly order: number
  readonly medicareSecondaryReason: MedicareSecondaryReason | ''
  readonly from: string
  readonly to: string
}

/** A field that is missing or wrong: its text, and the control that gets the focus. */
export type CoverageFault =
  'payerId' | 'memberNumber' | 'subscriberGiven' | 'subscriberBorn' | 'medicareSecondaryReason' | 'from' | 'to'

const leastMemberNumber = 2

export const newDraft = (order: number, today: string): CoverageDraft => ({
  ...{ payerId: '', memberNumber: '', groupNumber: '', relationship: 'self', order, from: today, to: '' },
  ...{ subscriberGiven: '', subscriberFamily: '', subscriberBorn: '', subscriberSex: 'unknown' },
  ...{ cardGiven: '', cardMiddle: '', cardFamily: '', cardSuffix: '', medicareSecondaryReason: '' },
})

export const draftOf = ({ payer, nameOnCard, subscriber, ...coverage }: Coverage): CoverageDraft => ({
  ...{ payerId: payer.id, memberNumber: coverage.memberNumber, groupNumber: coverage.groupNumber ?? '' },
  ...{ relationship: coverage.relationship, order: coverage.order, from: coverage.from, to: coverage.to ?? '' },
  subscriberGiven: [subscriber?.name.given ?? '', ...(subscriber?.name.middle ?? [])].join(' ').trim(),
  ...{ subscriberFamily: subscriber?.name.family ?? '', subscriberBorn: subscriber?.birthDate ?? '' },
  subscriberSex: subscriber?.sex ?? 'unknown',
  ...{ cardGiven: nameOnCard?.given ?? '', cardMiddle: nameOnCard?.middle?.join(' ') ?? '' },
  ...{ cardFamily: nameOnCard?.family ?? '', cardSuffix: nameOnCard?.suffix ?? '' },
  medicareSecondaryReason: coverage.medicareSecondaryReason ?? '',
})

export const isMedicare = (payer: Payer | undefined): boolean => payer?.kind === 'medicare'

/** Medicare after another payer asks why. */
export const asksReason = ({ order }: CoverageDraft, payer: Payer | undefined): boolean =>
  isMedicare(payer) && order !== 1

/** On Medicare the patient is the insured person. */
export const relationshipOf = ({ relationship }: CoverageDraft, payer: Payer | undefined): Relationship =>
  isMedicare(payer) ? 'self' : relationship

export const faultsOf = (draft: CoverageDraft, payer: Payer | undefined): readonly CoverageFault[] => {
  const isOther = relationshipOf(draft, payer) !== 'self'
  const found: Readonly<Record<CoverageFault, boolean>> = {
    payerId: payer === undefined,
    memberNumber: draft.memberNumber.trim().length < leastMemberNumber,
    subscriberGiven: isOther && draft.subscriberGiven.trim() === '' && draft.subscriberFamily.trim() === '',
    subscriberBorn: isOther && draft.subscriberBorn === '',
    medicareSecondaryReason: asksReason(draft, payer) && draft.medicareSecondaryReason === '',
    from: draft.from === '',
    to: draft.to !== '' && draft.to < draft.from,
  }
  return (Object.keys(found) as CoverageFault[]).filter((field) => found[field])
}

const nameOf = (given: string, family: string, middle = '', suffix = ''): PersonName => {
  const others = middle.split(/\s+/).filter((name) => name !== '')
  return {
    ...{ given: given.trim(), family: family.trim() },
    ...(others.length > 0 && { middle: others }),
    ...(suffix.trim() !== '' && { suffix: suffix.trim() }),
  }
}

export const bodyOf = (draft: CoverageDraft, payer: Payer): AddCoverage => {
  const { cardGiven, cardFamily, cardMiddle, cardSuffix, medicareSecondaryReason, to } = draft
  const relationship = relationshipOf(draft, payer)
  return {
    ...{
      payerId: payer.id,
      memberNumber: draft.memberNumber.trim(),
      relationship,
      order: draft.order,
      from: draft.from,
    },
    ...(draft.groupNumber.trim() !== '' && { groupNumber: draft.groupNumber.trim() }),
    ...(relationship !== 'self' && {
      subscriber: {
        name: nameOf(draft.subscriberGiven, draft.subscriberFamily),
        birthDate: draft.subscriberBorn,
        ...(draft.subscriberSex !== 'unknown' && { sex: draft.subscriberSex }),
      },
    }),
    ...((cardGiven.trim() !== '' || cardFamily.trim() !== '') && {
      nameOnCard: nameOf(cardGiven, cardFamily, cardMiddle, cardSuffix),
    }),
    ...(asksReason(draft, payer) && medicareSecondaryReason !== '' && { medicareSecondaryReason }),
    ...(to !== '' && { to }),
  }
}

import type { Party, SubmittedClaim } from '../../../../sandbox/src/clearinghouse/submitted-claim.ts'
import type { Claim, InsuredPerson, PersonName, PriorAdjustment, PriorDecision } from './claim.ts'
import { x12Text } from './x12/x12-text.ts'

const text = (value: string | null): string => (value === null ? '' : (x12Text(value) ?? 'unwritable'))
const numbers = { original: '1', replacement: '7', void: '8' } as const
const relations = { spouse: '01', child: '19', other: 'G8' } as const
const sexes = { female: 'F', male: 'M', unknown: 'U' } as const

const expectedName = (name: PersonName) => ({
  last: text(name.last),
  first: text(name.first),
  middle: text(name.middle),
  suffix: text(name.suffix),
})

const expectedPerson = (person: InsuredPerson) => ({
  ...expectedName(person.name),
  address: expectedAddress(person.address),
  birth: person.birthDay.replaceAll('-', ''),
  gender: sexes[person.gender],
})

const expectedAddress = (address: InsuredPerson['address']) => ({
  line1: text(address.line1),
  line2: text(address.line2),
  city: text(address.city),
  state: address.state,
  zip: address.postalCode,
})

const casOf = (adjustments: readonly PriorAdjustment[]) =>
  [...new Set(adjustments.map(({ group }) => group))].flatMap((group) =>
    adjustments.filter((each) => each.group === group).map(({ reason, amountCents }) => [group, reason, amountCents]),
  )
const leftOf = (adjustments: readonly PriorAdjustment[]): number =>
  adjustments.reduce((sum, { group, amountCents }) => sum + (group === 'PR' ? amountCents : 0), 0)

const asExpectedPrior = (prior: PriorDecision, order: string | undefined, lines: Claim['lines']) => ({
  order,
  relationship: prior.relationship === 'self' ? '18' : relations[prior.relationship],
  groupNumber: prior.subscriber.groupNumber ?? '',
  filing: prior.payer.filingIndicator,
  subscriber: expectedName(prior.subscriber.name),
  address: expectedAddress(prior.subscriber.address),
  memberId: prior.subscriber.memberId,
  payer: [text(prior.payer.name), prior.payer.id],
  number: prior.payerClaimNumber ?? '',
  paid: prior.paidCents,
  left: prior.lines === null ? leftOf(prior.adjustments) : 0,
  day: prior.lines === null ? prior.decidedOn.replaceAll('-', '') : '',
  cas: casOf(prior.adjustments),
  lines: (prior.lines ?? []).map(({ paidCents, adjustments }, at) => ({
    payerId: prior.payer.id,
    paid: paidCents,
    service: [lines[at]?.serviceCode, ...(lines[at]?.modifiers ?? [])].join(' '),
    units: lines[at]?.units,
    left: leftOf(adjustments),
    day: prior.decidedOn.replaceAll('-', ''),
    cas: casOf(adjustments),
  })),
})

/** The claim as the standard requires it to appear at the receiver. */
export const asExpected = (claim: Claim) => ({
  control: claim.controlNumber,
  total: claim.lines.reduce((sum, { chargeCents }) => sum + chargeCents, 0),
  place: claim.placeOfService,
  frequency: numbers[claim.frequency],
  original: claim.payerClaimNumber ?? '',
  authorization: claim.priorAuthorization ?? '',
  patientPaid: claim.patientPaidCents,
  filing: claim.payer.filingIndicator,
  insuranceType: claim.insuranceType ?? '',
  groupNumber: claim.subscriber.groupNumber ?? '',
  relationship: claim.dependent ? relations[claim.dependent.relationship] : '',
  billing: {
    last: text(claim.billingProvider.organizationName),
    id: claim.billingProvider.npi,
    taxonomy: claim.billingProvider.taxonomy,
    tax: [claim.billingProvider.taxId.kind === 'ein' ? 'EI' : 'SY', claim.billingProvider.taxId.number],
    address: expectedAddress(claim.billingProvider.address),
  },
  subscriber: claim.dependent ? expectedName(claim.subscriber.name) : expectedPerson(claim.subscriber),
  memberId: claim.subscriber.memberId,
  patient: claim.dependent ? expectedPerson(claim.dependent) : null,
  payer: [text(claim.payer.name), claim.payer.id],
  referring: claim.referringProvider && [expectedName(claim.referringProvider.name), claim.referringProvider.npi],
  supervising: claim.supervisingProvider && [
    expectedName(claim.supervisingProvider.name),
    claim.supervisingProvider.npi,
  ],
  rendering: [
    expectedName(claim.renderingProvider.name),
    claim.renderingProvider.npi,
    claim.renderingProvider.taxonomy,
  ],
  diagnoses: claim.diagnoses.map((code) => code.replace('.', '')),
  order: ['P', 'S', 'T'][claim.priors?.length ?? 0],
  priors: (claim.priors ?? []).map((prior, at) => asExpectedPrior(prior, ['P', 'S'][at], claim.lines)),
  lines: claim.lines.map((line) => ({
    code: line.serviceCode,
    modifiers: line.modifiers,
    charge: line.chargeCents,
    units: line.units,
    place: line.placeOfService === claim.placeOfService ? '' : (line.placeOfService ?? ''),
    pointers: line.diagnosisPointers,
    day: line.serviceDay.replaceAll('-', ''),
    reference: line.controlNumber,
  })),
})

const nameOf = ({ last, first, middle, suffix }: Party) => ({ last, first, middle, suffix })
const personOf = (party: Party) => ({
  ...nameOf(party),
  address: party.address,
  birth: party.birth,
  gender: party.gender,
})

export const asSubmitted = (claim: SubmittedClaim): ReturnType<typeof asExpected> => ({
  control: claim.control,
  total: claim.total,
  place: claim.place as never,
  frequency: claim.frequency as never,
  original: claim.original,
  authorization: claim.authorization,
  patientPaid: claim.patientPaid,
  filing: claim.filing as never,
  insuranceType: claim.insuranceType as never,
  groupNumber: claim.groupNumber,
  relationship: claim.relationship as never,
  billing: {
    last: claim.billing.last,
    id: claim.billing.id,
    taxonomy: claim.billing.taxonomy,
    tax: [claim.billing.taxQualifier, claim.billing.taxId],
    address: claim.billing.address as never,
  },
  subscriber: (claim.patient ? nameOf(claim.subscriber) : personOf(claim.subscriber)) as never,
  memberId: claim.subscriber.id,
  patient: (claim.patient ? personOf(claim.patient) : null) as never,
  payer: [claim.payer.last, claim.payer.id],
  referring: claim.referring && [nameOf(claim.referring), claim.referring.id],
  supervising: claim.supervising && [nameOf(claim.supervising), claim.supervising.id],
  rendering: claim.rendering ? [nameOf(claim.rendering), claim.rendering.id, claim.renderingTaxonomy] : [],
  diagnoses: [...claim.diagnoses],
  order: claim.order as never,
  priors: claim.priors.map((prior) => ({
    ...prior,
    subscriber: nameOf(prior.subscriber),
    address: prior.subscriber.address,
    memberId: prior.subscriber.id,
    payer: [prior.payer.last, prior.payer.id],
  })) as never,
  lines: claim.lines.map((line) => ({ ...line, place: line.place as never })),
})

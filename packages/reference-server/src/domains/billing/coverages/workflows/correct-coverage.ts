import { isDeepStrictEqual } from 'node:util'
import type { components } from '@visitkit/contract'
import type { Coverage } from '../store/coverages.ts'

/** A coverage as a person corrects it. What is left out is not kept, except when it was corrected before. */
export const correctCoverage = (before: Coverage, body: components['schemas']['CorrectCoverage']): Coverage => ({
  id: before.id,
  patientId: before.patientId,
  payerId: body.payerId,
  memberNumber: body.memberNumber,
  groupNumber: body.groupNumber ?? null,
  relationship: body.relationship,
  subscriber: body.relationship === 'self' ? null : (body.subscriber ?? null),
  nameOnCard: body.nameOnCard ?? null,
  medicareSecondaryReason: body.medicareSecondaryReason ?? null,
  correctedAt: before.correctedAt,
  order: body.order,
  from: body.from,
  to: body.to ?? null,
  version: before.version + 1,
})

/** What an eligibility request says about the payer and the person, without the order of properties and without empty ones. */
const asked = ({ payerId, memberNumber, relationship, subscriber, nameOnCard }: Coverage): unknown =>
  JSON.parse(JSON.stringify({ payerId, memberNumber, relationship, subscriber, nameOnCard }))

/** Whether the payer would be asked something else. */
export const asksAnotherQuestion = (before: Coverage, after: Coverage): boolean =>
  !isDeepStrictEqual(asked(before), asked(after))

/** Payer and order decide who answers after whom: claims that were sent rely on both. */
export const changesPlace = (before: Coverage, after: Coverage): boolean =>
  before.payerId !== after.payerId || before.order !== after.order

/** Whether another coverage of the same order may be in force in the corrected time. */
export const mayOverlap = (before: Coverage, after: Coverage): boolean =>
  before.order !== after.order || before.from !== after.from || before.to !== after.to

import { Problem } from '../../platform/problems/problem.ts'
import type { RefusedPicture } from '../../platform/pictures/clean-picture.ts'
import type { Finding } from './kernel/model/finding.ts'
import type { NotPostable } from './kernel/model/posting.ts'

/** The problems of billing. None contains an amount with a name, a diagnosis or a member number. */

export const versionConflict = (): Problem =>
  new Problem(
    409,
    'version_conflict',
    'Another user changed this since you read it. Your change was not stored. Read it again and repeat your change.',
  )

export const unknownPayer = (): Problem =>
  new Problem(
    409,
    'unknown_payer',
    'This organization does not deal with that payer. Choose one from the list of payers.',
  )

export const subscriberMissing = (): Problem =>
  new Problem(
    409,
    'subscriber_missing',
    'The patient is insured through another person. Give the name and date of birth of the insured person.',
  )

export const coverageOverlaps = (): Problem =>
  new Problem(
    409,
    'coverage_overlaps',
    'Another coverage of the same order holds in that time. End it first, or choose another order.',
  )

export const coverageInUse = (): Problem =>
  new Problem(
    409,
    'coverage_in_use',
    'A payer has received a claim with this coverage, so its payer and its order stay. End it, and add the right one.',
  )

/** Of a picture of an insurance card. */
export const cardPictureRefused = ({ refused, found }: RefusedPicture, maxBytes: number): Problem => {
  if (refused === 'too-large')
    return new Problem(413, 'body_too_large', `A picture may hold at most ${maxBytes} bytes. Take a smaller one.`)
  if (refused === 'unreadable')
    return new Problem(422, 'attachment_unreadable', 'This picture is damaged or too large. Take it again.', {
      errors: [{ pointer: '/', code: 'unreadable', message: 'Must be a whole picture.' }],
    })
  const isOf = found === null ? 'This file is neither, whatever its name says.' : `This file is ${found}.`
  return new Problem(
    422,
    'unsupported_attachment_type',
    `A card is a picture: JPEG, PNG or WebP. ${isOf} Take a picture of the card and add that.`,
    { errors: [{ pointer: '/', code: 'wrong_kind', message: 'Must be a JPEG, PNG or WebP picture.' }] },
  )
}

export const codeSetNotLicensed = (): Problem =>
  new Problem(
    403,
    'code_set_not_licensed',
    'CPT codes need the license of the American Medical Association. Record the license in the billing settings first.',
  )

export const unknownCode = (pointer: string): Problem =>
  new Problem(409, 'unknown_code', 'A code is not known here. Choose one from the list.', {
    errors: [{ pointer, code: 'unknown_code', message: 'Must be a code that this organization charges.' }],
  })

export const claimSent = (): Problem =>
  new Problem(
    409,
    'claim_sent',
    'This claim has been sent and cannot be changed. Correct it when the payer has responded, or void it.',
  )

export const restrictionRequestMissing = (): Problem =>
  new Problem(
    422,
    'restriction_request_missing',
    'Only the patient ends this restriction. Record how they asked for it.',
    { errors: [{ pointer: '/asked', code: 'required', message: 'Choose whether they asked in writing or orally.' }] },
  )

export const claimBlocked = (findings: readonly Finding[]): Problem =>
  new Problem(409, 'claim_blocked', 'The claim has findings that block it. Correct them, then send it.', {
    errors: findings.map(({ pointer, code, remedy }) => ({ pointer, code, message: remedy })),
  })

export const claimNotAdjudicated = (): Problem =>
  new Problem(
    409,
    'claim_not_adjudicated',
    'Only a claim that the payer has answered, and that nothing has replaced, can be corrected or taken back.',
  )

export const alreadyResolved = (): Problem =>
  new Problem(
    409,
    'already_resolved',
    'Another person, or the server, has resolved this already. Nothing was changed. Read it again to see the result.',
  )

const whyNotPostable: Readonly<Record<NotPostable, string>> = {
  'claim-unknown': 'Must be a claim of this organization.',
  'charge-differs': 'Must be a claim whose charge is what the payer decided about.',
  'already-adjudicated': 'Must be a claim that has no decision, or whose decision was taken back.',
  'nothing-to-reverse': 'Must be a claim for which exactly this was posted before.',
  'patient-differs': 'Must be a claim of the patient whom the payer named.',
  'not-ours': 'The payer reports that it does not insure the patient: there is nothing to post.',
  predetermination: 'Is no payment: there is nothing to post.',
  unbalanced: 'The cents of the payment do not add up: no line of it can be posted.',
  'payment-number-reused': 'The number of the payment was used for another one.',
  'written-off': 'Must be a claim that was not written off. Take back the write-off first.',
  'usage-differs': 'Is a test, or a real payment in a test account: it can never be posted.',
  'receiver-differs':
    'The payment is addressed to another receiver. Confirm that it is for this claim, or choose another.',
  'payee-differs':
    'The payment is for another NPI or tax number. Confirm that it is for this claim, or choose another.',
  'payer-differs':
    'Must be a claim to the payer who paid. Confirm that the payment is for this claim, or choose another.',
  'payer-unknown': 'The payer is not on file. Confirm that the payment is for this claim, or choose another.',
  unreadable: 'A part of it cannot be read: it can never be posted.',
  'next-payer-answered': 'The next payer has answered about this claim. Take back that answer first.',
  'next-payer-refused': 'The next payer refused it. Post the answer by hand, once it is clear who pays.',
  'next-payer-differs':
    'The answer does not fit what waits for the next payer. Check it, then post the answer by hand.',
  'payer-not-awaited':
    'No balance of this claim waits for this payer. Post the answer of the payer before it first, or add the coverage.',
  'forwarded-elsewhere':
    'The payer has forwarded the claim to a payer that is not awaited. Add that coverage, or choose another claim.',
  'claim-not-sent': 'Must be a claim that was sent to a payer.',
  'claim-closed': 'Must be an open claim: this one was replaced or voided.',
  'other-patient': 'Must be a claim of the patient whom the payer named.',
  'other-claim': 'Must be the claim whose balance this payer was asked about.',
}

export const lineNotPostable = (reason: NotPostable): Problem =>
  new Problem(
    409,
    'line_not_postable',
    'This line cannot be posted to that claim, so no money was moved. Choose another claim, or record that it was resolved elsewhere.',
    { errors: [{ pointer: '/claimId', code: reason, message: whyNotPostable[reason] }] },
  )

export const appealOpen = (): Problem =>
  new Problem(
    409,
    'appeal_open',
    'This claim has an open appeal. Change that one, or record the payer’s answer to it first.',
  )

export const appealSent = (): Problem =>
  new Problem(
    409,
    'appeal_sent',
    'This appeal was sent, so its text is fixed. Record the payer’s answer, or add a note to the claim.',
  )

export const writeOffAsked = (): Problem =>
  new Problem(
    409,
    'write_off_asked',
    'A write-off of this claim waits for a second person. Nothing was added. Open it to see who asked.',
  )

export const writeOffNotPossible = (): Problem =>
  new Problem(
    409,
    'write_off_not_possible',
    'The claim or its open amount has changed, or nothing is open on it. No money was moved. Read the claim again.',
  )

export const secondPersonNeeded = (): Problem =>
  new Problem(
    409,
    'second_person_needed',
    'You asked for this write-off, so another person must approve it. It still waits.',
  )

export const nextPayerNotAwaited = (): Problem =>
  new Problem(
    409,
    'next_payer_not_awaited',
    'No balance of this claim waits for that payer, or its answer is not the latest. No money was moved. Read the claim again.',
  )

export const nextClaimSent = (): Problem =>
  new Problem(
    409,
    'next_claim_sent',
    'A claim to that payer was sent already. Wait for its response, or post the answer by hand.',
  )

export const statusNotAsked = (): Problem =>
  new Problem(
    409,
    'status_not_asked',
    'The payer can be asked about a claim that it has and has not decided, once a day. Wait for the answer, or ask tomorrow.',
  )

export const nextPayerAmountsDiffer = (cents: number): Problem =>
  new Problem(
    409,
    'next_payer_amounts_differ',
    'What the payer paid, took off and left to the patient must add up to the balance that waits. No money was moved.',
    {
      errors: [
        { pointer: '/patientCents', code: 'differs', message: `The three amounts must add up to ${cents} cents.` },
      ],
    },
  )

export const balanceBillingProhibited = (): Problem =>
  new Problem(
    409,
    'balance_billing_prohibited',
    'Medicaid paid nothing, and its member may not be billed for that. Take the amount off, or end the coverage if it did not hold on that day.',
    {
      errors: [
        { pointer: '/patientCents', code: 'prohibited', message: 'Must be nothing while Medicaid has paid nothing.' },
      ],
    },
  )

export const noClearinghouse = (): Problem =>
  new Problem(
    403,
    'vendor_not_permitted',
    'This organization has no clearinghouse under agreement, so no claim can leave. An administrator must set one up first.',
  )

export const noProcessor = (): Problem =>
  new Problem(
    403,
    'vendor_not_permitted',
    'This organization takes no payments online. Call the clinic to pay another way.',
  )

export const processorUnavailable = (reason: string): Problem =>
  new Problem(
    503,
    'vendor_unavailable',
    'The payment service does not answer at the moment. Nothing was charged. Try again shortly.',
    { reason, headers: { 'retry-after': '5' } },
  )

export const nothingDue = (): Problem =>
  new Problem(409, 'nothing_due', 'There is nothing to pay at the moment. Read the statement again.')

export const amountTooLarge = (): Problem =>
  new Problem(409, 'amount_too_large', 'That is more than is left. Read the amount again and choose a smaller one.', {
    errors: [{ pointer: '/amountCents', code: 'too_large', message: 'Must not be more than is left.' }],
  })

export const paymentInProgress = (): Problem =>
  new Problem(
    409,
    'payment_in_progress',
    'Another payment of this balance is under way or has just gone through. Read the statement again before you pay more.',
  )

export const paymentNotPaid = (): Problem =>
  new Problem(
    409,
    'payment_not_paid',
    'Only money that has arrived can be given back. Wait until the payment is through.',
  )

export const returnAddressUnknown = (): Problem =>
  new Problem(400, 'invalid_request', 'Some properties are not as they should be.', {
    errors: [
      {
        pointer: '/returnUrl',
        code: 'wrong_origin',
        message: 'Must be an address of the portal that this session belongs to.',
      },
    ],
  })

export const noteNotSigned = (): Problem =>
  new Problem(409, 'note_not_signed', 'The note of this visit is not signed yet. Ask again once it is.')

export const notIssued = (): Problem =>
  new Problem(409, 'not_issued', 'This estimate has not been issued yet, so there is nothing to print.')

export const alreadyIssued = (): Problem =>
  new Problem(
    409,
    'already_issued',
    'This estimate has been issued and holds. When something changes, a new one takes its place.',
  )

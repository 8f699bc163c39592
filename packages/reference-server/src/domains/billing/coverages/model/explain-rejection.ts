import type { components } from '@visitkit/contract'
import type { Rejection } from '../../../../vendors/clearinghouse/eligibility.ts'

type Refusal = components['schemas']['EligibilityRefusal']

/**
 * The public reject reasons of the 271 (AAA03) that the desk can act on: what to check, and how. X12's own texts are licensed and not
 * included.
 */
const reasons: readonly (readonly [codes: string, about: Refusal['about'], look: string])[] = [
  [
    '64 68 72 76',
    'member-number',
    'Compare the member number with the insurance card. If it differs, end this coverage and add it again with the right number.',
  ],
  [
    '67 75',
    'member-number',
    'The payer finds no member with this number, name and birth date. Compare all three with the insurance card, and correct what differs.',
  ],
  ['58 71', 'birth-date', 'The payer has another birth date, or none. Ask the patient for it, and put it right.'],
  ['65 73', 'name', 'Compare the name with the insurance card, letter by letter. Put it right where it is wrong.'],
  ['66 74', 'sex', 'Ask the payer which sex its record contains, and correct the record that is wrong.'],
  [
    '77',
    'insured-person',
    'The payer knows the insured person and not the patient. Check who the insured person is, and ask the payer whether the patient is enrolled.',
  ],
  [
    '78',
    'payer',
    'The payer knows the person, and not in this plan. Compare payer and group number with the insurance card. If they differ, end this coverage and add the right one.',
  ],
  [
    '79',
    'payer',
    'The number of the payer or of this clinic was refused. Check that the coverage names the right payer; if it does, ask the clearinghouse.',
  ],
  [
    '41 51',
    'clinic',
    'The payer does not answer this clinic. Ask the clearinghouse whether the clinic is enrolled with the payer.',
  ],
  ['42 80', 'later', 'The payer could not answer; nothing is known of this coverage.'],
]

/** What the payer allows next (AAA04). A later response to an earlier inquiry cannot be received: the desk must send another inquiry. */
const allowed: Readonly<Record<NonNullable<Refusal['followUp']>, string>> = {
  'correct-and-resubmit': 'Send the inquiry again when the error is corrected.',
  resubmit: 'Ask again later.',
  'resubmit-in-10-days': 'The payer takes the question again after ten days.',
  'resubmit-in-30-days': 'The payer takes the question again after thirty days.',
  'do-not-resubmit': 'Do not ask again: the payer does not take this question a second time. Call the payer.',
  'inquiry-initiated':
    'Do not ask again: the payer has forwarded the inquiry to another payer. Call the payer for the response.',
  'response-follows':
    'Do not ask again: the payer holds the question. Its answer does not come here by itself; call the payer for it.',
}

/** What the desk must do about a payer's rejection. For an unknown reason, only the code is shown. */
export const explainRejection = ({ code, followUp }: Rejection): Refusal => {
  const [, about, lock] = reasons.find(([codes]) => codes.split(' ').includes(code)) ?? [
    '',
    'other',
    'Look this code up in the payer’s guide, or ask the payer what it means.',
  ]
  const next = allowed[followUp ?? (about === 'later' ? 'resubmit' : 'correct-and-resubmit')]
  return { code, about, ...(followUp !== null && { followUp }), remedy: `${lock} ${next}` }
}

import type { EligibilityFollowUp, EligibilityRefusalAbout } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

export const coverageEn = {
  heading: 'Coverage',
  active: 'Active',
  inactive: 'Not active',
  'unknown-member': 'Not known to the payer',
  'no-response': 'No answer',
  pending: 'Being asked',
  notAsked: 'Not asked yet',
  hint_active: 'The payer said so on {date}.',
  hint_inactive: 'The payer said so on {date}. Ask the patient for another coverage.',
  'hint_unknown-member': 'The payer said so on {date}.',
  'hint_no-response': 'Asked on {date}. Nothing is known of this coverage.',
  hint_pending: 'Asked on {date}. The answer appears here.',
  hint_notAsked: 'Nobody has asked the payer whether it holds.',
  copay: 'Copay',
  coinsurance: 'Coinsurance',
  deductibleRemaining: 'Deductible left',
  network: 'Network',
  in: 'In network',
  out: 'Out of network',
  unknown: 'Both: see your contract',
  ask: 'Ask the payer',
  askAgain: 'Ask the payer again',
  asked: 'The payer is being asked.',
  answered: 'The payer has answered. Coverage: {state}.',
  codeSaid: 'The payer’s code: {code}',
  'about_member-number':
    'Compare the member number, the name and the date of birth with the insurance card, and put right what differs.',
  'about_birth-date': 'The payer has another date of birth, or none. Ask the patient for it, and put it right.',
  about_name: 'Compare the name with the insurance card, letter by letter. Put it right where it is wrong.',
  about_sex: 'Ask the payer which sex its own record holds, and put right whichever record is wrong.',
  'about_insured-person':
    'The payer knows the insured person and not the patient. Ask the payer whether the patient was enrolled.',
  about_payer:
    'Compare payer, plan and group number with the insurance card. If they are right, ask the clearinghouse.',
  about_clinic:
    'The payer does not answer this clinic. Ask the clearinghouse whether the clinic is enrolled with the payer.',
  about_later: 'The payer could not answer. Nothing is known of this coverage.',
  about_other: 'Look the code up in the guide of the payer, or ask the payer what it means.',
  'followUp_correct-and-resubmit': 'Ask again once what is wrong is put right.',
  followUp_resubmit: 'Ask again later.',
  'followUp_resubmit-in-10-days': 'The payer takes the question again after ten days.',
  'followUp_resubmit-in-30-days': 'The payer takes the question again after thirty days.',
  'followUp_do-not-resubmit': 'Do not ask again: the payer takes it once only. Call the payer.',
  'followUp_inquiry-initiated': 'Do not ask again: the payer passed the question on. Call the payer for the answer.',
  'followUp_response-follows':
    'Do not ask again: the payer holds the question. Its answer does not come here by itself, so call the payer.',
} as const satisfies Messages & CodeWords<'about', EligibilityRefusalAbout> & CodeWords<'followUp', EligibilityFollowUp>

import type { EligibilityFollowUp, EligibilityHoldReason, EligibilityRefusalAbout } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

export const coverageEn = {
  heading: 'Coverage',
  active: 'Active',
  inactive: 'Not active',
  'unknown-member': 'Not known to the payer',
  'no-response': 'No answer',
  held: 'Answer not used',
  pending: 'Being asked',
  notAsked: 'Not asked yet',
  hint_active: 'The payer said so on {date}.',
  hint_inactive: 'The payer said so on {date}. Ask the patient for another coverage.',
  'hint_unknown-member': 'The payer said so on {date}.',
  'hint_no-response': 'Asked on {date}. It is not known whether the coverage is active.',
  hint_held: 'An answer came on {date}. It is not used, so it is not known whether the coverage is active.',
  hint_pending: 'Asked on {date}. The answer appears here.',
  hint_notAsked: 'The payer has not been asked whether it is active.',
  copay: 'Copay',
  coinsurance: 'Coinsurance',
  deductibleRemaining: 'Deductible left',
  network: 'Network',
  in: 'In network',
  out: 'Out of network',
  unknown: 'In or out of network: see your contract',
  ask: 'Ask the payer',
  askAgain: 'Ask the payer again',
  asked: 'The payer is being asked.',
  answered: 'The payer has answered. Coverage: {state}.',
  card: 'Picture of the insurance card',
  cardLoading: 'Loading the pictures',
  cardNone: 'The patient has added no picture.',
  card_front: 'Insurance card, front',
  card_back: 'Insurance card, back',
  codeSaid: 'The payer’s code: {code}',
  'held_usage-differs': 'The answer is a test in a real account, or the other way around.',
  'held_sender-differs': 'The answer is not from the clearinghouse.',
  'held_receiver-differs': 'The answer is addressed to another clinic.',
  'held_inquiry-differs': 'The answer is for another question.',
  'held_payer-differs': 'The answer is from another payer.',
  'held_provider-differs': 'The answer is for another provider.',
  'held_patient-differs': 'The answer names another person.',
  held_contradictory: 'The answer contradicts itself, such as active and not active.',
  held_unreadable: 'The answer could not be read.',
  heldNext:
    'Nothing of the answer is shown or kept, because it may be about another person. Ask again. If it comes again, call the payer, and tell the clearinghouse.',
  'about_member-number':
    'Compare the member number, the name and the date of birth with the insurance card, and correct what differs.',
  'about_birth-date': 'The payer has another date of birth, or none. Ask the patient for it, and correct it.',
  about_name: 'Compare the name with the insurance card, letter by letter. Correct it where it is wrong.',
  about_sex: 'Ask the payer which sex its record has, and correct whichever record is wrong.',
  'about_insured-person':
    'The payer knows the insured person and not the patient. Ask the payer whether the patient was enrolled.',
  about_payer:
    'Compare payer, plan and group number with the insurance card. If they are right, ask the clearinghouse.',
  about_clinic:
    'The payer does not answer this clinic. Ask the clearinghouse whether the clinic is enrolled with the payer.',
  about_later: 'The payer could not answer. It is not known whether the coverage is active.',
  about_other: 'Look the code up in the payer’s guide, or ask the payer what it means.',
  'followUp_correct-and-resubmit': 'Correct what is wrong, then ask again.',
  followUp_resubmit: 'Ask again later.',
  'followUp_resubmit-in-10-days': 'Ask again after ten days. The payer does not answer earlier.',
  'followUp_resubmit-in-30-days': 'Ask again after thirty days. The payer does not answer earlier.',
  'followUp_do-not-resubmit': 'Do not ask again: the payer answers once only. Call the payer.',
  'followUp_inquiry-initiated': 'Do not ask again: the payer passed the question on. Call the payer for the answer.',
  'followUp_response-follows':
    'Do not ask again: the payer is still working on it. Its answer does not appear here, so call the payer.',
} as const satisfies Messages &
  CodeWords<'about', EligibilityRefusalAbout> &
  CodeWords<'held', EligibilityHoldReason> &
  CodeWords<'followUp', EligibilityFollowUp>

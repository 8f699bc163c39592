import type { components } from '@visitkit/contract'

type Refusal = components['schemas']['EligibilityRefusal']

interface Reason extends Omit<Refusal, 'code'> {
  readonly codes: readonly string[]
}

/** The published reject reasons of the 271 (AAA03) that the desk can do something about. X12's own wordings are licensed and not here. */
const reasons: readonly Reason[] = [
  {
    codes: ['64', '68', '72', '76'],
    about: 'member-number',
    remedy:
      'Compare the member number with the insurance card. If it differs, end this coverage and add it again with the right number.',
  },
  {
    codes: ['67', '75'],
    about: 'member-number',
    remedy:
      'The payer finds nobody of this number, name and birth date. Compare all three with the insurance card, put right what differs, then ask again.',
  },
  {
    codes: ['58', '71'],
    about: 'birth-date',
    remedy:
      'The payer has another birth date, or none. Ask the patient for it, put it right where it is wrong, then ask again.',
  },
  {
    codes: ['65', '73'],
    about: 'name',
    remedy:
      'Compare the name with the insurance card, letter by letter. Put it right where it is wrong, then ask again.',
  },
  {
    codes: ['66', '74'],
    about: 'sex',
    remedy: 'Ask the payer which sex its own record holds, and put right whichever record is wrong. Then ask again.',
  },
  {
    codes: ['77'],
    about: 'insured-person',
    remedy:
      'The payer knows the insured person and not the patient. Check through whom the patient is insured, and ask the payer whether the patient was enrolled.',
  },
  {
    codes: ['78'],
    about: 'payer',
    remedy:
      'The payer knows the person, and not in this plan. Compare payer and group number with the insurance card. If they differ, end this coverage and add the right one.',
  },
  {
    codes: ['79'],
    about: 'payer',
    remedy:
      'The number of the payer or of this clinic was not taken. Check that the coverage names the right payer; if it does, ask the clearinghouse.',
  },
  {
    codes: ['41', '51'],
    about: 'clinic',
    remedy:
      'The payer does not answer this clinic. Ask the clearinghouse whether the clinic is enrolled with the payer.',
  },
  {
    codes: ['42', '80'],
    about: 'later',
    remedy: 'The payer could not answer. Ask again later; until then nothing is known of this coverage.',
  },
]

const unknown: Omit<Reason, 'codes'> = {
  about: 'other',
  remedy: 'Look this code up in the payer’s guide, or ask the payer what it means.',
}

/** What a payer's code (AAA03) asks of the desk; of a code that is not known here only the code is said. */
export const refusalOfQuestion = (code: string): Refusal => {
  const { about, remedy } = reasons.find(({ codes }) => codes.includes(code)) ?? unknown
  return { code, about, remedy }
}

import type {
  CounselingNotesConsent,
  GivenConsent,
  PartTwoAnswer,
  PartTwoDisclosure,
  PartTwoStatement,
} from '../contracts/part-two.ts'

/** Whether a visit about substance use may be disclosed so, by the patient's consent. */
export const decidePartTwo = (
  consent: GivenConsent | null,
  disclosure: PartTwoDisclosure,
  now: Date,
): Exclude<PartTwoAnswer, { outcome: 'unprotected' }> => {
  const { recipient, purpose, information, completes = false } = disclosure
  if (consent === null) return { outcome: 'refused', code: 'part_two_consent_missing' }
  const hasEnded = consent.endsAt !== null && consent.endsAt <= now
  if (hasEnded && !completes) return { outcome: 'refused', code: 'part_two_consent_missing' }
  const isCovered =
    consent.recipients.includes(recipient) &&
    consent.purposes.includes(purpose) &&
    consent.information.includes(information)
  if (!isCovered) return { outcome: 'refused', code: 'part_two_outside_consent' }
  return { outcome: 'permitted', statement: statementOf(consent, disclosure) }
}

/** The consent to counseling notes by which their author may pass them on; null if there is none in force. */
export const counselingNotesConsent = (consent: GivenConsent | null, now: Date): CounselingNotesConsent | null => {
  if (consent === null || (consent.endsAt !== null && consent.endsAt <= now)) return null
  if (!consent.information.includes('counseling-notes')) return null
  const { consentId, signedAt } = consent
  return { consentId, signedAt, notice: longNotice, scope: scopeOf(consent) }
}

/** 42 CFR 2.32(a)(1), as the rule of 2024 has it. */
const longNotice =
  'This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR part 2). These rules prohibit you from using or disclosing this record, or testimony that describes the information contained in this record, in any civil, criminal, administrative, or legislative proceedings by any Federal, State, or local authority, against the patient, unless authorized by the consent of the patient, except as provided at 42 CFR 2.12(c)(5) or as authorized by a court in accordance with 42 CFR 2.64 or 2.65. In addition, the Federal rules prohibit you from making any other use or disclosure of this record unless at least one of the following applies: (i) Further use or disclosure is expressly permitted by the written consent of the individual whose information is being disclosed in this record or as otherwise permitted by 42 CFR part 2. (ii) You are a covered entity or business associate and have received the record pursuant to the consent of the patient for treatment, payment, and health care operations; or you have received the record from a covered entity or business associate as permitted by 45 CFR part 164, subparts A and E. A general authorization for the release of medical or other information is NOT sufficient to meet the required elements of written consent to further use or redisclose the record (see 42 CFR 2.31).'

const shortNotice = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.'

const words = {
  information: {
    visits: 'visits, notes and diagnoses',
    prescriptions: 'prescriptions',
    'lab-orders': 'laboratory orders',
    bills: 'bills and claims',
    'counseling-notes': 'counseling notes',
  },
  recipients: {
    'treating-providers': 'treating providers',
    pharmacies: 'pharmacies',
    laboratories: 'laboratories',
    'health-plans': 'health plans and third-party payers',
    'program-helpers': 'people helping to operate the program',
  },
  purposes: {
    treatment: 'treatment',
    payment: 'payment',
    operations: 'health care operations',
    'legal-proceeding': 'a legal proceeding',
  },
} as const

const listOf = <Code extends string>(codes: readonly Code[], texts: Readonly<Record<Code, string>>): string =>
  codes.map((code) => texts[code]).join(', ')

const day = (at: Date): string => at.toISOString().slice(0, 10)

const statementOf = (consent: GivenConsent, { information, purpose }: PartTwoDisclosure): PartTwoStatement => ({
  consentId: consent.consentId,
  notice: longNotice,
  shortNotice,
  scope: scopeOf(consent),
  shortScope: `Consent of ${day(consent.signedAt)}: ${words.information[information]}, ${words.purposes[purpose]}.`,
})

const scopeOf = (consent: GivenConsent): string =>
  [
    `The patient signed consent ${consent.consentId} on ${day(consent.signedAt)}.`,
    `It covers: ${listOf(consent.information, words.information)}.`,
    `Recipients: ${listOf(consent.recipients, words.recipients) || 'those whom the consent names'}.`,
    `Purposes: ${listOf(consent.purposes, words.purposes)}.`,
    consent.endsAt === null ? 'It ends when the patient revokes it.' : `It ends on ${day(consent.endsAt)}.`,
  ].join(' ')

import { Problem } from '../problems/problem.ts'
import type { PartTwoRefusal } from '../contracts/part-two.ts'

const makers: Readonly<Record<PartTwoRefusal, () => Problem>> = {
  part_two_consent_missing: () =>
    new Problem(
      409,
      'part_two_consent_missing',
      'The visit is about substance use, and the patient has no consent in force to send its records (42 CFR 2.33). Nothing was sent. Ask the patient to sign it in the portal, then try again.',
    ),
  part_two_outside_consent: () =>
    new Problem(
      409,
      'part_two_outside_consent',
      'The visit is about substance use, and the consent of the patient does not cover this recipient, purpose or information (42 CFR 2.33). Nothing was sent. Ask the patient to sign a consent that does, then try again.',
    ),
  part_two_no_place: () =>
    new Problem(
      409,
      'part_two_no_place',
      'The visit is about substance use, and the notice of 42 CFR 2.32 has to go with each message about it. This kind of message has no place for it. Nothing was sent. Call the payer instead.',
    ),
  part_two_no_room: () =>
    new Problem(
      409,
      'part_two_no_room',
      'The visit is about substance use, and the notice of 42 CFR 2.32 has to go with the message. The note leaves no room for it. Nothing was sent. Shorten the note, then try again.',
    ),
}

export const partTwoRefused = (code: PartTwoRefusal): Problem => makers[code]()

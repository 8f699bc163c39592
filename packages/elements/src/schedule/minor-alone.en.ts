import type { Messages } from '../core/message-types.ts'

/** Texts for staff who book for a minor, who says that they consent without a parent. */
export const minorAloneEn = {
  alone: 'The patient consents without a parent',
  aloneHint:
    'Check this only if the patient said so. Parents and others who help the patient then do not see the visit, unless the patient lets them see sensitive visits. The law of the patient’s state must allow it.',
  aloneDone: 'Not for parents: the patient consents without them.',
} as const satisfies Messages

import type { Messages } from './message-types.ts'

/** Texts of every search for a diagnosis. */
export const diagnosisSearchEn = {
  synonym: 'matches {term}',
  spelling: 'for {term}',
  nothing: 'No diagnosis found. Try the usual word, a short form such as htn, or the start of a code such as J02.',
  'hint_service-code':
    'This looks like a service, not a diagnosis: search it under Services. CPT codes are licensed and do not come with this system. An administrator imports your own copy: visitkit-server import service-codes.',
} as const satisfies Messages

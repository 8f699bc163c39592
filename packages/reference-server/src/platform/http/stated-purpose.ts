import { vocabularies } from '@visitkit/contract/vocabularies'
import type { Purpose } from '../identity/permissions.ts'
import { Problem } from '../problems/problem.ts'
import type { Exchange } from './exchange.ts'

const purposes: ReadonlySet<string> = new Set(vocabularies.PurposeOfUse)
const isPurpose = (text: string): text is Purpose => purposes.has(text)

/** The purpose that the request states in `x-purpose-of-use`, as HL7 v3 ActReason. Undefined: the usual one of the role. */
export const statedPurpose = (exchange: Exchange): Purpose | undefined => {
  const stated = exchange.header('x-purpose-of-use')
  if (stated === undefined || isPurpose(stated)) return stated
  throw new Problem(400, 'invalid_request', 'The header `x-purpose-of-use` has a purpose that does not exist.', {
    errors: [
      {
        pointer: 'header:x-purpose-of-use',
        code: 'unknown',
        message: `Must be one of ${vocabularies.PurposeOfUse.join(', ')}, or be left out.`,
      },
    ],
  })
}

import { Problem } from '../../platform/problems/problem.ts'

/** The refusals of this folder. `reason` is only logged and never contains a name, a message or a secret. */

export const pharmacyNetworkUnavailable = (reason: string, cause?: unknown): Problem =>
  new Problem(
    503,
    'vendor_unavailable',
    'The pharmacy network does not answer at the moment. Nothing was lost; try again, or telephone the pharmacy.',
    { reason, headers: { 'retry-after': '5' }, ...(cause === undefined ? {} : { cause }) },
  )

export const pharmacySignatureInvalid = (reason: string): Problem =>
  new Problem(
    401,
    'signature_invalid',
    'The message was not accepted. Check the signing secret and the clock of the sender.',
    { reason },
  )

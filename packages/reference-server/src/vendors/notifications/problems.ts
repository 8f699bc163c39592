import { Problem } from '../../platform/problems/problem.ts'

export const signatureInvalid = (reason: string): Problem =>
  new Problem(
    401,
    'signature_invalid',
    'The report was not accepted. Check the signing key and the clock of the sender.',
    { reason },
  )

import { Problem } from '../../platform/problems/problem.ts'

/**
 * The refusals of this folder. `code` and `reason` are texts of this server or from the processor's fixed list; never an amount with a
 * name, a secret or a complete response.
 */

export const signatureInvalid = (reason: string): Problem =>
  new Problem(
    401,
    'signature_invalid',
    'The report was not accepted. Check the signing secret and the clock of the sender.',
    { reason },
  )

/** The processor refused permanently; a retry would get the same response. `code` is its stable code, e.g. `charge_already_refunded`. */
export class ProcessorRefusal extends Error {
  readonly code: string
  constructor(code: string) {
    super(`the payment processor refused: ${code}`)
    this.name = 'ProcessorRefusal'
    this.code = code
  }
}

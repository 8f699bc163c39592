import { Problem } from '../../platform/problems/problem.ts'

/** The refusals of this folder. A `code` and a `reason` are words of ours or of the processor's fixed list; never an amount with a name, a secret or a whole answer. */

export const signatureInvalid = (reason: string): Problem =>
  new Problem(
    401,
    'signature_invalid',
    'The report was not accepted. Check the signing secret and the clock of the sender.',
    { reason },
  )

/** The processor understood and said no; asking again would be answered the same. `code` is its stable word, e.g. `charge_already_refunded`. */
export class ProcessorRefusal extends Error {
  readonly code: string
  constructor(code: string) {
    super(`the payment processor refused: ${code}`)
    this.name = 'ProcessorRefusal'
    this.code = code
  }
}

import { Problem } from '../../../../platform/problems/problem.ts'

interface Insured {
  readonly payer: { readonly filingIndicator: string }
  readonly relationship: string
}

/** Every person on Medicare has an own coverage: the patient is the subscriber, and the member number is the patient's own. */
export const requireMedicareSubscriber = ({ payer, relationship }: Insured): void => {
  if (payer.filingIndicator !== 'MB' || relationship === 'self') return
  throw new Problem(422, 'invalid_request', 'Some properties are not as they should be.', {
    errors: [
      {
        pointer: '/relationship',
        code: 'not_self',
        message:
          'On Medicare the patient is the insured person. Choose "self", with the number on the patient\u2019s own card.',
      },
    ],
  })
}

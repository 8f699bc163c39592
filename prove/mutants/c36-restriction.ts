import { inServer, serverTest, type Promised } from '../mutant.ts'

const restrictions = (name: string) => serverTest('domains/billing/claims/tests/restrictions.test.ts', name)
const asked = restrictions('is checked again when a payer is asked about a claim')

export const restriction: Promised = {
  subject: 'C36',
  clauses: {
    'For a self-pay visit that the patient restricts, no 837 and no CMS-1500 is created': [
      inServer(
        'C36-a-restriction-does-not-count',
        'src/domains/billing/claims/workflows/require-payer-disclosure-allowed.ts',
        ["if (state === 'self-pay' || restricted)", "if (state === 'self-pay' && restricted)"],
        restrictions('blocks the form of a claim that was made before'),
        restrictions('is checked again when a claim is sent, and no file leaves'),
      ),
    ],
    'no 276 is sent': [
      inServer(
        'C36-a-question-about-a-restricted-visit',
        'src/domains/billing/claims/workflows/ask-status.ts',
        ['  requirePayerDisclosureAllowed(claim, restricted)\n', '  void requirePayerDisclosureAllowed\n'],
        asked,
      ),
    ],
    'other visits are not affected': [
      inServer(
        'C36-every-visit-is-restricted',
        'src/domains/billing/claims/operations/ask-claim-status.ts',
        ['restricted: visit?.restricted ?? false', 'restricted: visit !== null'],
        asked,
      ),
    ],
  },
}

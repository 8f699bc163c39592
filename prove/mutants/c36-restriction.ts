import { elementTest, inFile, inServer, serverTest, type Promised } from '../mutant.ts'

const restrictions = (name: string) => serverTest('domains/billing/claims/tests/restrictions.test.ts', name)
const orders = (name: string) => serverTest('domains/labs/tests/insurance-of-orders.test.ts', name)
const endSelfPay = 'src/domains/billing/claims/operations/end-self-pay.ts'
const byPatient = restrictions('is ended by the patient')
const byStaff = restrictions('is ended by staff only with the request of the patient')
const inBill = (name: string) => elementTest('src/statement/statement.test.ts', name)
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
    'a laboratory is not given the insurance, also if the order was placed before': [
      inServer(
        'C36-the-laboratory-bills-the-payer',
        'src/domains/labs/transmissions/send-order.ts',
        ['const mustDrop = isInsured && (', 'const mustDrop = !isInsured && ('],
        orders('an order that waits goes without the coverage'),
      ),
      inServer(
        'C36-the-parents-learn-of-it',
        'src/domains/labs/model/without-coverages.ts',
        ['return { ...order, coverages: [], guarantor }', 'return { ...order, coverages: [] }'],
        serverTest('domains/labs/model/without-coverages.test.ts', 'is the guarantor, and not the parent'),
      ),
    ],
    'other visits are not affected': [
      inServer(
        'C36-every-visit-is-restricted',
        'src/domains/billing/claims/operations/ask-claim-status.ts',
        ['restricted: visit?.restricted ?? false', 'restricted: visit !== null'],
        asked,
      ),
      inServer(
        'C36-the-end-counts-for-every-visit',
        'src/domains/billing/accounts/store/visit-accounts.ts',
        ["where: 'id = $1::uuid and restricted',", "where: '$1::uuid is not null and restricted',"],
        byStaff,
      ),
    ],
    'The patient sets it by visit in their bill, and removes it after a warning about what it allows': [
      inFile(
        'C36-no-warning',
        'packages/elements/src/statement/self-pay-part.ts',
        ["t(restricted ? 'selfPayWarning' : 'selfPayMeaning')", "t('selfPayMeaning')"],
        inBill('the patient forbids it, reads a warning, and allows it again'),
      ),
      inServer(
        'C36-the-bill-hides-the-restriction',
        'src/domains/billing/accounts/operations/get-statement.ts',
        ['...(visit.restricted && { restricted: true as const }),', ''],
        byPatient,
      ),
    ],
    'staff remove it only with how the patient asked': [
      inServer(
        'C36-staff-end-it-themselves',
        endSelfPay,
        ['if (byStaff && body.asked === undefined) throw', 'if (byStaff && body.asked === null) throw'],
        byStaff,
      ),
      inFile(
        'C36-the-bill-asks-staff-nothing',
        'packages/elements/src/statement/self-pay-part.ts',
        ["restricted === true && this.isStaff && this.#asked === ''", 'false'],
        inBill('staff end it only with how the patient asked'),
      ),
    ],
    'the removal is recorded with why and sends nothing': [
      inServer(
        'C36-the-end-has-no-reason',
        endSelfPay,
        [
          "access.because(byStaff && body.asked ? `restriction-ended-${body.asked}` : 'restriction-ended')",
          'void access',
        ],
        byPatient,
      ),
      inServer(
        'C36-the-end-changes-the-claim',
        endSelfPay,
        ['withStep(before, before.state, {', "withStep(before, 'ready', {"],
        byPatient,
      ),
    ],
    'afterwards a claim can be made for the payer': [
      inServer(
        'C36-the-restriction-never-ends',
        'src/domains/billing/accounts/store/visit-accounts.ts',
        ["set: 'restricted = false',", "set: 'restricted = true',"],
        byPatient,
      ),
    ],
  },
}

import { inServer, serverTest, type Promised } from '../mutant.ts'

const acknowledged = (row: string) => ({
  ...serverTest(
    'domains/billing/remittances/tests/gate-acknowledgments.test.ts',
    'changes no claim and waits for a person',
  ),
  row,
})
const acknowledgmentFaults = (row: string) => ({
  ...serverTest('domains/billing/remittances/model/acknowledgment-fault.test.ts', 'it is held'),
  row,
})
const acknowledgmentFault = 'src/domains/billing/remittances/model/acknowledgment-fault.ts'
const remittanceRead = (name: string, row: string) => ({
  ...serverTest('vendors/clearinghouse/read-remittance.test.ts', name),
  row,
})
const claimAnswers = serverTest(
  'domains/billing/remittances/tests/status-answers.property.test.ts',
  'are kept once, for their own claim',
)
const messages = 'src/domains/prescriptions/messages/'
const monitor = 'src/domains/compliance/model/monitor/'
const sameMedicine = (name: string, row: string) => ({
  ...serverTest('domains/prescriptions/messages/model/is-same-medicine.test.ts', name),
  row,
})
const gate = serverTest(
  'domains/prescriptions/messages/tests/gate.property.test.ts',
  'are counted once where they belong, and the rest waits with a reason and an action',
)
const held = (name: string, row: string) => ({
  ...serverTest('domains/prescriptions/messages/tests/held-messages.test.ts', name),
  row,
})
const applied = 'it is applied to the prescription that a person chooses, or never'
const selfPay = serverTest('domains/billing/claims/tests/restrictions.test.ts', 'warns of a charge far from the price')
const unread = (row: string) => ({
  ...serverTest('vendors/payments/stripe/read-webhook.test.ts', 'a person reads it, and the same again is a repeat'),
  row,
})
const languages = (row: string) => ({
  ...serverTest('vendors/drug-checks/languages-of-alerts.test.ts', 'in every language'),
  row,
})
const shared = serverTest('domains/compliance/model/monitor/monitor-accesses.test.ts', 'is shared by')

/** What a partner says agrees with itself and with what it is about, and what of it waits says so to everyone who reads it. */
export const partnerContents: Promised = {
  subject: 'contents',
  clauses: {
    'An acknowledgment that contradicts itself, or has an unknown code, changes no claim': [
      inServer(
        'contents-the-group-without-its-sets',
        acknowledgmentFault,
        ["set.outcome === 'rejected').length", "set.outcome === 'rejected').length * 0"],
        acknowledgmentFaults('accepted with a rejected set'),
      ),
      inServer(
        'contents-a-set-that-was-accepted',
        acknowledgmentFault,
        ['(codes.length > 0 || acceptedHere === 0)', '(codes.length > 0 || acceptedHere >= 0)'],
        acknowledged('something else of its set than of its group'),
      ),
      inServer(
        'contents-sets-are-not-counted',
        acknowledgmentFault,
        ['(accepted ?? 0) === 0,', '(accepted ?? 0) >= 0,'],
        {
          ...serverTest('domains/billing/remittances/model/acknowledgment-fault.test.ts', 'it is held'),
          row: 'rejected with an accepted set that is not listed',
        },
      ),
      inServer(
        'contents-a-file-that-is-not-compared-with-itself',
        'src/domains/billing/remittances/workflows/receive-acknowledgment.ts',
        [
          '  const contradiction = faultOfSets(acknowledgment)\n  if (contradiction !== null) return contradiction\n  const isRead',
          '  const isRead',
        ],
        acknowledged('something else of its set than of its group'),
      ),
      inServer(
        'contents-an-action-of-any-category',
        acknowledgmentFault,
        [
          "(each.action === 'accept') !== isReceipt(each)",
          "(each.action === 'accept') !== isReceipt(each) && each.isOfLine",
        ],
        acknowledged('whose action contradicts its category'),
      ),
      inServer(
        'contents-accepted-and-refused',
        acknowledgmentFault,
        ['contradict(own)', 'contradict([])'],
        acknowledged('accepts a claim and refuses it'),
      ),
      inServer(
        'contents-accepted-in-part',
        acknowledgmentFault,
        ['(own.every(isReceipt) && !statuses.every(isReceipt))', '(own.every(isReceipt) && own.length === 0)'],
        acknowledgmentFaults('accepted with a refused line'),
      ),
      inServer(
        'contents-any-category',
        acknowledgmentFault,
        ['!acknowledging.has(meaningOf(category))', "meaningOf(category) === 'paid'"],
        acknowledged('with an unknown category'),
      ),
      inServer(
        'contents-any-answer',
        'src/domains/billing/remittances/workflows/receive-claim-statuses.ts',
        ["meaningOf(category) === 'other'", "meaningOf(category) === 'other' && category === ''"],
        claimAnswers,
      ),
    ],
    'Of two segments where one may stand, the first is not the right one; amounts are in dollars': [
      inServer(
        'contents-the-first-of-two-segments',
        'src/vendors/clearinghouse/x12/elements.ts',
        ["  if (second) throw new X12Unreadable('duplicate_segment', tag, second.position)\n", ''],
        remittanceRead('it is not read', 'a second payment'),
        remittanceRead('is about no one', 'two patients'),
        serverTest('vendors/clearinghouse/read-acknowledgments.test.ts', 'refuses two outcomes of one'),
      ),
      inServer(
        'contents-the-first-of-two-loops',
        'src/vendors/clearinghouse/x12/elements.ts',
        [
          "  if (second) throw new X12Unreadable('duplicate_loop'",
          "  if (second && !loop) throw new X12Unreadable('duplicate_loop'",
        ],
        serverTest('vendors/clearinghouse/read-acknowledgments.test.ts', 'is refused with two'),
      ),
      inServer(
        'contents-any-currency',
        'src/vendors/clearinghouse/read-remittance.ts',
        ["  requireDollars(segmentOf(root, 'CUR'))\n", ''],
        remittanceRead('it is not read', 'amounts of another country'),
      ),
    ],
    'A fill is of the medicine that was prescribed': [
      inServer(
        'contents-any-medicine',
        `${messages}model/match-fault.ts`,
        ['isSameMedicine(body.medication, prescribed, medications) ?', 'prescribed.rxcui.length > 0 ?'],
        gate,
      ),
      inServer(
        'contents-one-ingredient-more',
        `${messages}model/is-same-medicine.ts`,
        ['others.length !== own.size || ', ''],
        sameMedicine('it is another one', 'one ingredient less'),
      ),
      inServer(
        'contents-another-code-with-our-name',
        `${messages}model/is-same-medicine.ts`,
        ['if (others && (', 'if (others && others.length > 9 && ('],
        sameMedicine('it is another one', 'another code, with our name'),
      ),
      inServer(
        'contents-our-code-with-another-name',
        `${messages}model/is-same-medicine.ts`,
        [
          'if (named.size > 0) return !named.isDisjointFrom(own)',
          'if (named.size > 9) return !named.isDisjointFrom(own)',
        ],
        sameMedicine('it is another one', 'our code, with another name'),
      ),
      inServer(
        'contents-a-name-that-no-one-knows',
        `${messages}model/is-same-medicine.ts`,
        ['return coded !== null || code?.rxcui === prescribed.rxcui', 'return true'],
        sameMedicine('it is another one', 'a name that no one knows'),
      ),
      inServer(
        'contents-a-brand-is-another-medicine',
        'src/domains/prescriptions/kernel/model/named-ingredients.ts',
        ['if (brand !== undefined) add(brand, codes)', 'if (brand === undefined) continue'],
        sameMedicine('it is another one', 'our code, with another name'),
      ),
    ],
    'A message of a pharmacy is for the account of the organization, and is no test': [
      inServer(
        'contents-any-receiver',
        `${messages}model/match-fault.ts`,
        ['to.id.trim() === accountId ?', "to.id.trim() !== '' ?"],
        gate,
      ),
      inServer(
        'contents-another-receiver-by-hand',
        `${messages}operations/apply-held-pharmacy-message.ts`,
        ['receiverFault(message.header, accountId) ?? matchFault', 'matchFault'],
        held(applied, 'another-receiver'),
      ),
      inServer(
        'contents-a-test-counts',
        `${messages}workflows/match-message.ts`,
        ["header.isTest === true ? 'test-message'", "header.messageId === '' ? 'test-message'"],
        gate,
      ),
      inServer(
        'contents-a-test-by-hand',
        `${messages}model/held-message.ts`,
        ['  message.header.isTest !== true &&\n', ''],
        held(applied, 'test-message'),
      ),
    ],
    'The receipt of the pharmacy network is kept as it came': [
      inServer(
        'contents-a-receipt-without-its-bytes',
        `${messages}transmissions/transmit-script.ts`,
        ['return [insertReceipt(newId(), outcome.response.receipt, answered, now)]', 'return []'],
        serverTest('domains/prescriptions/messages/tests/inbound.test.ts', 'that answers ours is kept as it came'),
      ),
    ],
    'A charge and a diagnosis that may be a slip are warned of where the patient pays, too': [
      inServer(
        'contents-any-charge-for-the-patient',
        'src/domains/billing/claims/model/assemble-claim.ts',
        ['...usualChargeFindings(draft, usualCharges), ', ''],
        selfPay,
      ),
      inServer(
        'contents-a-diagnosis-twice-for-the-patient',
        'src/domains/billing/claims/model/assemble-claim.ts',
        [', ...diagnosisFindings(draft)]', ']'],
        selfPay,
      ),
      inServer(
        'contents-a-slip-blocks-the-patient',
        'src/domains/billing/claims/model/assemble-claim.ts',
        ["({ ...finding, severity: 'warning' })", '({ ...finding })'],
        selfPay,
      ),
    ],
    'A signed event of the payment processor that cannot be read is kept for a person': [
      inServer(
        'contents-an-event-without-an-id',
        'src/vendors/payments/stripe/read-webhook.ts',
        [
          "if (head === null) return { id: digestOf(request.rawBody), at: request.now, kind: 'report_unreadable' }",
          'if (head === null) return null',
        ],
        unread('without a type'),
      ),
      inServer(
        'contents-an-event-at-no-time',
        'src/vendors/payments/stripe/read-webhook.ts',
        [' && created < 1e11', ''],
        unread('with a time that no clock has'),
      ),
      inServer(
        'contents-a-new-id-for-each-repeat',
        'src/vendors/payments/stripe/read-webhook.ts',
        ["createHash('sha256').update(rawBody)", "createHash('sha256').update(rawBody.subarray(0, 0))"],
        unread('that is a list'),
      ),
    ],
    'Every alert of a medicine is in every language': [
      inServer(
        'contents-a-class-in-its-own-languages',
        'src/vendors/drug-checks/findings.ts',
        ["    { language: 'ar', text: `لدى المريض حساسية من دواء من هذه الفئة: ${nameIn(names, 'ar')}.` },\n", ''],
        languages('an allergy to a class'),
      ),
    ],
    'A family is one however its name is written': [
      inServer(
        'contents-a-family-by-its-plain-form',
        `${monitor}match-keys.ts`,
        [
          "foldedForms(part).filter((form) => form !== '')",
          "foldedForms(part).slice(0, 1).filter((form) => form !== '')",
        ],
        shared,
      ),
      inServer(
        'contents-a-family-by-one-form',
        `${monitor}flag-access.ts`,
        [
          'member.surnameKeys.some((key) => patient.surnameKeys.includes(key))',
          'member.surnameKeys.some((key) => patient.surnameKeys[0] === key)',
        ],
        {
          ...serverTest('domains/compliance/model/monitor/monitor-accesses.test.ts', 'opens a case'),
          row: 'someone with the same surname',
        },
      ),
    ],
  },
}

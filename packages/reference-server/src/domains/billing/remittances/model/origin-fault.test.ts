import { describe, expect, it } from 'vitest'
import { exampleClaim } from '../../../../vendors/clearinghouse/example-claim.testing.ts'
import { originFault, type PayingPayer, type PaymentOrigin } from './origin-fault.ts'

const { payer, billingProvider } = exampleClaim
const account = { submitterId: 'US', receiverId: 'THEM', usage: 'production' } as const
const own: PayingPayer = { id: 'own', name: payer.name, payerId: payer.id, paysAs: [] }
const other: PayingPayer = {
  ...{ id: 'other', name: 'Other Plan', payerId: 'OTHER1' },
  paysAs: [{ identifier: '1900000009', name: 'OTHER PLAN' }],
}
const right: PaymentOrigin = {
  usage: 'production',
  receiverId: 'US',
  payerName: payer.name,
  payerIdentifier: '1900000008',
  payerIds: [payer.id],
  payeeNpi: billingProvider.npi,
  payeeTaxId: billingProvider.taxId.number,
}
const faultOf = (origin: Partial<PaymentOrigin>, paysAs: PayingPayer['paysAs'] = []) =>
  originFault({ ...right, ...origin }, account, { payer, billingProvider, payerId: 'own' }, [{ ...own, paysAs }, other])

describe('a payment', () => {
  it('with a word for a sign, or plain letters, is from the same payer', () => {
    const billed = { payer: { ...payer, name: 'Łódź & Sons' }, billingProvider, payerId: 'own' }
    const payers = [{ ...own, name: 'Łódź & Sons' }, other]
    for (const payerName of ['LODZ AND SONS', 'Łódź & Sons', 'lodz & sons.'])
      expect(originFault({ ...right, payerName }, account, billed, payers)).toBeNull()
    expect(originFault({ ...right, payerName: 'LODZ AND DAUGHTERS' }, account, billed, payers)).toBe('payer-differs')
  })

  it('that a person confirmed under the folding of an earlier release stays confirmed', () => {
    const paysAs = [{ identifier: '1900000008', name: 'CHILDREN S PLAN' }]
    expect(faultOf({ payerName: "Children's Plan", payerIds: [] }, paysAs)).toBeNull()
  })

  it.each<readonly [string, Partial<PaymentOrigin>, PayingPayer['paysAs'], ReturnType<typeof faultOf>]>([
    ['that says nothing else', {}, [], null],
    ['in other letters', { payerName: `${payer.name.toLowerCase()}.` }, [], null],
    ['without an id of its payer', { payerIds: [] }, [], null],
    ['without an NPI', { payeeNpi: null }, [], null],
    ['with hyphens in the tax number', { payeeTaxId: billingProvider.taxId.number.replace(/^../, '$&-') }, [], null],
    ['without any payee', { payeeNpi: null, payeeTaxId: null }, [], 'payee-differs'],
    ['under a number that is not on file', {}, [{ identifier: '1', name: 'X' }], 'payer-differs'],
    ['under a number that is on file with another name', {}, [{ identifier: '1900000008', name: 'X' }], null],
    ['with the number of another payer', { payerIdentifier: '1900000009' }, [], 'payer-differs'],
    ['with the name of another payer', { payerName: 'OTHER PLAN', payerIds: [] }, [], 'payer-differs'],
    ['with the id of another payer', { payerIds: ['OTHER1'] }, [], 'payer-differs'],
    ['with an id that nobody knows', { payerIds: ['WHO1'] }, [], 'payer-differs'],
    ['of nobody that is known', { payerName: 'Who Plan', payerIds: ['WHO1'] }, [], 'payer-unknown'],
    [
      'of a confirmed name and number',
      { payerName: 'Who Plan', payerIds: ['WHO1'] },
      [{ identifier: '1900000008', name: 'WHO PLAN' }],
      null,
    ],
    [
      'of a confirmed name and number, with the id of another payer',
      { payerName: 'Who Plan', payerIds: ['OTHER1'] },
      [{ identifier: '1900000008', name: 'WHO PLAN' }],
      'payer-differs',
    ],
  ])('%s', (_, origin, paysAs, fault) => {
    expect(faultOf(origin, paysAs)).toBe(fault)
  })
})

import { expect, it } from 'vitest'
import type { LaboratoryOrder } from '../../../vendors/laboratory/provider.ts'
import { withoutCoverages } from './without-coverages.ts'

it('a child who asks that no payer learns of it is the guarantor, and not the parent', () => {
  const name = { given: 'Kit', family: 'Sample' }
  const parent = { name: { given: 'Robin', family: 'Sample' }, birthDate: '1975-02-03', relationship: 'parent' }
  const order = {
    patient: { number: '1', name, birthDate: '2011-05-04', sex: 'female' },
    coverages: [{ payerName: 'Lakeside Mutual Health', insured: parent }],
    guarantor: parent,
  } as unknown as LaboratoryOrder
  expect(withoutCoverages(order)).toMatchObject({
    coverages: [],
    guarantor: { name, birthDate: '2011-05-04', sex: 'female', relationship: 'self' },
  })
})

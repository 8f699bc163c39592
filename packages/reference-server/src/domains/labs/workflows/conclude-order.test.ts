import { expect, test } from 'vitest'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Transmission } from '../../../platform/partners/transmission.ts'
import type { LabOrder } from '../model/lab-order.ts'
import { concludeOrder } from './conclude-order.ts'

const order = {
  id: '0199a000-0000-7000-8000-000000000001',
  status: 'sending',
  version: 1,
  content: { tests: [{ code: 'CBC', state: 'ordered' }], refusal: null },
} as unknown as LabOrder
const transmission = { subjectId: order.id, known: order } as unknown as Transmission
/** Without a database: whatever reads fails. */
const context = { caller: { organizationId: 'none' }, access: {} } as unknown as ReadContext
const conclude = concludeOrder({ patient: () => Promise.reject(new Error('the patient was read')) })
const expired = { expired: true, lastFault: 'timeout' } as const

test('an order that was just placed is not read again to conclude it', async () => {
  await expect(conclude(context, transmission, expired, { isRepeated: false })).resolves.toMatchObject({
    writes: [{ rowId: order.id }],
    events: [{ type: 'labs.order-changed', data: { status: 'undelivered', version: 2 } }],
  })
})

test('an order that has changed since, or that another process placed, is read', async () => {
  await expect(conclude(context, transmission, expired, { isRepeated: true })).rejects.toThrow()
  const { known: _, ...unknown } = transmission
  await expect(conclude(context, unknown, expired, { isRepeated: false })).rejects.toThrow()
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { startBillingHospital, type BillingHospital } from '../../domains/billing/tests/billing-hospital.testing.ts'
import { aMinutePasses, runEveryJobOnce } from './a-minute.testing.ts'
import { heldPayments } from './held-payments.testing.ts'
import type { HeldPayment } from './posted-by-hand.testing.ts'

type Schemas = components['schemas']
type Reason = Schemas['HoldReason']

/**
 * Each payment that does not fit is held with its reason, and is at the desk within a minute: over the network, on a whole server, with its
 * own timers. All of them arrive at once, so none blocks another.
 */
describe('a payment in the mailbox that does not fit', () => {
  let hospital: BillingHospital
  const made = new Map<Reason, HeldPayment>()
  const atDesk = async (): Promise<Schemas['HeldLine'][]> => {
    const items: Schemas['HeldLine'][] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await hospital.biller.get(`/v1/held-lines?limit=100${cursor && `&cursor=${cursor}`}`)
      items.push(...body.items)
      cursor = body.nextCursor
    }
    return items
  }

  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
    for (const reason of vocabularies.HoldReason) made.set(reason, await heldPayments[reason](hospital))
    await runEveryJobOnce(hospital)
    const post = (file: string): unknown => hospital.clearinghouse.mailbox.post(file, hospital.clock.now())
    for (const { first = [] } of made.values()) first.forEach(post)
    await aMinutePasses(hospital)
    for (const { file } of made.values()) post(file)
    await aMinutePasses(hospital)
  })
  afterAll(() => hospital.stop())

  it.each(vocabularies.HoldReason)('%s: it is listed with its reason, and a person can settle it', async (reason) => {
    const { paymentNumber } = made.get(reason) ?? { paymentNumber: '' }
    const own = (await atDesk()).filter(({ traceNumber }) => traceNumber === paymentNumber)
    expect(own.map(({ holdReason }) => holdReason)).toEqual([reason])
    const [line] = own
    const { body: detail } = await hospital.biller.get(`/v1/held-lines/${line?.id}`)
    expect(detail).toMatchObject({ id: line?.id, holdReason: reason, posted: false })
    const resolved = await hospital.biller.post(`/v1/held-lines/${line?.id}/resolve`, { reason: 'not-ours' })
    expect(resolved.status, JSON.stringify(resolved.body)).toBe(200)
    expect((await atDesk()).map(({ id }) => id)).not.toContain(line?.id)
  })
})

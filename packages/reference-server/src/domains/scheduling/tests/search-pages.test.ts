import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'

type Result = components['schemas']['SlotSearchResult']

let hospital: SchedulingHospital
beforeAll(async () => {
  hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
})
afterAll(() => hospital.stop())

const month = { from: '2026-11-28T00:00:00Z', to: '2026-12-28T00:00:00Z' }

const search = async (query: Record<string, string>): Promise<{ body: Result; bytes: number }> => {
  const { client } = await hospital.addPatient()
  const { status, body } = await client.get(`/v1/slots?${new URLSearchParams({ ...month, ...query })}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return { body, bytes: JSON.stringify(body).length }
}

/** Start time and practitioner of everything that is offered. */
const offersOf = ({ items, practitioners }: Result): string[] =>
  items.flatMap(({ start, free }) =>
    practitioners.flatMap(({ id }, place) => (free[place] === '1' ? `${start} ${id}` : [])),
  )

describe('an answer of a search for times', () => {
  test('has a month of 50 practitioners in less than 100 KB, each practitioner and each time once', async () => {
    const visitTypeId = hospital.types.get('cardiology-follow-up')!.id
    for (let count = 0; count < 50; count++) await hospital.addPractitioner({}, { from: '09:00', to: '17:00' })
    const { body, bytes } = await search({ visitTypeId, limit: '1000' })
    expect(bytes).toBeLessThan(100_000)
    expect(body.nextFrom).toBeUndefined()
    expect(body.practitioners).toHaveLength(50)
    // A visit of 20 minutes starts 24 times in eight hours.
    expect(body.items).toHaveLength(30 * 24)
    expect(new Set(offersOf(body)).size).toBe(30 * 24 * 50)
  })

  test('is sent compressed: that month is a tenth of it', async () => {
    const visitTypeId = hospital.types.get('cardiology-follow-up')!.id
    const { client } = await hospital.addPatient()
    const response = await client.fetch(`/v1/slots?${new URLSearchParams({ ...month, visitTypeId, limit: '1000' })}`, {
      headers: { 'accept-encoding': 'gzip' },
    })
    const { length } = await response.text()
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(length).toBeGreaterThan(50_000)
    expect(Number(response.headers.get('content-length'))).toBeLessThan(10_000)
  })

  test('stays below 100 KB when many practitioners offer a time every five minutes, and the pages have all of them', async () => {
    const administrator = await hospital.as('administrator')
    const { id: _, active: __, version: ___, ...packed } = hospital.types.get('dermatology-visit')!
    const created = await administrator.post('/v1/visit-types', {
      ...packed,
      ...{ code: `short-${newId()}`, stepMinutes: 5, minutes: 5, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
    })
    expect(created.status, JSON.stringify(created.body)).toBe(201)
    for (let count = 0; count < 20; count++) await hospital.addPractitioner({ specialties: ['dermatology'] })
    const offers: string[] = []
    let pages = 0
    for (let from: string | undefined = month.from; from !== undefined; pages++) {
      const { body, bytes }: { body: Result; bytes: number } = await search({
        visitTypeId: created.body.id,
        from,
        limit: '1000',
      })
      expect(bytes).toBeLessThan(100_000)
      offers.push(...offersOf(body))
      from = body.nextFrom
    }
    expect(pages).toBe(Math.ceil((30 * 288) / 1000))
    expect(offers).toHaveLength(30 * 288 * 20)
    expect(new Set(offers).size).toBe(offers.length)
  })

  test('has 500 times by default, and refuses a limit beyond 1,000', async () => {
    const visitTypeId = hospital.types.get('cardiology-follow-up')!.id
    expect((await search({ visitTypeId })).body.items).toHaveLength(500)
    const { client } = await hospital.addPatient()
    const { body } = await client.get(`/v1/slots?${new URLSearchParams({ ...month, visitTypeId, limit: '1001' })}`)
    expect(body).toMatchObject({ code: 'invalid_request', errors: [{ pointer: 'query:limit' }] })
  })
})

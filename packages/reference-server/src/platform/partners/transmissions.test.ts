import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newId } from '../database/ids/new-id.ts'
import { later, letterOf, morning, prepareTransmissions, schema } from './tests/transmission-fixture.testing.ts'
import { postTo } from './tests/stub-partner.testing.ts'
import { PartnerUnavailable } from './partner-unavailable.ts'
import { withdrawUnsent } from './transmission-write.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

describe.each(platformEngines)('transmissions on %s', (engine) => {
  const fixture = prepareTransmissions(engine)
  const { handlerOf, senderOf, keep, enqueue, db, stateOf, outcomes, disclosures } = fixture

  test('a stored transmission reaches the partner once, its response is stored and the disclosure is audited', async () => {
    const { job } = senderOf([handlerOf('letter')])
    const patientId = newId()
    const id = await enqueue({ patientId, subjectId: 'letter-1' })
    await job.run(morning)
    await job.run(later(3_600))
    expect(fixture.partner.arrivals).toEqual([{ id, path: '/letter', text: '{"text":"Ana Fictional"}' }])
    expect(await outcomes()).toEqual(['accepted'])
    expect(await stateOf(id)).toMatchObject({ state: 'answered', attempts: 1, lastFault: null })
    expect(await disclosures()).toEqual([
      {
        action: 'export',
        outcome: 'done',
        operation: 'errands.transmit-letter',
        entity: 'Transmission',
        entityId: 'letter-1',
        patientId,
        because: 'follow-up',
        purpose: 'TREAT',
      },
    ])
    const { rows } = await sql`select from errands.transmissions where sealed = ''::bytea`.execute(db())
    expect(rows, 'the payload is gone once it arrived').toHaveLength(1)
  })

  test('what ended a month ago is deleted, except a dead letter and what came after it', async () => {
    const { job } = senderOf([handlerOf('letter')])
    const [sent, dead, follower] = [
      await enqueue(),
      await enqueue({ subjectId: 'dead' }),
      await enqueue({ subjectId: 'dead' }),
    ]
    await job.run(morning)
    await fixture.transact(async ({ tx }) => {
      await sql`update errands.transmissions set state = 'parked' where id = ${dead}`.execute(tx)
      await sql`update errands.transmissions set state = 'answered', ended_at = ${morning} where id = ${follower}`.execute(
        tx,
      )
    }, morning)
    const waiting = await enqueue({ notBefore: later(3_600) })
    const deletion = fixture.deletion()
    const aMonthAfter = ((await stateOf(sent))?.endedAt?.getTime() ?? 0) + 30 * 86_400_000
    await deletion.run(new Date(aMonthAfter))
    expect(await stateOf(sent)).toMatchObject({ state: 'answered' })
    await deletion.run(new Date(aMonthAfter + 1_000))
    expect(await stateOf(sent)).toBeNull()
    const kept = await Promise.all([dead, follower, waiting].map(stateOf))
    expect(kept.map((each) => each?.state)).toEqual(['parked', 'answered', 'waiting'])
  })

  test('nothing is sent before its time, nor when its change is not stored', async () => {
    const { job } = senderOf([handlerOf('letter')])
    await enqueue({ notBefore: later(60) })
    const refused = keep({
      writes: [withdrawUnsent(schema, newId(), morning)],
      transmissions: [letterOf()],
      answer: undefined,
      otherwise: () => {
        throw new Error('nothing to withdraw')
      },
    })
    await expect(refused).rejects.toThrow('nothing to withdraw')
    await job.run(later(59))
    expect(fixture.partner.arrivals).toHaveLength(0)
    await job.run(later(60))
    expect(fixture.partner.arrivals).toHaveLength(1)
  })

  test('a partner that is down gets retries under the same id until it is back', async () => {
    fixture.partner.respondWith('/letter', (_arrival, response) =>
      response.writeHead(503).end('Ana Fictional is unknown'),
    )
    const { job } = senderOf([handlerOf('letter')])
    const id = await enqueue()
    await job.run(morning)
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', attempts: 1, lastFault: 'http-503' })
    await job.run(morning)
    expect(fixture.partner.arrivals, 'not at once').toHaveLength(1)
    await job.run(later(2))
    await job.run(later(6))
    fixture.partner.respondWith('/letter', (_arrival, response) => response.end('accepted'))
    await job.run(later(14))
    expect(fixture.partner.arrivals.map((arrival) => arrival.id)).toEqual([id, id, id, id])
    expect(await outcomes()).toEqual(['accepted'])
  })

  test('a partner that cannot be reached gets retries, and the fault is a code', async () => {
    const { job } = senderOf([handlerOf('letter', { send: postTo('http://127.0.0.1:1/letter') })])
    const id = await enqueue()
    await job.run(morning)
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', lastFault: 'TypeError' })
  })

  test('a partner that never responds times out and gets a retry', async () => {
    fixture.partner.respondWith('/letter', () => undefined)
    const { job } = senderOf([handlerOf('letter')], 50)
    const id = await enqueue()
    await job.run(morning)
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', attempts: 1, lastFault: 'timeout' })
    fixture.partner.respondWith('/letter', (_arrival, response) => response.end('accepted'))
    await job.run(later(2))
    expect(fixture.partner.arrivals.map((arrival) => arrival.id)).toEqual([id, id])
    expect(await outcomes()).toEqual(['accepted'])
  })

  test('a handler that ignores its signal does not keep its slot', async () => {
    const { job } = senderOf([handlerOf('letter', { send: () => new Promise<string>(() => undefined) })], 20)
    const id = await enqueue()
    await job.run(morning)
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', lastFault: 'timeout' })
  })

  test('a partner’s Retry-After is respected', async () => {
    const send = (): Promise<string> => Promise.reject(new PartnerUnavailable('http-429', { retryAfterMs: 120_000 }))
    const { job } = senderOf([handlerOf('letter', { send })])
    const id = await enqueue()
    await job.run(morning)
    expect((await stateOf(id))?.dueAt).toEqual(later(120))
  })

  test('a transmission that cannot be delivered in time is given up, concluded in the domain and audited as failed', async () => {
    fixture.partner.respondWith('/letter', (_arrival, response) => response.writeHead(500).end())
    const { job } = senderOf([handlerOf('letter')])
    const id = await enqueue({ expiresAt: later(5) })
    await job.run(morning)
    await job.run(later(2))
    await job.run(later(5))
    expect(await outcomes()).toEqual(['gave up: http-500'])
    expect(fixture.partner.arrivals, 'not sent at the moment of giving up').toHaveLength(2)
    expect(await stateOf(id)).toMatchObject({ state: 'expired', lastFault: 'http-500' })
    expect(await disclosures()).toMatchObject([{ action: 'export', outcome: 'failed' }])
  })

  test('expires after 72 hours by default', async () => {
    const { job } = senderOf([handlerOf('letter')])
    const id = await enqueue()
    expect((await stateOf(id))?.expiresAt).toEqual(later(72 * 3_600))
    await job.run(later(72 * 3_600))
    expect(fixture.partner.arrivals).toHaveLength(0)
    expect(await outcomes()).toEqual(['gave up: never-sent'])
  })

  test('a transmission that was never sent can be withdrawn; one that may have arrived cannot', async () => {
    fixture.partner.respondWith('/letter', (_arrival, response) => response.writeHead(503).end())
    const { job } = senderOf([handlerOf('letter')])
    const tried = await enqueue()
    await job.run(morning)
    const untried = await enqueue()
    const withdraw = (id: string): Promise<boolean> =>
      keep({
        writes: [withdrawUnsent(schema, id, morning)],
        answer: true,
        otherwise: () => ({ answer: false }),
      })
    expect([await withdraw(tried), await withdraw(untried)]).toEqual([false, true])
    await job.run(later(1))
    expect(fixture.partner.arrivals.map((arrival) => arrival.id)).not.toContain(untried)
  })
})

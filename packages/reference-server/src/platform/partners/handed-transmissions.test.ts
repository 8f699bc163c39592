import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { later, morning, prepareTransmissions } from './tests/transmission-fixture.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

describe.each(platformEngines)('a transmission that its own process sends on %s', (engine) => {
  const fixture = prepareTransmissions(engine)
  const { handlerOf, senderOf, enqueue, db, stateOf, outcomes, disclosures } = fixture
  /** A sender that the job runner of this process polls. */
  const polledSender = (...given: Parameters<typeof senderOf>) => {
    const { job } = senderOf(...given)
    job.isIdle?.(morning)
    return job
  }
  const arrivals = () => fixture.partner.arrivals.map(({ id }) => id)

  test('is stored as claimed, is sent without another claim, and is audited like others', async () => {
    const job = polledSender([handlerOf('letter')])
    const id = await enqueue({ isFirst: true, subjectId: 'letter-1' })
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', attempts: 1, dueAt: later(60) })
    expect(job.isIdle?.(morning), 'the runner starts it').toBe(false)
    // Another process finds nothing to send.
    await senderOf([handlerOf('letter')]).job.run(morning)
    expect(arrivals()).toEqual([])
    await job.run(morning)
    expect(arrivals()).toEqual([id])
    expect(fixture.partner.arrivals[0]?.text).toBe('{"text":"Ana Fictional"}')
    expect(await stateOf(id)).toMatchObject({ state: 'answered', attempts: 1 })
    expect(await outcomes()).toEqual(['accepted'])
    expect(await disclosures()).toMatchObject([{ action: 'export', outcome: 'done', entityId: 'letter-1' }])
  })

  test('gives `send` what was known, once: another attempt reads', async () => {
    const known: unknown[] = []
    const { send, ...letter } = handlerOf('letter')
    const job = polledSender([
      {
        ...letter,
        send: (transmission, signal) => {
          known.push(transmission.known)
          return send(transmission, signal)
        },
      },
    ])
    fixture.partner.respondWith('/letter', (_arrival, response) => response.writeHead(503).end())
    const id = await enqueue({ isFirst: true, known: 'what it is about' })
    await job.run(morning)
    fixture.partner.respondWith('/letter', (_arrival, response) => response.end('accepted'))
    await job.run(later(10))
    expect(known).toEqual(['what it is about', undefined])
    expect(arrivals()).toEqual([id, id])
    expect(await stateOf(id)).toMatchObject({ state: 'answered', attempts: 2 })
  })

  test('is sent by another process when this one was killed before', async () => {
    polledSender([handlerOf('letter')])
    const id = await enqueue({ isFirst: true })
    const next = senderOf([handlerOf('letter')])
    await next.job.run(later(59))
    expect(arrivals(), 'its claim still runs').toEqual([])
    await next.job.run(later(61))
    expect(arrivals()).toEqual([id])
    expect(await stateOf(id)).toMatchObject({ state: 'answered', attempts: 2 })
  })

  test('is not sent by a process that comes to it too late, but when its claim has expired', async () => {
    const job = polledSender([handlerOf('letter')])
    const id = await enqueue({ isFirst: true })
    await job.run(later(31))
    expect(arrivals(), 'it might be sent twice').toEqual([])
    await job.run(later(61))
    expect(arrivals()).toEqual([id])
  })

  test('is claimed later if nothing in this process sends, if it is not due, or if an earlier one may wait', async () => {
    senderOf([handlerOf('letter')])
    const unpolled = await enqueue({ isFirst: true })
    polledSender([handlerOf('letter')])
    const dueLater = await enqueue({ isFirst: true, notBefore: later(5) })
    const following = await enqueue()
    for (const id of [unpolled, dueLater, following]) expect(await stateOf(id)).toMatchObject({ attempts: 0 })
  })

  test('is released when the server stops before it is sent', async () => {
    const job = polledSender([handlerOf('letter')])
    const id = await enqueue({ isFirst: true })
    job.stop?.()
    await job.run(morning)
    expect(await stateOf(id)).toMatchObject({ state: 'waiting', dueAt: morning })
    expect(await enqueue({ isFirst: true }).then(stateOf), 'nothing more is claimed').toMatchObject({ attempts: 0 })
  })

  test('one organization uses at most half of a partner’s capacity', async () => {
    const job = polledSender([handlerOf('letter', { concurrency: 6 })])
    for (let count = 0; count < 12; count += 1) await enqueue({ isFirst: true })
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from errands.transmissions where attempt = 1 and state = 'waiting'`.execute(db())
    expect(rows[0]?.n, 'no more are claimed than can be sent soon').toBe(6)
    await job.run(morning)
    expect(arrivals()).toHaveLength(12)
    expect(fixture.partner.mostAtOnce.get('/letter')).toBeLessThanOrEqual(3)
  })
})

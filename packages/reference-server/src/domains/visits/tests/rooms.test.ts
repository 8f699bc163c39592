import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { startDailyHospital, type DailyHospital } from './daily.testing.ts'

const minutes = (count: number): number => count * 60_000

describe.each(['hipaa', 'plain'] as const)('the room of a visit, with Daily in %s mode', (mode) => {
  let kit: DailyHospital
  let daily: DailyHospital['daily']
  beforeAll(async () => {
    kit = await startDailyHospital(mode)
    ;({ daily } = kit)
  })
  afterAll(() => kit.stop())

  const clock = () => kit.hospital.clock
  const sweep = (after = minutes(10)) =>
    kit.hospital.runJob('visits.sweep-rooms', new Date(clock().now().getTime() + after))
  const attemptsOf = ({ id }: { id: string }) =>
    kit.hospital.keep('visits', async ({ tx }) => {
      const { rows } = await sql<{ state: string; swept: boolean }>`
        select state, swept_at is not null as swept from visits.room_attempts where visit_id = ${id} order by requested_at, id`.execute(
        tx,
      )
      return rows
    })
  /** Rooms at Daily that belong neither to the visit nor to earlier ones. */
  const roomsMade = async <T>(work: () => Promise<T>): Promise<{ made: string[]; result: T }> => {
    const before = new Set(daily.rooms.keys())
    const result = await work()
    return { made: [...daily.rooms.keys()].filter((name) => !before.has(name)), result }
  }

  it('is one room for two people who join at the same moment, before it exists', async () => {
    daily.failNext(10, 500)
    const { visit, path, patient, doctor } = await kit.admitted()
    await kit.hospital.settle()
    expect(await kit.roomOf(visit)).toBeNull()
    daily.clearFaults()
    const { made, result } = await roomsMade(() =>
      Promise.all([patient.post(`${path}/seats`), doctor.post(`${path}/seats`)]),
    )
    expect(result.map(({ status }) => status)).toEqual([201, 201])
    expect(new Set(result.map(({ body }) => body.roomUrl)).size).toBe(1)
    expect(made).toEqual([await kit.roomOf(visit)])
  })

  it('is the first that the vendor returns when two processes create it at once; the other is deleted', async () => {
    const other = await kit.secondProcess()
    daily.failNext(10, 500)
    const { visit, path, doctor } = await kit.admitted()
    await kit.hospital.settle()
    daily.clearFaults()
    // Both have called the vendor before either gets a response.
    let asked = 0
    let answer = (): void => undefined
    const both = new Promise<void>((resolve) => (answer = resolve))
    daily.holdAnswerOfRooms(async () => {
      asked += 1
      if (asked === 2 || mode === 'plain') answer()
      await both
    })
    const { made, result } = await roomsMade(() =>
      Promise.all([doctor.post(`${path}/seats`), other.openRoom(visit.id)]),
    )
    daily.holdAnswerOfRooms(async () => undefined)
    const room = await kit.roomOf(visit)
    expect(result[0].body.roomUrl).toBe(`${daily.url}/${room}`)
    expect(result[1].vendorRoomId).toBe(room)
    expect(made).toEqual([room])
  })

  it('is created again after a lost response, and the orphaned room is deleted', async () => {
    daily.failNext(1, 'answer-lost')
    const { made, result } = await roomsMade(async () => {
      const admitted = await kit.admitted()
      await kit.hospital.settle()
      return admitted
    })
    const room = String(await kit.roomOf(result.visit))
    expect(made).toHaveLength(mode === 'plain' ? 1 : 2)
    expect(made).toContain(room)
    await sweep()
    expect([...daily.rooms.keys()].filter((name) => made.includes(name))).toEqual([room])
    expect(await attemptsOf(result.visit)).toEqual([{ state: 'open', swept: true }])
    const orphans = kit.findings().filter(({ code }) => code === 'orphan_rooms_closed')
    expect(orphans).toEqual(mode === 'plain' ? [] : [{ code: 'orphan_rooms_closed', vendor: 'daily', count: 1 }])
  })

  it('is given up when its creation was interrupted, then deleted, and never used by the visit', async () => {
    // The room is created and every response is lost, also those of the retries, as if the process had died.
    daily.failNext(4, 'answer-lost')
    const { made, result } = await roomsMade(async () => {
      const admitted = await kit.admitted()
      await kit.hospital.settle()
      return admitted
    })
    daily.clearFaults()
    expect(made.length).toBeGreaterThan(0)
    expect(await kit.roomOf(result.visit)).toBeNull()
    await sweep(minutes(1))
    expect(await attemptsOf(result.visit), 'it may still be under way').toEqual([{ state: 'opening', swept: false }])
    await sweep()
    expect([...daily.rooms.keys()].filter((name) => made.includes(name))).toEqual([])
    expect(await attemptsOf(result.visit)).toEqual([{ state: 'abandoned', swept: true }])

    const seat = await result.doctor.post(`${result.path}/seats`)
    expect(seat.status, JSON.stringify(seat.body)).toBe(201)
    expect(daily.rooms.has(String(await kit.roomOf(result.visit)))).toBe(true)
  })

  it('is distinguished from rooms of others on the same account, which stay', async () => {
    const theirs = await fetch(`${daily.apiBase}/rooms`, {
      method: 'POST',
      headers: { authorization: `Bearer ${daily.apiKey}` },
      body: JSON.stringify({ privacy: 'private', properties: { exp: Math.floor(Date.now() / 1000) + 3600 } }),
    })
    const { name } = (await theirs.json()) as { name: string }
    await kit.admitted()
    await kit.hospital.settle()
    await sweep()
    expect(daily.rooms.has(name)).toBe(true)
  })

  it('is swept later while Daily does not respond, and operators are warned', async () => {
    const { visit } = await kit.admitted()
    await kit.hospital.settle()
    daily.failNext(4, 500)
    await sweep()
    daily.clearFaults()
    expect(await attemptsOf(visit)).toMatchObject([{ swept: false }])
    expect(kit.findings().at(-1)).toEqual({
      code: 'sweep_failed',
      vendor: 'daily',
      count: 1,
      reason: 'vendor_unavailable',
    })
    await sweep()
    expect(await attemptsOf(visit)).toMatchObject([{ state: 'open', swept: true }])
    const lists = () => daily.received.filter(({ method, path }) => method === 'GET' && path === '/v1/rooms').length
    const before = lists()
    await sweep()
    expect(lists(), 'nothing is asked when there is nothing to sweep').toBe(before)
  })

  it('is extended in its last hour, and replaced when the vendor no longer has it', async () => {
    const { visit, path, doctor } = await kit.admitted()
    await kit.hospital.settle()
    const room = String(await kit.roomOf(visit))
    const endOf = (name: string) => daily.rooms.get(name)?.config.exp ?? 0
    const first = endOf(room)
    clock().advance({ minutes: 200 })
    const again = await kit.signInAgain(doctor)
    expect((await again.post(`${path}/seats`)).body.roomUrl).toBe(`${daily.url}/${room}`)
    expect(endOf(room)).toBeGreaterThan(first + 3 * 3600)

    ;(daily.rooms as Map<string, unknown>).delete(room)
    clock().advance({ minutes: 200 })
    const once = await kit.signInAgain(doctor)
    const seat = await once.post(`${path}/seats`)
    expect(seat.status, JSON.stringify(seat.body)).toBe(201)
    const next = String(await kit.roomOf(visit))
    expect(next).not.toBe(room)
    expect(seat.body.roomUrl).toBe(`${daily.url}/${next}`)
  })

  it('is deleted when the visit ended during its creation', async () => {
    daily.failNext(10, 500)
    const { visit, path, doctor, patient } = await kit.admitted()
    await kit.hospital.settle()
    daily.clearFaults()
    let answer = (): void => undefined
    const ended = new Promise<void>((resolve) => (answer = resolve))
    const made: string[] = []
    daily.holdAnswerOfRooms(async ({ name }) => {
      made.push(name)
      await ended
    })
    const seat = patient.post(`${path}/seats`)
    await expect.poll(() => made.length).toBe(1)
    expect((await doctor.post(`${path}/end`, { outcome: 'completed' })).status).toBe(200)
    answer()
    expect((await seat).status).toBe(503)
    daily.holdAnswerOfRooms(async () => undefined)
    expect(daily.rooms.has(String(made[0]))).toBe(false)
    expect(await kit.roomOf(visit)).toBeNull()
  })
})

describe('where the agreement does not cover it', () => {
  it('a room is not ended, and everyone in it is ejected instead', async () => {
    const kit = await startDailyHospital('hipaa', ['end'])
    try {
      const { visit, path, patient, doctor } = await kit.admitted()
      const seats = [(await patient.post(`${path}/seats`)).body.id, (await doctor.post(`${path}/seats`)).body.id]
      const room = String(await kit.roomOf(visit))
      const before = kit.daily.received.length
      await doctor.post(`${path}/end`, { outcome: 'completed' })
      await kit.hospital.settle()
      const sent = kit.daily.received.slice(before)
      expect(sent.map(({ path: asked }) => asked)).toEqual(seats.map(() => `/v1/rooms/${room}/eject`))
      expect(sent.map(({ body }) => (body as { user_ids: string[] }).user_ids[0])).toEqual(seats)
    } finally {
      await kit.stop()
    }
  })

  it('a room that would be deleted while empty is created at joining only; and screen sharing is off', async () => {
    const kit = await startDailyHospital('hipaa', ['keepsUnusedRooms', 'screenShare'])
    try {
      const { visit, path, doctor } = await kit.admitted()
      await kit.hospital.settle()
      expect(await kit.roomOf(visit)).toBeNull()
      const seat = await doctor.post(`${path}/seats`)
      expect(seat.status, JSON.stringify(seat.body)).toBe(201)
      const claims = JSON.parse(Buffer.from(String(seat.body.token).split('.')[1] ?? '', 'base64url').toString())
      expect(claims).toMatchObject({ r: await kit.roomOf(visit), ss: false })
    } finally {
      await kit.stop()
    }
  })

  it('no seat is given to a patient, and nothing is sent', async () => {
    const kit = await startDailyHospital('hipaa', ['phi'])
    try {
      const { path, doctor } = await kit.admitted()
      const refused = await doctor.post(`${path}/seats`)
      expect([refused.status, refused.body.code]).toEqual([403, 'capability_not_covered'])
      expect(kit.daily.received).toEqual([])
    } finally {
      await kit.stop()
    }
  })
})

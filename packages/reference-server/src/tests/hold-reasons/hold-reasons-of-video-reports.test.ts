import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { startDailyHospital, type AdmittedVisit, type DailyHospital } from '../../domains/visits/tests/daily.testing.ts'
import { createOrganization } from '../../domains/directory/index.ts'
import type { AnyKysely } from '../../platform/contracts/database.ts'
import { newId } from '../../platform/database/ids/new-id.ts'
import { lakeside } from '../../test-kit/create-clinic.ts'
import { aMinutePasses, runEveryJobOnce } from './a-minute.testing.ts'

type Schemas = components['schemas']
type Reason = Extract<Schemas['PartnerHoldReason'], 'unknown-room' | 'contradictory' | 'unknown-code' | 'unreadable'>

/** Each report of the video vendor that does not fit is at the inbox within a minute, over HTTP, and moves no one in or out of a room. */
describe('a report of the video vendor that does not fit', () => {
  let kit: DailyHospital
  let place: AdmittedVisit & { readonly room: string; readonly seatId: string }
  beforeAll(async () => {
    kit = await startDailyHospital('plain')
    await runEveryJobOnce(kit.hospital)
    const admitted = await kit.admitted()
    const { body } = await admitted.patient.post(`${admitted.path}/seats`)
    place = { ...admitted, seatId: body.id, room: String(await kit.roomOf(admitted.visit)) }
  })
  afterAll(() => kit.stop())

  const nurse = () => kit.hospital.as('nurse')
  const listed = async (): Promise<Schemas['HeldPartnerMessage'][]> =>
    (await (await nurse()).get('/v1/held-partner-messages')).body.items
  const now = () => Math.floor(kit.hospital.clock.now().getTime() / 1_000)
  let number = 0
  const report = async (type: string, payload: object): Promise<void> => {
    number += 1
    const id = `report-${number}`
    expect((await kit.report(type, payload, id)).status).toBe(200)
    // The vendor is not sure that it arrived, and sends it again a second later.
    kit.hospital.clock.advance({ seconds: 1 })
    expect((await kit.report(type, payload, id)).status).toBe(200)
  }
  const joined = (room: string, seat: string) =>
    report('participant.joined', { room, user_id: seat, session_id: randomUUID(), joined_at: now() })

  const brought: Readonly<Record<Reason, () => Promise<string>>> = {
    'unknown-room': async () => {
      await joined('a-room-of-no-one', randomUUID())
      await report('meeting.ended', { room: 'a-room-of-no-one', end_ts: now() })
      return 'a-room-of-no-one'
    },
    contradictory: async () => {
      await joined('another-room', place.seatId)
      return 'another-room'
    },
    'unknown-code': async () => {
      await report('recording.started', { room: place.room })
      return 'recording.started'
    },
    unreadable: async () => {
      await report('participant.joined', { room: place.room, user_id: place.seatId, joined_at: 'noon' })
      return 'noon'
    },
  }

  it.each(Object.keys(brought) as Reason[])(
    '%s: it is listed once with what it says, and a person settles it',
    async (reason) => {
      const before = await listed()
      const said = await brought[reason]()
      await aMinutePasses(kit.hospital)
      const [held, ...more] = (await listed()).filter(({ id }) => !before.some((each) => each.id === id))
      expect([held?.reason, held?.kind, more]).toEqual([reason, 'video-report', []])
      const path = `/v1/held-partner-messages/${held?.id}`
      const { body } = await (await nurse()).get(path)
      expect(body.original).toContain(said)
      const done = await (await nurse()).post(`${path}/resolve`, { reason: 'checked-at-vendor' })
      expect(done.status, JSON.stringify(done.body)).toBe(200)
      expect((await listed()).some(({ id }) => id === held?.id)).toBe(false)
      const doctor = await kit.signInAgain(place.doctor)
      expect((await doctor.get(place.path)).body.participants.at(-1).presence).toBe('in-room')
    },
  )

  it('a person without a seat in a room of ours is one too, and what is right next to it counts', async () => {
    const before = (await listed()).length
    await report('participant.joined', { room: place.room, session_id: randomUUID(), joined_at: now() })
    await report('participant.left', { room: place.room, user_id: place.seatId, joined_at: now(), duration: 1 })
    await aMinutePasses(kit.hospital)
    expect((await listed()).length).toBe(before + 1)
    const doctor = await kit.signInAgain(place.doctor)
    expect((await doctor.get(place.path)).body.participants.at(-1).presence).toBe('left')
  })

  it('a room of another organization here is at no desk: that one has the report too', async () => {
    const { hospital } = kit
    const otherId = newId()
    await hospital.keep(
      'directory',
      (context) => createOrganization(context, { ...lakeside, videoVendor: 'daily' }),
      otherId,
    )
    const heldThere = async (): Promise<number> => {
      await aMinutePasses(hospital)
      const count = ({ tx }: { tx: AnyKysely }) =>
        sql<{ count: number }>`select count(*)::integer as count from messaging.partner_messages`.execute(tx)
      return (await hospital.keep('messaging', count, otherId)).rows[0]?.count ?? 0
    }
    const there = (room: string, id: string) =>
      kit.report('meeting.started', { room, start_ts: now() }, id, undefined, otherId)
    expect((await there(place.room, 'elsewhere-1')).status).toBe(200)
    expect(await heldThere()).toBe(0)
    expect((await there('a-room-of-no-one', 'elsewhere-2')).status).toBe(200)
    expect(await heldThere()).toBe(1)
  })

  it('what is about rooms and seats of ours is at no desk', async () => {
    const before = await listed()
    await report('meeting.started', { room: place.room, start_ts: now() })
    await joined(place.room, place.seatId)
    await aMinutePasses(kit.hospital)
    expect(await listed()).toEqual(before)
  })
})

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccess } from '../../../platform/audit/create-access.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { lakeside } from '../../../test-kit/create-clinic.ts'
import { createOrganization } from '../../directory/index.ts'
import { startDailyHospital, type AdmittedVisit, type DailyHospital } from './daily.testing.ts'

interface Row {
  readonly id: string
  readonly reader: string
  readonly effect: string
  readonly visit_id: string | null
  readonly patient_id: string | null
  readonly sealed: Uint8Array
  /** By the clock of the database. */
  readonly created_at: Date
}

describe('a report of a video vendor that was followed', () => {
  let kit: DailyHospital
  let place: AdmittedVisit & { readonly room: string; readonly seatId: string; readonly patientId: string }
  beforeAll(async () => {
    kit = await startDailyHospital('plain')
    const admitted = await kit.admitted()
    await admitted.doctor.post(`${admitted.path}/seats`)
    const { body } = await admitted.patient.post(`${admitted.path}/seats`)
    const { patientId } = (await admitted.doctor.get(admitted.path)).body
    place = { ...admitted, patientId, seatId: body.id, room: String(await kit.roomOf(admitted.visit)) }
  })
  afterAll(() => kit.stop())

  const stored = (organizationId?: string): Promise<readonly Row[]> =>
    kit.hospital.keep(
      'visits',
      async ({ tx }) => (await sql<Row>`select * from visits.received_reports order by id`.execute(tx)).rows,
      organizationId,
    )
  const bytesOf = async ({ id, patient_id: patientId, sealed }: Row): Promise<string> => {
    const { platform, organizationId } = kit.hospital
    const opened = await platform.vault.open<{ readonly text: string }>(
      platform.database.reader({ domain: 'visits', organizationId }),
      createAccess(place.doctor.caller, 'organization'),
      { organizationId, table: 'visits.received_reports', rowId: id, patientId },
      sealed,
    )
    return opened.text
  }
  const now = () => Math.floor(kit.hospital.clock.now().getTime() / 1_000)
  const report = async (type: string, payload: object, id: string = randomUUID(), organizationId?: string) =>
    expect((await kit.report(type, payload, id, undefined, organizationId)).status).toBe(200)

  it('is stored once, as it came, with its visit, the version of the reader and what was made of it', async () => {
    const { room, seatId, patientId, visit } = place
    const joinedAt = now()
    kit.hospital.clock.advance({ seconds: 30 })
    const left = { room, user_id: seatId, joined_at: joinedAt, duration: 20 }
    await report('participant.left', left, 'kept-left')
    kit.hospital.clock.advance({ seconds: 1 })
    await report('participant.left', left, 'kept-left')
    await report('participant.left', left, 'kept-left-again')
    await report('participant.joined', { room, user_id: seatId, joined_at: now() }, 'kept-joined')
    await report('meeting.started', { room, start_ts: now() }, 'kept-room')
    const rows = await stored()
    const ofVisit = { visit_id: visit.id, patient_id: patientId }
    expect(rows).toMatchObject([
      { effect: 'left', ...ofVisit },
      { effect: 'none', ...ofVisit },
      { effect: 'taken', ...ofVisit },
      { effect: 'none', visit_id: null, patient_id: null },
    ])
    for (const { reader, sealed } of rows) {
      expect(reader).toMatch(/^daily-/)
      expect(Buffer.from(sealed).toString('latin1')).not.toContain(room)
    }
    const [first] = rows
    expect(JSON.parse(first ? await bytesOf(first) : '')).toEqual({
      ...{ version: '1.0.0', type: 'participant.left', id: 'kept-left', payload: left },
    })
  })

  it('is not stored here if it is about a room of another organization, nor if it waits for a person', async () => {
    const before = (await stored()).length
    await report('participant.joined', { room: 'a-room-of-no-one', user_id: randomUUID(), joined_at: now() })
    await report('recording.started', { room: place.room })
    expect(await stored()).toHaveLength(before)
    const otherId = newId()
    await kit.hospital.keep(
      'directory',
      (context) => createOrganization(context, { ...lakeside, videoVendor: 'daily' }),
      otherId,
    )
    await report('meeting.started', { room: place.room, start_ts: now() }, randomUUID(), otherId)
    expect(await stored(otherId)).toEqual([])
  })

  it('is kept with the record of its patient; one about no seat is deleted after ninety days', async () => {
    const before = await stored()
    const later = new Date((before[0]?.created_at.getTime() ?? 0) + 91 * 86_400_000)
    expect(before.some(({ patient_id: patientId }) => patientId === null)).toBe(true)
    await kit.hospital.runJob('visits.delete-old-rows', later)
    expect(await stored()).toEqual(before.filter(({ patient_id: patientId }) => patientId !== null))
  })
})

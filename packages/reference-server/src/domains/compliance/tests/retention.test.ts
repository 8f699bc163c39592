import { createPublicKey, verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { publicKeyName } from '../../../platform/audit/signing-key.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, hospitalOpensAt, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { addMember } from '../../directory/index.ts'
import { samplePatient } from '../../directory/tests/lakeside.testing.ts'

type Schemas = components['schemas']

describe.each(domainEngines)('how long records are kept, on %s', (engine) => {
  let hospital: TestHospital
  let officerId: string
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    const member = await hospital.keep('directory', (context) =>
      addMember(context, { displayName: 'Robin Officersample', roles: ['privacy-officer'] }),
    )
    officerId = member.id
  })
  afterAll(() => hospital.stop())
  beforeEach(async () => {
    hospital.clock.set(hospitalOpensAt)
    await hospital.keep('compliance', ({ tx }) =>
      sql`update compliance.retention_schedules set medical = 10, financial = 10`.execute(tx),
    )
  })

  /** In a session of now. */
  const officer = (): Promise<SignedInClient> => hospital.as('privacy-officer', { personId: officerId })
  const registered = async (given: Partial<Schemas['CreatePatient']> = {}): Promise<string> => {
    const desk = await hospital.as('front-desk')
    return (await answered(desk.post('/v1/patients', samplePatient(given)), 201)).id
  }
  /** What the desk shows on a day, after the job of that day. */
  const dueOn = async (day: string): Promise<Schemas['DueRecord'][]> => {
    hospital.clock.set(`${day}T15:00:00Z`)
    await hospital.runJob('compliance.find-due-records')
    const items: Schemas['DueRecord'][] = []
    let cursor: string | null = null
    do {
      const page = await answered(
        (await officer()).get(`/v1/due-records?limit=100${cursor ? `&cursor=${cursor}` : ''}`),
        200,
      )
      items.push(...page.items)
      cursor = page.nextCursor
    } while (cursor !== null)
    return items
  }
  const isDueOn = async (patientId: string, day: string): Promise<boolean> =>
    (await dueOn(day)).some((each) => each.patientId === patientId)
  const approve = async (patientId: string, basis: Schemas['ErasureBasis'] = 'retention-ended') =>
    (await officer()).post('/v1/record-erasures', { patientId, basis })
  const hold = async (patientId: string): Promise<Schemas['LegalHold']> =>
    answered(
      (await officer()).post('/v1/legal-holds', { patientId, reason: 'litigation', text: 'A letter of a lawyer.' }),
      201,
    )
  const release = async (one: Schemas['LegalHold'], version = one.version) =>
    (await officer()).post(`/v1/legal-holds/${one.id}/release`, { reason: 'The case was closed.', version })
  const statusOf = async (patientId: string): Promise<number> =>
    (await (await hospital.as('front-desk')).get(`/v1/patients/${patientId}`)).status
  const erasureOf = async (patientId: string): Promise<Schemas['RecordErasure'] | undefined> =>
    (await answered((await officer()).get('/v1/record-erasures?limit=100'), 200)).items.find(
      (each: Schemas['RecordErasure']) => each.patientId === patientId,
    )
  const schedule = async (): Promise<Schemas['RetentionSchedule']> =>
    answered((await officer()).get('/v1/retention-schedule'), 200)
  const changeTo = async (years: object, version?: number) =>
    (await officer()).put('/v1/retention-schedule', {
      ...{ medical: 10, financial: 10, accesses: 6, version: version ?? (await schedule()).version },
      ...years,
    })

  it('is a schedule for each class of records, which is not shorter than the law allows', async () => {
    const before = await schedule()
    expect(before.periods).toEqual([
      { class: 'medical', years: 10, leastYears: 5 },
      { class: 'financial', years: 10, leastYears: 10 },
      { class: 'accesses', years: 6, leastYears: 6 },
    ])
    const refused = await changeTo({ accesses: 5, financial: 9 })
    expect(refused).toMatchObject({ status: 422, body: { code: 'retention_too_short' } })
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/financial', '/accesses'])
    expect(refused.body.errors[1].message).toBe('Must be 6 years or more.')
    expect((await schedule()).version).toBe(before.version)
    const changed = await answered(changeTo({ medical: 12 }), 200)
    expect(changed).toMatchObject({ changedBy: { displayName: 'Robin Officersample' }, version: before.version + 1 })
    expect((await schedule()).periods[0]).toEqual({ class: 'medical', years: 12, leastYears: 5 })
    expect((await changeTo({ medical: 11 }, before.version)).body.code).toBe('version_conflict')
    const rows = await hospital.accessRows()
    const [last] = rows.filter(({ operation }) => operation === 'changeRetentionSchedule').toReversed()
    expect(last).toMatchObject({ entity: 'RetentionSchedule', action: 'update', actorId: officerId })
  })

  it('is read by an auditor, who changes nothing and sees no record', async () => {
    const auditor = await hospital.as('auditor')
    const { version } = await answered(auditor.get('/v1/retention-schedule'), 200)
    const changed = await auditor.put('/v1/retention-schedule', { medical: 10, financial: 10, accesses: 6, version })
    expect(changed.status).toBe(403)
    for (const path of ['due-records', 'legal-holds', 'record-erasures'])
      expect((await auditor.get(`/v1/${path}`)).status).toBe(403)
  })

  it('asks for a fresh authentication before it is changed, a record is erased or a hold is released', async () => {
    const id = await registered()
    const held = await hold(id)
    const stale = await hospital.as('privacy-officer', {
      personId: officerId,
      authenticatedAt: new Date(hospital.clock.now().getTime() - 3_600_000),
    })
    for (const refused of [
      stale.put('/v1/retention-schedule', { medical: 10, financial: 10, accesses: 6, version: 0 }),
      stale.post('/v1/record-erasures', { patientId: id, basis: 'retention-ended' }),
      stale.post(`/v1/legal-holds/${held.id}/release`, { reason: 'Over.', version: 1 }),
    ])
      expect(await refused).toMatchObject({ status: 401, body: { code: 'step_up_required' } })
  })

  it('ends ten years after the last thing that was done in the record, and not a day earlier', async () => {
    const id = await registered()
    expect(await isDueOn(id, '2036-11-25')).toBe(false)
    const [due] = (await dueOn('2036-11-26')).filter(({ patientId }) => patientId === id)
    expect(due).toMatchObject({ lastActiveOn: '2026-11-25', keptUntil: '2036-11-25', isHeld: false, patient: { id } })
  })

  it('begins again with each thing that a person does in the record; what is only read does not count', async () => {
    const [used, seen] = [await registered(), await registered()]
    expect(await isDueOn(used, '2036-11-26')).toBe(true)
    const desk = await hospital.as('front-desk')
    const { version } = await answered(desk.get(`/v1/patients/${used}`), 200)
    await answered(desk.get(`/v1/patients/${seen}`), 200)
    await answered(desk.patch(`/v1/patients/${used}`, { phone: '614 555 0100', version }), 200)
    expect(await isDueOn(used, '2036-11-27')).toBe(false)
    expect(await isDueOn(seen, '2036-11-27')).toBe(true)
    expect((await approve(used)).body.code).toBe('record_must_be_kept')
    expect(await isDueOn(used, '2046-11-26')).toBe(false)
    expect(await isDueOn(used, '2046-11-27')).toBe(true)
  })

  it('counts from the day on which a minor comes of age', async () => {
    const minor = await registered({ birthDate: '2020-02-29' })
    expect(await isDueOn(minor, '2036-11-26')).toBe(false)
    expect((await approve(minor)).body.detail).toContain('2048-02-28')
    expect(await isDueOn(minor, '2048-02-28')).toBe(false)
    expect(await isDueOn(minor, '2048-02-29')).toBe(true)
  })

  it('follows the schedule of the organization', async () => {
    const id = await registered()
    await answered(changeTo({ medical: 12 }), 200)
    expect(await isDueOn(id, '2036-11-26')).toBe(false)
    expect((await approve(id)).body.code).toBe('record_must_be_kept')
    expect(await isDueOn(id, '2038-11-26')).toBe(true)
  })

  it('reads when a patient came of age once, and that is in the audit log of the patient', async () => {
    const id = await registered()
    await dueOn('2036-11-26')
    await dueOn('2036-11-27')
    const rows = await hospital.accessRows({ patientId: id })
    expect(rows.filter(({ operation }) => operation === 'compliance.find-due-records')).toMatchObject([
      { action: 'read', entity: 'Patient', actorKind: 'system' },
    ])
  })

  it('erases nothing by itself', async () => {
    const id = await registered()
    await dueOn('2046-11-26')
    await hospital.runJob('compliance.erase-records')
    expect(await statusOf(id)).toBe(200)
  })

  it('is over when a privacy officer says so: the record is erased, with a certificate that anyone can verify', async () => {
    const id = await registered()
    expect((await approve(id)).body).toMatchObject({
      code: 'record_must_be_kept',
      detail: expect.stringContaining('2036-11-25'),
    })
    await dueOn('2036-11-26')
    const decided = await answered(approve(id), 201)
    expect(decided).toMatchObject({ status: 'approved', basis: 'retention-ended', approvedBy: { memberId: officerId } })
    expect((await approve(id)).body.code).toBe('erasure_approved')
    await hospital.runJob('compliance.erase-records')
    expect(await statusOf(id)).toBe(410)
    const erased = await erasureOf(id)
    expect(erased).toMatchObject({ status: 'erased', erasedAt: '2036-11-26T15:00:00.000Z' })
    const { text = '', signature = '' } = erased?.certificate ?? {}
    expect(JSON.parse(text)).toMatchObject({ patientId: id, approvedBy: officerId, basis: 'retention-ended', keys: 1 })
    const key = createPublicKey(await readFile(join(hospital.keyFolder, publicKeyName)))
    expect(verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'))).toBe(true)
    expect(await isDueOn(id, '2036-11-27')).toBe(false)
  })

  it('keeps the accesses to a record that was erased', async () => {
    const id = await registered()
    await dueOn('2036-11-26')
    await answered(approve(id), 201)
    await hospital.runJob('compliance.erase-records')
    const rows = await hospital.accessRows({ patientId: id })
    const operations = rows.map(({ operation }) => operation)
    expect(operations).toEqual(expect.arrayContaining(['createPatient', 'approveErasure', 'compliance.erase-records']))
    expect(rows.find(({ operation }) => operation === 'compliance.erase-records')).toMatchObject({ action: 'delete' })
  })

  it('is longer under a legal hold, which blocks every erasure until it is released', async () => {
    const id = await registered()
    const held = await hold(id)
    expect(held).toMatchObject({ reason: 'litigation', placedBy: { displayName: 'Robin Officersample' } })
    const [due] = (await dueOn('2036-11-26')).filter(({ patientId }) => patientId === id)
    expect(due?.isHeld).toBe(true)
    for (const basis of ['retention-ended', 'state-law'] as const)
      expect((await approve(id, basis)).body.code).toBe('record_held')
    const listed: Schemas['LegalHold'][] = (await answered((await officer()).get('/v1/legal-holds?limit=100'), 200))
      .items
    expect(listed.find((each) => each.id === held.id)).toMatchObject({ patient: { id }, text: 'A letter of a lawyer.' })
    expect((await release(held, 7)).body.code).toBe('version_conflict')
    const released = await answered(release(held), 200)
    expect(released).toMatchObject({ releaseReason: 'The case was closed.', releasedBy: { memberId: officerId } })
    expect((await release(held)).body.code).toBe('already_released')
    await answered(approve(id), 201)
    await hospital.runJob('compliance.erase-records')
    expect(await statusOf(id)).toBe(410)
  })

  it('has two holds that are released apart', async () => {
    const id = await registered()
    const [first, second] = [await hold(id), await hold(id)]
    await answered(release(first), 200)
    expect((await approve(id, 'state-law')).body.code).toBe('record_held')
    await answered(release(second), 200)
    await answered(approve(id, 'state-law'), 201)
  })

  it('lets a hold or an erasure win, and never both, when two officers decide at the same moment', async () => {
    for (const _ of [1, 2, 3, 4, 5]) {
      const id = await registered()
      const one = await officer()
      const results = await Promise.all([
        one.post('/v1/legal-holds', { patientId: id, reason: 'other', text: 'Wait.' }),
        approve(id, 'state-law'),
      ])
      const codes = results.map(({ status, body }) => (status === 201 ? 'done' : body.code))
      expect([
        ['done', 'record_held'],
        ['erasure_approved', 'done'],
      ]).toContainEqual(codes)
    }
  })

  it('is refused by the table too: no erasure with a hold', async () => {
    const id = await registered()
    await hold(id)
    const forced = hospital.keep('compliance', ({ tx }) =>
      sql`update compliance.retained_records set erasure_id = gen_random_uuid() where id = ${id}`.execute(tx),
    )
    await expect(forced).rejects.toThrow(/23514 on compliance.retained_records/)
  })

  it('takes no hold once the erasure was decided', async () => {
    const id = await registered()
    await answered(approve(id, 'state-law'), 201)
    const late = await (await officer()).post('/v1/legal-holds', { patientId: id, reason: 'other', text: 'Wait.' })
    expect(late).toMatchObject({ status: 409, body: { code: 'erasure_approved' } })
  })

  it('is counted for those who run the program, without a name', async () => {
    await hospital.runJob('compliance.erase-records')
    const before = await answered((await hospital.as('administrator')).get('/v1/retention-summary'), 200)
    const [due, held] = [await registered(), await registered()]
    await hold(held)
    await dueOn('2036-11-26')
    const counts = await answered((await hospital.as('administrator')).get('/v1/retention-summary'), 200)
    expect(counts.held).toBe(before.held + 1)
    expect(counts.due).toBeGreaterThan(0)
    await answered(approve(due), 201)
    await hospital.runJob('compliance.erase-records')
    expect(await answered((await hospital.as('administrator')).get('/v1/retention-summary'), 200)).toEqual({
      ...{ due: counts.due - 1, held: counts.held, erased: counts.erased + 1 },
    })
  })
})

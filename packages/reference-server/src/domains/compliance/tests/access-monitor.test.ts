import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { prepareWatch } from './watched.testing.ts'

type Schemas = components['schemas']

const codesOf = ({ reasons }: Schemas['AccessCase']) => reasons.map(({ code }) => code)

describe.each(domainEngines)('the access monitor reads the ledger, on %s', (engine) => {
  const hospital = prepareWatch({ engine })

  /** A nurse opens so many records of patients to whom nothing links them. */
  const openMany = async (nurse: SignedInClient, count: number): Promise<void> => {
    for (let at = 0; at < count; at += 1) await hospital.open(nurse, (await hospital.kit.addPatient()).id)
  }

  test('an access to a confidential patient without work is a case on the same day, once, with its reasons and accesses', async () => {
    const officer = await hospital.officer()
    const nurse = await hospital.kit.addMember('nurse', 'Nia Curioussample')
    const patientId = await hospital.confidential(officer)
    const { id: other } = await hospital.kit.addPatient()
    await hospital.open(nurse, other)
    await hospital.watch()
    expect(await hospital.cases(officer, nurse)).toEqual([])
    await hospital.open(nurse, patientId)
    await hospital.watch()
    await hospital.watch()
    const [found, ...others] = await hospital.cases(officer, nurse)
    expect(others).toEqual([])
    expect(found).toMatchObject({
      member: { displayName: 'Nia Curioussample' },
      date: '2026-11-25',
      score: 8,
      status: 'open',
      accessCount: 2,
      dueAt: '2026-12-02T15:00:00.000Z',
      reasons: [
        { code: 'confidential', points: 6, accesses: 1, patients: 1, firstMinute: 600 },
        { code: 'unexplained', points: 2, accesses: 2, patients: 2, firstMinute: 600 },
      ],
    })
    const report = await answered(officer.get(`/v1/access-cases/${found?.id}`), 200)
    const patients = report.accesses.map((access: Schemas['Access']) => access.patientId)
    expect(patients.toSorted()).toEqual([other, patientId].toSorted())
    expect(report.patients).toHaveLength(2)
    const rows = await hospital.kit.accessRows({ operation: 'getAccessCase' })
    expect(
      rows
        .slice(-2)
        .map((row) => row.patientId)
        .toSorted(),
    ).toEqual([other, patientId].toSorted())
  })

  test('what concerns no patient of whom a fact is known is looked at every quarter of an hour', async () => {
    const nurse = await hospital.kit.addMember('nurse')
    const looked = async (): Promise<number> => {
      await hospital.watch()
      const { rows } = await hospital.kit.keep('compliance', ({ tx }) =>
        sql<{ count: number }>`select count(*)::integer as count from compliance.monitored_days
          where member_id = ${nurse.caller.personId}`.execute(tx),
      )
      return rows[0]?.count ?? -1
    }
    hospital.kit.clock.set('2026-11-25T16:00:00Z')
    await hospital.watch()
    await openMany(nurse, 1)
    expect(await looked()).toBe(0)
    hospital.kit.clock.set('2026-11-25T16:14:59Z')
    expect(await looked()).toBe(0)
    hospital.kit.clock.set('2026-11-25T16:15:00Z')
    expect(await looked()).toBe(1)
  })

  test('far more records than those of peers are a case when the day has ended by the clock of the organization, and not before', async () => {
    const officer = await hospital.officer()
    const [busy, usual] = [await hospital.kit.addMember('nurse'), await hospital.kit.addMember('nurse')]
    await openMany(busy, 12)
    await openMany(usual, 1)
    for (let at = 0; at < 4; at += 1) await openMany(await hospital.kit.addMember('nurse'), 1)
    await hospital.watch()
    // Midnight in New York.
    hospital.kit.clock.set('2026-11-26T04:59:59Z')
    await hospital.watch()
    expect(await hospital.cases(await hospital.again(officer), busy)).toEqual([])
    hospital.kit.clock.set('2026-11-26T05:00:00Z')
    await hospital.watch()
    await hospital.watch()
    const found = await hospital.cases(await hospital.again(officer), busy)
    expect(found.map(codesOf)).toEqual([['volume', 'unexplained']])
    expect(found).toMatchObject([{ date: '2026-11-25', accessCount: 12 }])
    expect(await hospital.cases(await hospital.again(officer), usual)).toEqual([])
  })

  test('an access that was committed after its day had ended is found', async () => {
    const officer = await hospital.officer()
    const nurse = await hospital.kit.addMember('nurse')
    const patientId = await hospital.confidential(officer)
    await hospital.open(nurse, (await hospital.kit.addPatient()).id)
    hospital.kit.clock.set('2026-11-27T15:00:00Z')
    await hospital.watch()
    expect(await hospital.cases(await hospital.again(officer), nurse)).toEqual([])
    await hospital.commitLate(nurse, { patient_id: patientId })
    await hospital.watch()
    const found = await hospital.cases(await hospital.again(officer), nurse)
    expect(found).toMatchObject([{ date: '2026-11-25' }])
  })

  test('people of one home, one’s own record and colleagues are known from what privacy officers record', async () => {
    const officer = await hospital.officer()
    const nurse = await hospital.kit.addMember('nurse')
    const relative = (await hospital.kit.addPatient()).id
    const memberId = nurse.caller.personId
    const fact = { patientId: relative, kind: 'household', memberId }
    const { id: factId } = await answered(officer.post('/v1/monitor-facts', fact), 201)
    expect(await answered(officer.post('/v1/monitor-facts', fact), 409)).toMatchObject({ code: 'fact_exists' })
    const nobody = officer.post('/v1/monitor-facts', { patientId: relative, kind: 'own-record' })
    expect(await answered(nobody, 422)).toMatchObject({ code: 'member_required' })
    const { items } = await answered(officer.get('/v1/monitor-facts?limit=100'), 200)
    expect(items[0]).toMatchObject({ id: factId, patient: { id: relative }, member: { memberId } })
    await hospital.open(nurse, relative)
    await hospital.watch()
    expect(await hospital.cases(officer, nurse)).toEqual([])
    hospital.kit.clock.set('2026-11-26T06:00:00Z')
    await hospital.watch()
    expect((await hospital.cases(await hospital.again(officer), nurse)).map(codesOf)).toEqual([
      ['household', 'unexplained'],
    ])
    await answered((await hospital.again(officer)).delete(`/v1/monitor-facts/${factId}`), 204)
  })

  test('what is removed still counts for thirty days, so that a removal hides no access', async () => {
    const officer = await hospital.officer()
    const nurse = await hospital.kit.addMember('nurse')
    const patientId = (await hospital.kit.addPatient()).id
    const mark = { patientId, kind: 'confidential' }
    const again = () => hospital.again(officer)
    const casesNow = async () => hospital.cases(await again(), nurse)
    const { id } = await answered(officer.post('/v1/monitor-facts', mark), 201)
    await answered((await again()).delete(`/v1/monitor-facts/${id}`), 204)
    const { items } = await answered((await again()).get('/v1/monitor-facts?limit=100'), 200)
    expect(items.map((fact: { id: string }) => fact.id)).not.toContain(id)
    expect((await (await again()).delete(`/v1/monitor-facts/${id}`)).status).toBe(404)
    await hospital.open(nurse, patientId)
    await hospital.watch()
    expect((await casesNow()).map(codesOf)).toEqual([['confidential', 'unexplained']])
    // It is set again as if nothing had happened, and removed once more.
    const { id: other } = await answered((await again()).post('/v1/monitor-facts', mark), 201)
    await answered((await again()).delete(`/v1/monitor-facts/${other}`), 204)

    hospital.kit.clock.advance({ hours: 24 * 31 })
    const late = await hospital.kit.addMember('nurse')
    await hospital.open(late, patientId)
    await hospital.watch()
    expect(await hospital.cases(await again(), late)).toEqual([])
    hospital.kit.clock.advance({ hours: 24 })
    await hospital.watch()
    const rows = await sql`select id from compliance.monitor_facts where removed_at is not null`.execute(
      hospital.kit.platform.database.owner(),
    )
    expect(rows.rows).toEqual([])
  })

  test('what is known of a privacy officer stays until a colleague removes it', async () => {
    const officer = await hospital.officer()
    const colleague = await hospital.officer('Kim Colleaguesample')
    const patientId = (await hospital.kit.addPatient()).id
    const { personId: memberId } = officer.caller
    const known = []
    for (const kind of ['household', 'former-household', 'own-record'])
      known.push(await answered(colleague.post('/v1/monitor-facts', { patientId, kind, memberId }), 201))
    for (const { id } of known)
      expect(await answered(officer.delete(`/v1/monitor-facts/${id}`), 422)).toMatchObject({ code: 'own_fact' })
    const idsOf = async () =>
      (await answered(officer.get('/v1/monitor-facts?limit=100'), 200)).items.map(({ id }: { id: string }) => id)
    expect(await idsOf()).toEqual(expect.arrayContaining(known.map(({ id }) => id)))
    for (const { id } of known) await answered(colleague.delete(`/v1/monitor-facts/${id}`), 204)
    for (const { id } of known) expect(await idsOf()).not.toContain(id)
  })
})

describe('what explains an access to the monitor', () => {
  const hospital = prepareWatch({ engine: 'postgres', hasCareTeams: true })

  test('is an appointment, for the practitioner and for the front desk, and none for others', async () => {
    const officer = await hospital.officer()
    const administrator = await hospital.kit.as('administrator')
    const { version } = await answered(administrator.get('/v1/organization'), 200)
    // Every clinician reads every chart: this explains nothing.
    await answered(administrator.patch('/v1/organization', { chartReach: 'organization', version }), 200)
    const patientId = await hospital.confidential(officer)
    await hospital.kit.book(patientId, 60)
    const [desk, nurse] = [await hospital.kit.addMember('front-desk'), await hospital.kit.addMember('nurse')]
    await hospital.open(desk, patientId)
    await hospital.open(nurse, patientId)
    await hospital.watch()
    expect(await hospital.cases(officer, desk)).toEqual([])
    expect(await hospital.cases(officer, nurse)).toHaveLength(1)
  })

  test('leaves some accesses to a confidential patient for a second look, in one list that never becomes overdue', async () => {
    const officer = await hospital.officer()
    const patientId = await hospital.confidential(officer)
    await hospital.kit.book(patientId, 60)
    const desk = await hospital.kit.addMember('front-desk')
    // With 80 accesses, none would be sampled in 2 of 10,000 runs.
    for (let count = 0; count < 80; count += 1) await hospital.open(desk, patientId)
    await hospital.watch()
    await hospital.watch()
    const again = await hospital.again(officer)
    const [listed, ...others] = await hospital.cases(again, desk, 'secondLooks')
    expect(others).toEqual([])
    expect(listed).toMatchObject({
      score: 0,
      status: 'open',
      reasons: [{ code: 'second-look', points: 0, patients: 1 }],
    })
    expect(listed?.accessCount).toBeLessThan(40)
    expect(await hospital.cases(again, desk)).toEqual([])
    hospital.kit.clock.set('2026-11-26T05:00:00Z')
    await hospital.watch()
    expect(await hospital.cases(await hospital.again(officer), desk, 'secondLooks')).toEqual([listed])
    hospital.kit.clock.set('2026-12-20T05:00:00Z')
    await hospital.kit.runJob('compliance.escalate-access-cases')
    const latest = await hospital.again(officer)
    expect((await hospital.cases(latest, desk, 'secondLooks'))[0]?.escalatedAt).toBeUndefined()
    const { id, version } = listed ?? {}
    const decision = { disposition: 'appropriate', note: 'Booked two visits.', version }
    await answered(latest.post(`/v1/access-cases/${id}/close`, decision), 200)
    expect(await hospital.cases(latest, desk, 'secondLooks')).toEqual([])
    expect(await hospital.cases(latest, desk, 'closed')).toMatchObject([{ id, disposition: 'appropriate' }])
  })

  test('is missing for the front desk when the patient has no work of the organization', async () => {
    const officer = await hospital.officer()
    const patientId = await hospital.confidential(officer)
    const desk = await hospital.kit.addMember('front-desk')
    await hospital.open(desk, patientId)
    await hospital.watch()
    expect((await hospital.cases(officer, desk)).map(codesOf)).toEqual([['confidential', 'unexplained']])
  })

  test('is the work of those who review accesses', async () => {
    const officer = await hospital.officer()
    const reviewer = await hospital.officer('Sam Reviewsample')
    const patientId = await hospital.confidential(officer)
    await answered(reviewer.get(`/v1/patients/${patientId}/accesses`), 200)
    await hospital.watch()
    expect(await hospital.cases(officer, reviewer)).toEqual([])
  })
})

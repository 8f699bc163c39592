import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import type { AccessRow } from '../../../platform/contracts/ledger.ts'
import { addMember, grantProxy } from '../../directory/index.ts'
import { insertPatientDirectly } from '../../directory/tests/lakeside.testing.ts'

type Access = components['schemas']['Access']

describe.each(domainEngines)('accesses on %s', (engine) => {
  let hospital: TestHospital
  let officer: SignedInClient
  let nurse: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    officer = await hospital.as('privacy-officer')
    const member = await hospital.keep('directory', (context) =>
      addMember(context, { displayName: 'Robin Nursesample', roles: ['nurse'] }),
    )
    nurse = await hospital.as('nurse', { personId: member.id })
  })
  afterAll(() => hospital.stop())

  const ofPatient = async (by: SignedInClient, id: string, query = ''): Promise<Access[]> => {
    const { status, body } = await by.get(`/v1/patients/${id}/accesses${query}`)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.patientId).toBe(id)
    return body.items
  }

  it('show a patient who accessed the record, in which role, why and with which application, newest first', async () => {
    const patient = await insertPatientDirectly(hospital)
    const self = await hospital.as('patient', { personId: patient.id })
    await nurse.get(`/v1/patients/${patient.id}`)
    await self.get(`/v1/patients/${patient.id}`)
    const [own, looked, ...none] = await ofPatient(self, patient.id)
    expect(none).toEqual([])
    expect(own?.actor).toEqual({ kind: 'patient', id: patient.id, displayName: 'Pat Sample', role: 'patient' })
    expect(looked).toEqual({
      id: expect.any(String),
      at: '2026-11-25T15:00:00.000Z',
      patientId: patient.id,
      actor: { kind: 'member', id: nurse.caller.personId, displayName: 'Robin Nursesample', role: 'nurse' },
      action: 'read',
      entity: 'Patient',
      reason: 'demographics',
      purpose: 'TREAT',
      outcome: 'done',
      application: 'Lakeside Portal',
    })
    // The row is in the ledger and is sealed later. Reading the list was recorded too.
    expect((await ofPatient(self, patient.id))[0]).toMatchObject({ entity: 'Access', reason: 'access-log' })
    expect(await ofPatient(self, patient.id, '?others=true')).toEqual([looked])
  })

  it('show a psychotherapy note as an ordinary note to patients and proxies, and as what it is to reviewers', async () => {
    const patient = await insertPatientDirectly(hospital)
    const proxy = await hospital.keep('directory', (context) =>
      grantProxy(context, patient.id, {
        displayName: 'Alex Proxysample',
        relationship: 'spouse',
        scope: ['record'],
        from: '2026-01-01',
        identity: { issuer: 'https://id.example', subject: newId() },
      }),
    )
    await nurse.get(`/v1/patients/${patient.id}`)
    const [row] = (await hospital.accessRows({ patientId: patient.id })) as [AccessRow]
    const other = JSON.stringify({ id: newId(), entity: 'PsychotherapyNote' })
    await hospital.platform.database.transactAcross('audit', (tx) =>
      sql`insert into audit.access_rows
          select (jsonb_populate_record(looked, ${other}::jsonb)).* from audit.access_rows looked where id = ${row.id}`.execute(
        tx,
      ),
    )
    const entities = async (by: SignedInClient) =>
      (await ofPatient(by, patient.id))
        .map(({ entity }) => entity)
        .filter((entity) => entity !== 'Access')
        .toSorted()
    expect(await entities(await hospital.as('patient', { personId: patient.id }))).toEqual(['Note', 'Patient'])
    const asProxy = await hospital.as('proxy', { personId: proxy.id, patientIds: [patient.id] })
    expect(await entities(asProxy)).toEqual(['Note', 'Patient'])
    expect(await entities(officer)).toContain('PsychotherapyNote')
  })

  it('show a proxy by name, to another proxy only with the record scope', async () => {
    const patient = await insertPatientDirectly(hospital)
    const grant = (scope: ('record' | 'visit')[]) =>
      hospital.keep('directory', (context) =>
        grantProxy(context, patient.id, {
          displayName: 'Alex Proxysample',
          relationship: 'spouse',
          scope,
          from: '2026-01-01',
          identity: { issuer: 'https://id.example', subject: newId() },
        }),
      )
    const right = await grant(['record'])
    const proxy = await hospital.as('proxy', { personId: right.id, patientIds: [patient.id] })
    await proxy.get(`/v1/patients/${patient.id}`)
    expect((await ofPatient(proxy, patient.id))[0]?.actor).toMatchObject({
      kind: 'proxy',
      displayName: 'Alex Proxysample',
      role: 'proxy',
    })
    // Leaving out one's own accesses leaves all the others in.
    const self = await hospital.as('patient', { personId: patient.id })
    const actorsWithoutOneself = async (by: SignedInClient) =>
      new Set((await ofPatient(by, patient.id, '?others=true')).map(({ actor }) => actor.kind))
    await ofPatient(self, patient.id)
    expect(await actorsWithoutOneself(self)).toEqual(new Set(['proxy']))
    expect(await actorsWithoutOneself(proxy)).toEqual(new Set(['patient']))
    const narrow = await hospital.as('proxy', { personId: (await grant(['visit'])).id, patientIds: [patient.id] })
    expect((await narrow.get(`/v1/patients/${patient.id}/accesses`)).body.code).toBe('outside_proxy_scope')
  })

  it('are not readable by others', async () => {
    const patient = await insertPatientDirectly(hospital)
    const other = await hospital.as('patient', { personId: (await insertPatientDirectly(hospital)).id })
    expect((await other.get(`/v1/patients/${patient.id}/accesses`)).status).toBe(404)
    expect((await nurse.get(`/v1/patients/${patient.id}/accesses`)).status).toBe(403)
    expect((await nurse.get(`/v1/accesses?actorId=${nurse.caller.personId}`)).status).toBe(403)
    const stranger = await hospital.as('privacy-officer', { organizationId: newId() })
    expect((await stranger.get(`/v1/patients/${patient.id}/accesses`)).status).toBe(404)
    expect((await officer.get('/v1/patients/nonsense/accesses')).status).toBe(404)
    await nurse.get(`/v1/patients/${patient.id}`)
    expect((await stranger.get(`/v1/accesses?actorId=${nurse.caller.personId}`)).body.items).toEqual([])
  })

  it('of one actor name every patient, and record an access to each', async () => {
    const auditor = await hospital.as('auditor')
    const reader = await hospital.as('nurse')
    const patients = [await insertPatientDirectly(hospital), await insertPatientDirectly(hospital)]
    for (const { id } of patients) await reader.get(`/v1/patients/${id}`)
    await reader.get(`/v1/patients/${newId()}`)
    const { body } = await auditor.get(`/v1/accesses?actorId=${reader.caller.personId}`)
    expect(body.items.map(({ patientId, outcome }: Access) => [patientId, outcome])).toEqual([
      [null, 'refused'],
      [patients[1]?.id, 'done'],
      [patients[0]?.id, 'done'],
    ])
    expect(body.items[0].actor.displayName).toBeNull()
    for (const { id } of patients) {
      expect((await hospital.accessRows({ patientId: id })).at(-1)).toMatchObject({
        operation: 'listActorAccesses',
        because: 'privacy-review',
        actorId: auditor.caller.personId,
      })
    }
  })

  it("of an actor who is a patient show the name only if an access is to that patient's own record", async () => {
    const patient = await insertPatientDirectly(hospital, { name: { given: 'Sam', family: 'Actorsample' } })
    const self = await hospital.as('patient', { personId: patient.id })
    await self.get(`/v1/patients/${patient.id}`)
    await self.get(`/v1/patients/${newId()}`)
    const items = (await officer.get(`/v1/accesses?actorId=${patient.id}`)).body.items as Access[]
    expect(items.map(({ actor }) => actor.displayName)).toEqual(['Sam Actorsample', 'Sam Actorsample'])
    // Decrypting the record of a person whose own record is not listed would be an unrequested access.
    const other = await insertPatientDirectly(hospital)
    await (await hospital.as('patient', { personId: other.id })).get(`/v1/patients/${newId()}`)
    expect((await officer.get(`/v1/accesses?actorId=${other.id}`)).body.items[0].actor.displayName).toBeNull()
  })

  it('are paged without losing or repeating one, and can be limited to a period', async () => {
    const patient = await insertPatientDirectly(hospital)
    for (let count = 0; count < 5; count += 1) {
      await nurse.get(`/v1/patients/${patient.id}`)
      hospital.clock.advance({ seconds: 10 })
    }
    const ids: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Awaited<ReturnType<SignedInClient['get']>> = await officer.get(
        `/v1/patients/${patient.id}/accesses?others=true&limit=2&to=2026-11-25T15:59:00Z${cursor === '' ? '' : `&cursor=${cursor}`}`,
      )
      ids.push(...page.body.items.filter(({ entity }: Access) => entity === 'Patient').map(({ id }: Access) => id))
      cursor = page.body.nextCursor
    }
    expect(ids).toHaveLength(5)
    expect(new Set(ids).size).toBe(5)
    expect(ids).toEqual(ids.toSorted().reverse())
    const start = new Date(hospital.clock.now().getTime() - 50_000)
    const within = `?from=${new Date(start.getTime() + 10_000).toISOString()}&to=${new Date(start.getTime() + 30_000).toISOString()}`
    expect((await ofPatient(officer, patient.id, within)).map(({ at }) => at)).toEqual([
      new Date(start.getTime() + 20_000).toISOString(),
      new Date(start.getTime() + 10_000).toISOString(),
    ])
    expect((await officer.get(`/v1/patients/${patient.id}/accesses?cursor=x`)).body.code).toBe('cursor_invalid')
  })

  it('carry their sequence number in the chain once sealed', async () => {
    const patient = await insertPatientDirectly(hospital)
    await nurse.get(`/v1/patients/${patient.id}`)
    const [row] = (await hospital.accessRows({ patientId: patient.id })) as [AccessRow]
    // A row is linked when no older transaction runs any more.
    const sequence = async (): Promise<number> => {
      await hospital.platform.checkpointer.checkpointNow()
      return (await ofPatient(officer, patient.id)).find(({ id }) => id === row.id)?.sequence ?? 0
    }
    await expect.poll(sequence, { timeout: 10_000 }).toBeGreaterThan(0)
  })

  it('cannot be changed or deleted by this domain', async () => {
    for (const statement of [sql`delete from audit.access_rows`, sql`update audit.access_rows set outcome = 'done'`]) {
      await expect(hospital.keep('compliance', ({ tx }) => statement.execute(tx))).rejects.toMatchObject({
        code: '42501',
      })
    }
  })
})

import { describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { prepareWatch } from './watched.testing.ts'

type Schemas = components['schemas']

const note = 'She looked at the record of a neighbor.'

describe.each(domainEngines)('a case of the access monitor, on %s', (engine) => {
  const hospital = prepareWatch({ engine })

  /** A nurse has opened the record of a confidential patient. */
  const opened = async () => {
    const officer = await hospital.officer()
    const nurse = await hospital.kit.addMember('nurse', 'Nia Curioussample')
    const patientId = await hospital.confidential(officer)
    await hospital.open(nurse, patientId)
    await hospital.watch()
    const [found] = await hospital.cases(officer, nurse)
    if (found === undefined) throw new Error('no case was opened')
    return { officer, nurse, patientId, found, path: `/v1/access-cases/${found.id}` }
  }
  const reviewOf = async (patientId: string): Promise<(string | undefined)[]> => {
    const patient = await hospital.kit.as('patient', { personId: patientId })
    const { items } = await answered(patient.get(`/v1/patients/${patientId}/accesses?limit=100`), 200)
    return items.flatMap(({ actor, review }: Schemas['Access']) => (actor.role === 'nurse' ? [review] : []))
  }

  test('is taken, needs follow-up, and is closed once; the patient reads the outcome next to the access', async () => {
    const { officer, nurse, patientId, path } = await opened()
    const taken = await answered(officer.post(`${path}/assign`, { version: 1 }), 200)
    expect(taken).toMatchObject({ status: 'assigned', assignedTo: { displayName: 'Robin Officersample' } })
    const stale = officer.post(`${path}/close`, { disposition: 'error', note, version: 1 })
    expect(await answered(stale, 409)).toMatchObject({ code: 'version_conflict' })
    const asked = { disposition: 'needs-follow-up', note: 'I have asked her.', version: 2 }
    expect(await answered(officer.post(`${path}/close`, asked), 200)).toMatchObject({ status: 'assigned' })
    expect(await reviewOf(patientId)).toEqual([undefined])

    const incident = await answered(officer.post('/v1/incidents', { description: note }), 201)
    const decided = { disposition: 'inappropriate', note, incidentId: incident.id, version: 3 }
    for (const incidentId of [newId(), 'no-id'])
      expect(await answered(officer.post(`${path}/close`, { ...decided, incidentId }), 400)).toMatchObject({
        code: 'invalid_request',
        errors: [{ pointer: '/incidentId' }],
      })
    const closed = await answered(officer.post(`${path}/close`, decided), 200)
    expect(closed).toMatchObject({ status: 'closed', disposition: 'inappropriate', incidentId: incident.id })
    expect(closed).not.toHaveProperty('note')
    expect(await answered(officer.get(path), 200)).toMatchObject({
      note,
      closedBy: { displayName: 'Robin Officersample' },
    })
    const twice = officer.post(`${path}/close`, { disposition: 'error', note, version: 4 })
    expect(await answered(twice, 409)).toMatchObject({ code: 'case_closed' })
    expect(await answered(officer.post(`${path}/assign`, { version: 4 }), 409)).toMatchObject({ code: 'case_closed' })
    expect(await hospital.cases(officer, nurse)).toEqual([])
    expect(await hospital.cases(officer, nurse, 'closed')).toMatchObject([{ disposition: 'inappropriate' }])
    expect(await reviewOf(patientId)).toEqual(['not-allowed'])
  })

  test('that was closed does not change: what follows on the day is another case', async () => {
    const { officer, nurse, patientId, path } = await opened()
    await answered(officer.post(`${path}/close`, { disposition: 'error', note, version: 1 }), 200)
    await hospital.watch()
    expect(await hospital.cases(officer, nurse)).toEqual([])
    await hospital.open(nurse, patientId)
    await hospital.watch()
    expect(await hospital.cases(officer, nurse)).toMatchObject([{ accessCount: 1, date: '2026-11-25' }])
    expect(await reviewOf(patientId)).toEqual([undefined, 'mistake'])
  })

  test('grows with the day while a person works on it, and keeps its assignee', async () => {
    const { officer, nurse, patientId, path } = await opened()
    await answered(officer.post(`${path}/assign`, { version: 1 }), 200)
    await hospital.open(nurse, patientId)
    await hospital.watch()
    expect(await hospital.cases(officer, nurse)).toMatchObject([
      { accessCount: 2, status: 'assigned', assignedTo: { memberId: officer.caller.personId }, version: 3 },
    ])
  })

  test('is handled by no one whom it is about: to them it does not exist', async () => {
    const { officer, patientId } = await opened()
    const curious = await hospital.officer('Sam Curioussample')
    const nurseToo = await hospital.kit.as('nurse', { personId: curious.caller.personId })
    await answered(nurseToo.get(`/v1/patients/${patientId}`), 200)
    await hospital.watch()
    const [own] = await hospital.cases(officer, curious)
    const path = `/v1/access-cases/${own?.id}`
    expect(own).toMatchObject({ member: { displayName: 'Sam Curioussample' } })
    expect(await hospital.cases(curious, curious)).toEqual([])
    for (const request of [
      curious.get(path),
      curious.post(`${path}/assign`, { version: 1 }),
      curious.post(`${path}/close`, { disposition: 'appropriate', note, version: 1 }),
      curious.post(`${path}/suppressions`, { code: 'unexplained', until: '2026-11-30', reason: note }),
    ])
      expect((await request).status).toBe(404)
    const toThem = officer.post(`${path}/assign`, { memberId: curious.caller.personId, version: 1 })
    expect(await answered(toThem, 422)).toMatchObject({ code: 'own_case' })
    await answered(officer.post(`${path}/close`, { disposition: 'inappropriate', note, version: 1 }), 200)
    // Nor do they read the outcome in the patient's list.
    const { items } = await answered(curious.get(`/v1/patients/${patientId}/accesses?limit=100`), 200)
    expect(items.filter(({ review }: Schemas['Access']) => review !== undefined)).toEqual([])
  })

  test('is in no list of accesses that the person whom it is about reads, and in those of others', async () => {
    const { officer, patientId } = await opened()
    const curious = await hospital.officer('Sam Curioussample')
    const nurseToo = await hospital.kit.as('nurse', { personId: curious.caller.personId })
    await answered(nurseToo.get(`/v1/patients/${patientId}`), 200)
    await hospital.watch()
    const [own] = await hospital.cases(officer, curious)
    const path = `/v1/access-cases/${own?.id}`
    await answered(officer.get(path), 200)
    await answered(officer.post(`${path}/assign`, { version: 1 }), 200)
    const until = { code: 'confidential', until: '2026-11-30', reason: note }
    await answered(officer.post(`${path}/suppressions`, until), 201)

    const by = `actorId=${officer.caller.personId}`
    const times = 'from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z'
    const entitiesFor = async (reader: typeof officer) => {
      const report = async (query: string) =>
        (await answered(reader.get(`/v1/access-report?limit=100&${query}`), 200)).items as Schemas['AccessReportRow'][]
      const list = async (url: string) =>
        (await answered(reader.get(url), 200)).items.flatMap((each: Schemas['Access']) =>
          each.actor.id === officer.caller.personId && each.entity === 'AccessCase' ? [each.entity] : [],
        )
      const exposed = (await answered(reader.get(`/v1/exposures?limit=100&${by}&${times}`), 200))
        .items as Schemas['Exposure'][]
      return {
        asked: (await report(`entityId=${own?.id}`)).length,
        all: (await report(by)).filter(({ entityId }) => entityId === own?.id).map(({ operation }) => operation),
        ofActor: await list(`/v1/accesses?limit=100&${by}`),
        ofPatient: await list(`/v1/patients/${patientId}/accesses?limit=100`),
        exposed: exposed.flatMap(({ data }) => data.filter(({ entity }) => entity === 'AccessCase')).length,
      }
    }
    const done = ['suppressAccessReason', 'assignAccessCase', 'getAccessCase']
    const colleague = await hospital.officer('Sam Secondsample')
    expect(await entitiesFor(colleague)).toMatchObject({ asked: 3, all: done, exposed: 1 })
    expect(await entitiesFor(colleague)).toMatchObject({
      ofPatient: ['AccessCase'],
      ofActor: expect.arrayContaining(['AccessCase', 'AccessCase']),
    })
    const hidden = await entitiesFor(curious)
    expect(hidden).toMatchObject({ asked: 0, all: [], ofPatient: [], exposed: 0 })
    // What names no case stays, such as the list of cases.
    expect(hidden.ofActor.length).toBe((await entitiesFor(colleague)).ofActor.length - 2)
  })

  test('is passed on only to people who handle cases, and read by no one else', async () => {
    const { officer, nurse, path } = await opened()
    const colleague = await hospital.officer('Sam Secondsample')
    const toNurse = await hospital.kit.addMember('nurse')
    const refused = officer.post(`${path}/assign`, { memberId: toNurse.caller.personId, version: 1 })
    expect(await answered(refused, 422)).toMatchObject({ code: 'not_a_privacy_officer' })
    const passed = officer.post(`${path}/assign`, { memberId: colleague.caller.personId, version: 1 })
    expect(await answered(passed, 200)).toMatchObject({ assignedTo: { displayName: 'Sam Secondsample' } })
    for (const role of ['nurse', 'front-desk', 'auditor'] as const)
      expect((await (await hospital.kit.as(role)).get(path)).status).toBe(403)
    expect((await nurse.get('/v1/access-cases')).status).toBe(403)
  })

  test('is overdue after seven days, once, and then administrators see it too', async () => {
    const { officer, nurse } = await opened()
    const administrator = async () => hospital.kit.as('administrator')
    const escalate = async () => {
      await hospital.kit.runJob('compliance.escalate-access-cases')
      return hospital.cases(await hospital.again(officer), nurse)
    }
    hospital.kit.clock.set('2026-12-02T14:59:59Z')
    expect((await escalate())[0]).not.toHaveProperty('escalatedAt')
    expect(await hospital.cases(await administrator(), nurse)).toEqual([])
    hospital.kit.clock.set('2026-12-02T15:00:00Z')
    expect(await escalate()).toMatchObject([{ escalatedAt: '2026-12-02T15:00:00.000Z', version: 2 }])
    hospital.kit.clock.set('2026-12-03T15:00:00Z')
    expect(await escalate()).toMatchObject([{ escalatedAt: '2026-12-02T15:00:00.000Z', version: 2 }])
    const [seen, ...others] = await hospital.cases(await administrator(), nurse)
    expect(others).toEqual([])
    const events = await eventsOf(hospital.kit, 'compliance.access-case-changed')
    expect(events.flatMap((event) => (event.caseId === seen?.id ? [event.becameOverdue] : []))).toEqual([false, true])
  })

  test('is not opened for a reason that is suppressed, until the suppression ends', async () => {
    const { officer, nurse, patientId, path } = await opened()
    const suppress = (more: object = {}) =>
      officer.post(`${path}/suppressions`, { code: 'confidential', until: '2026-11-26', reason: note, ...more })
    for (const wrong of [{ code: 'volume' }, { until: '2026-11-24' }, { until: '2027-02-24' }])
      expect(await answered(suppress(wrong), 422)).toMatchObject({ code: 'suppression_refused' })
    const { id, version } = await answered(suppress(), 201)
    await answered(officer.post(`${path}/close`, { disposition: 'explained', note, version: 1 }), 200)
    const openOn = async (day: string) => {
      hospital.kit.clock.set(`${day}T15:00:00Z`)
      await hospital.open(nurse, patientId)
      await hospital.watch()
      return (await hospital.cases(await hospital.again(officer), nurse)).map(({ date }) => date)
    }
    expect(await openOn('2026-11-26')).toEqual([])
    expect(await openOn('2026-11-27')).toEqual(['2026-11-27'])
    const { items } = await answered((await hospital.again(officer)).get('/v1/access-suppressions?limit=100'), 200)
    expect(items[0]).toMatchObject({ id, code: 'confidential', until: '2026-11-26', reason: note })
    const end = (await hospital.again(officer)).post(`/v1/access-suppressions/${id}/end`, { version })
    expect(await answered(end, 200)).toMatchObject({ endedAt: '2026-11-27T15:00:00.000Z' })
  })

  test('counts for each of its reasons: how many were closed, and how many were not allowed', async () => {
    const measures = async (officer: Parameters<typeof hospital.again>[0]) => {
      const { items } = await answered(officer.get('/v1/access-case-measures'), 200)
      return (
        items.find(({ code }: Schemas['AccessReasonMeasure']) => code === 'confidential') ?? {
          closed: 0,
          inappropriate: 0,
        }
      )
    }
    const [one, other] = [await opened(), await opened()]
    const before = await measures(one.officer)
    await answered(one.officer.post(`${one.path}/close`, { disposition: 'inappropriate', note, version: 1 }), 200)
    await answered(other.officer.post(`${other.path}/close`, { disposition: 'explained', note, version: 1 }), 200)
    expect(await measures(one.officer)).toMatchObject({
      closed: before.closed + 2,
      inappropriate: before.inappropriate + 1,
    })
  })
})

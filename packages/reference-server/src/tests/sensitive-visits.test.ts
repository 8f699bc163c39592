import type { components } from '@visitkit/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUpSampleBilling } from '../domains/billing/tests/set-up-sample-billing.testing.ts'
import { withFollowUpVerbs, type FollowUpHospital } from '../domains/follow-up/tests/ward.testing.ts'
import { potassium } from '../domains/labs/tests/ordering-hospital.testing.ts'
import { written } from '../domains/prescriptions/tests/practice.testing.ts'
import { readPdf } from '../platform/documents/read-pdf.testing.ts'
import { readZip } from '../platform/documents/read-zip.testing.ts'
import type { SignedInClient } from '../platform/http/tests/server.testing.ts'
import { answered } from '../test-kit/answered.ts'
import { listenLive } from '../test-kit/listen-live.ts'
import { createTestHospital, type TestHospital } from '../test-kit/test-hospital.ts'

type Schemas = components['schemas']

/** A patient with one ordinary visit and one about reproductive health, with the same in both: note, order, result, prescription, bill. */
describe('a sensitive visit', () => {
  let ward: FollowUpHospital & TestHospital<'laboratory' | 'pharmacy'>
  let patientId: string
  let usual: Recorded
  let sensitive: Recorded
  let parent: SignedInClient
  let confidant: SignedInClient
  let heard: unknown[]
  let heardOfSchedule: unknown[]
  const everythingElse = ['schedule', 'visit', 'record'] as const

  interface Recorded {
    readonly visitId: string
    readonly noteId: string
    readonly orderId: string
    readonly resultId: string
    readonly prescriptionId: string
  }

  const recordVisit = async (visitType: string): Promise<Recorded> => {
    const visitId = await ward.visited(patientId, visitType)
    const doctor = await ward.asDoctor()
    const own = `/v1/patients/${patientId}`
    const draft = written({ visitId, pharmacyId: '9900005' })
    const { id: draftId, version, alerts } = await answered(doctor.post(`${own}/prescriptions`, draft), 201)
    const acknowledgments = alerts.map(({ id: alertId }: { id: string }) => ({
      alertId,
      reason: 'The benefit outweighs the risk (sample).',
    }))
    const prescribed = await answered(
      doctor.put(`/v1/prescriptions/${draftId}`, { ...draft, acknowledgments, version }),
      200,
    )
    await answered(doctor.post(`/v1/prescriptions/${prescribed.id}/sign`, { version: prescribed.version }), 200)
    const tests = [{ code: 'K', answers: [] }]
    const order = { tests, diagnosisCodes: ['I10'], priority: 'routine', visitId }
    const { id: orderId } = await answered(doctor.post(`${own}/lab-orders`, order), 201)
    await ward.runJob('labs.transmit')
    const { laboratory } = ward.partners
    const placerNumber = laboratory.orders.at(-1)?.placerNumber ?? ''
    await laboratory.report({ placerNumber, fillerNumber: `${placerNumber}-1`, values: [potassium('4.4')] })
    const { resultIds } = await answered(doctor.get(`/v1/lab-orders/${orderId}`), 200)
    const result = await answered(doctor.get(`/v1/lab-results/${resultIds[0]}`), 200)
    await answered(doctor.post(`/v1/lab-results/${result.id}/review`, { version: result.version, release: true }), 200)
    const { id: noteId } = await ward.sign(visitId, {
      services: [{ codeSystem: 'HCPCS', code: 'T1015', units: 1, diagnosisPointers: [1] }],
    })
    await ward.settle()
    return { visitId, noteId, orderId, resultId: result.id, prescriptionId: prescribed.id }
  }

  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine: 'pglite', partners: ['pharmacy', 'laboratory'] }))
    await ward.keep('billing', (context) => setUpSampleBilling(context, '2026-11-25'))
    patientId = await ward.addPatient({
      name: { given: 'Robin', family: 'Sample' },
      phone: '614-555-0142',
      address: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
    })
    const type = ward.types.get('primary-care-visit')
    await answered(
      (await ward.as('administrator')).patch(`/v1/visit-types/${type?.id}`, {
        sensitivity: 'reproductive-health',
        questionnaires: [],
        version: type?.version,
      }),
      200,
    )
    heard = listenLive(ward, await ward.asProxy(patientId, [...everythingElse]))
    heardOfSchedule = listenLive(ward, await ward.asProxy(patientId, ['schedule']))
    usual = await recordVisit('primary-care-follow-up')
    sensitive = await recordVisit('primary-care-visit')
    parent = await ward.asProxy(patientId, [...everythingElse])
    confidant = await ward.asProxy(patientId, [...everythingElse, 'sensitive'])
  })
  afterAll(() => ward?.stop())

  const paths = ({ visitId, noteId, orderId, resultId, prescriptionId }: Recorded): readonly string[] => [
    `/v1/visits/${visitId}`,
    `/v1/visits/${visitId}/summary`,
    `/v1/visits/${visitId}/summary/pdf`,
    `/v1/notes/${noteId}`,
    `/v1/notes/${noteId}/pdf`,
    `/v1/lab-orders/${orderId}`,
    `/v1/lab-results/${resultId}`,
    `/v1/prescriptions/${prescriptionId}`,
  ]
  const statusOf = async (by: SignedInClient, path: string): Promise<number> => (await by.fetch(path)).status

  it('is read whole by the patient, by a proxy with the scope, and by those who treat', async () => {
    for (const by of [await ward.asPatient(patientId), confidant, await ward.asDoctor()])
      for (const path of [...paths(usual), ...paths(sensitive)])
        expect([path, await statusOf(by, path)]).toEqual([path, 200])
  })

  it('does not exist for a proxy without the scope, whose other reads go on', async () => {
    for (const path of paths(usual)) expect([path, await statusOf(parent, path)]).toEqual([path, 200])
    for (const path of paths(sensitive)) expect([path, await statusOf(parent, path)]).toEqual([path, 404])
  })

  const lists = ['notes', 'lab-orders', 'lab-results', 'prescriptions', 'summaries'] as const

  it('leaves no gap in a list: a page is as long as one of a patient without such a visit', async () => {
    for (const list of lists) {
      const whole = await answered(confidant.get(`/v1/patients/${patientId}/${list}`), 200)
      const { items, nextCursor } = await answered(parent.get(`/v1/patients/${patientId}/${list}?limit=1`), 200)
      expect([list, items.length, whole.items.length]).toEqual([list, 1, 2])
      expect(JSON.stringify(items)).not.toContain(sensitive.visitId)
      const rest =
        nextCursor &&
        (await answered(parent.get(`/v1/patients/${patientId}/${list}?limit=1&cursor=${nextCursor}`), 200))
      expect(rest?.items ?? []).toEqual([])
    }
  })

  it('is not in the sums of a bill, nor on paper', async () => {
    const statement = async (by: SignedInClient): Promise<Schemas['Statement']> =>
      answered(by.get(`/v1/patients/${patientId}/statement`), 200)
    const [whole, part] = [await statement(confidant), await statement(parent)]
    expect(whole.visits.map(({ visitId }) => visitId).toSorted()).toEqual([usual.visitId, sensitive.visitId].toSorted())
    expect(part.visits.map(({ visitId }) => visitId)).toEqual([usual.visitId])
    const due = (visits: Schemas['Statement']['visits']) => visits.reduce((sum, { dueCents }) => sum + dueCents, 0)
    expect(whole.balanceCents).toBe(due(whole.visits))
    expect(part.balanceCents).toBe(due(part.visits))
    expect(whole.balanceCents).toBeGreaterThan(part.balanceCents)
    const printed = async (by: SignedInClient): Promise<string> =>
      (await readPdf(new Uint8Array(await (await by.fetch(`/v1/accounts/${patientId}/statement/pdf`)).arrayBuffer())))
        .text
    expect(await printed(confidant)).toContain('Primary care visit')
    expect(await printed(parent)).not.toContain('Primary care visit')
  })

  it('is in no copy of the record for a proxy without the scope', async () => {
    const copied = async (by: SignedInClient): Promise<string> => {
      const response = await by.fetch(`/v1/record-copy?patientId=${patientId}`)
      const files = readZip(new Uint8Array(await response.arrayBuffer()))
      return ['record.json', 'record.fhir.json', 'record.html']
        .map((name) => files.get(name)?.toString('utf8'))
        .join('')
    }
    const [whole, part] = [await copied(confidant), await copied(parent)]
    for (const id of Object.values(sensitive)) {
      expect(whole).toContain(id)
      expect(part).not.toContain(id)
    }
    for (const id of Object.values(usual)) expect(part).toContain(id)
  })

  it('is not in who saw the record, nor in a live message', async () => {
    const seen = async (by: SignedInClient): Promise<readonly string[]> =>
      (await answered(by.get(`/v1/patients/${patientId}/accesses?limit=100`), 200)).items.map(
        ({ entity }: { entity: string }) => entity,
      )
    const of = (entities: readonly string[], entity: string) => entities.filter((each) => each === entity).length
    const [whole, part] = [await seen(confidant), await seen(parent)]
    for (const entity of ['Note', 'Visit', 'LabResult', 'Prescription'])
      expect([entity, of(part, entity) < of(whole, entity)]).toEqual([entity, true])
    expect(of(part, 'Note')).toBeGreaterThan(0)
    expect(JSON.stringify(heard)).not.toContain(sensitive.visitId)
    expect(JSON.stringify(heard)).toContain(usual.visitId)
  })

  it('is not in what was asked about who saw it: not in the list, in the copy of the record, in a live message, nor by asking', async () => {
    const patient = await ward.asPatient(patientId)
    const accessTo = async ({ noteId }: Recorded): Promise<string> =>
      (await ward.accessRows({ operation: 'getNote' })).find(({ entityId }) => entityId === noteId)?.id ?? ''
    const ask = (by: SignedInClient, accessId: string) =>
      by.post(`/v1/patients/${patientId}/access-questions`, { accessId, reason: 'other', text: 'Who else saw this?' })
    const doctor = await ward.asDoctor()
    for (const { noteId } of [usual, sensitive]) await answered(doctor.get(`/v1/notes/${noteId}`), 200)
    const told = listenLive(ward, parent)
    const [ofUsual, ofSensitive] = [await accessTo(usual), await accessTo(sensitive)]
    const { id: known } = await answered(ask(patient, ofUsual), 201)
    const { id: secret } = await answered(ask(patient, ofSensitive), 201)
    await ward.settle()
    const idsFor = async (by: SignedInClient): Promise<readonly string[]> =>
      (await answered(by.get(`/v1/access-questions?patientId=${patientId}`), 200)).items.map(
        ({ id }: { id: string }) => id,
      )
    expect(await idsFor(confidant)).toEqual([secret, known])
    expect(await idsFor(parent)).toEqual([known])
    const copy = await parent.fetch(`/v1/record-copy?patientId=${patientId}`)
    const record = readZip(new Uint8Array(await copy.arrayBuffer()))
      .get('record.json')
      ?.toString('utf8')
    expect(record).toContain(known)
    expect(record).not.toContain(secret)
    expect(JSON.stringify(told)).toContain(known)
    expect(JSON.stringify(told)).not.toContain(secret)
    expect((await ask(parent, ofSensitive)).status).toBe(404)
  })

  it('is not in the line of those who wait for it, which a proxy without the scope neither sees, joins nor leaves', async () => {
    // Without any visit yet.
    const waiting = await ward.addPatient()
    const [own, other, permitted] = [
      await ward.asPatient(waiting),
      await ward.asProxy(waiting, [...everythingElse]),
      await ward.asProxy(waiting, [...everythingElse, 'sensitive']),
    ]
    const told = listenLive(ward, other)
    const join = (by: SignedInClient, type: string) =>
      by.post('/v1/waitlist', {
        ...{ patientId: waiting, visitTypeId: ward.types.get(type)?.id },
        ...{ from: '2026-12-07', to: '2026-12-11' },
      })
    expect(await answered(join(other, 'primary-care-visit'), 403)).toMatchObject({ code: 'outside_proxy_scope' })
    const { id: secret } = await answered(join(own, 'primary-care-visit'), 201)
    const { id: known } = await answered(join(own, 'primary-care-follow-up'), 201)
    await ward.settle()
    const idsFor = async (by: SignedInClient): Promise<readonly string[]> =>
      (await answered(by.get(`/v1/waitlist?patientId=${waiting}`), 200)).items.map(({ id }: { id: string }) => id)
    expect(await idsFor(permitted)).toEqual([secret, known])
    expect(await idsFor(other)).toEqual([known])
    expect(JSON.stringify(told)).toContain(known)
    expect(JSON.stringify(told)).not.toContain(secret)
    const seen = await answered(other.get(`/v1/patients/${waiting}/accesses?limit=100`), 200)
    const done = seen.items.map(({ action, entity }: { action: string; entity: string }) => `${action} ${entity}`)
    expect(done).not.toContain('create WaitlistEntry')
    expect((await other.delete(`/v1/waitlist/${secret}`)).status).toBe(404)
    expect((await permitted.delete(`/v1/waitlist/${secret}`)).status).toBe(204)
  })

  it('is announced live as far as the scope goes: of the schedule, nothing of the record', () => {
    expect(JSON.stringify(heard)).toContain(usual.resultId)
    expect(JSON.stringify(heardOfSchedule)).not.toContain(usual.resultId)
    expect(heardOfSchedule).not.toEqual([])
  })

  const expectHidden = async (kind: 'member' | 'service') => {
    const nurse = await ward.as('nurse', { kind })
    for (const path of [
      `/v1/notes/${sensitive.noteId}`,
      `/v1/lab-results/${sensitive.resultId}`,
      `/v1/notes/${sensitive.noteId}/pdf`,
    ])
      expect([path, await statusOf(nurse, path)]).toEqual([path, 404])
    expect(await statusOf(nurse, `/v1/notes/${usual.noteId}`)).toBe(200)
    const { items } = await answered(nurse.get(`/v1/patients/${patientId}/notes`), 200)
    expect(items.map(({ id }: { id: string }) => id)).toEqual([usual.noteId])
    expect(await statusOf(nurse, `/v1/visits/${sensitive.visitId}`)).toBe(200)
    const { version } = await answered((await ward.asDoctor()).get(`/v1/lab-results/${sensitive.resultId}`), 200)
    expect(
      (await nurse.post(`/v1/lab-results/${sensitive.resultId}/review`, { version, release: true })).status,
    ).toBeGreaterThan(400)
  }
  it('is not in what a nurse reads of the chart, who still sees that the visit takes place', () =>
    expectHidden('member'))
  it('is not in what a program in the role of a nurse reads of the chart', () => expectHidden('service'))
})

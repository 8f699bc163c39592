import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printedText } from '../../../platform/documents/read-pdf.testing.ts'
import { readZip } from '../../../platform/documents/read-zip.testing.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withFollowUpVerbs, type FollowUpHospital } from '../../follow-up/tests/ward.testing.ts'

const day = 86_400_000

describe.each(domainEngines)('what a patient asks about the record, on %s', (engine) => {
  let ward: FollowUpHospital
  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => ward.stop())

  const correction = { kind: 'correction', what: 'It says that I smoke.', why: 'I never did.' }
  const pathOf = (patientId: string): string => `/v1/patients/${patientId}/privacy-requests`
  const asked = async (given: object = correction) => {
    const patientId = await ward.addPatient()
    const patient = await ward.asPatient(patientId)
    const request = await answered(patient.post(pathOf(patientId), given), 201)
    return { patientId, patient, request }
  }
  const officer = (): Promise<SignedInClient> => ward.as('privacy-officer')
  const decide = async (id: string, body: object) => (await officer()).post(`/v1/privacy-requests/${id}/decision`, body)
  const daysUntil = (instant: string): number => (Date.parse(instant) - ward.clock.now().getTime()) / day

  it('has a clock of 60 days for a correction and of 30 for the others, with one extension of 30', async () => {
    const { request } = await asked()
    expect(daysUntil(request.dueAt)).toBe(60)
    expect(request).toMatchObject({ status: 'waiting', askedByKind: 'patient', version: 1 })
    for (const kind of ['restriction', 'copy']) {
      const { request: other } = await asked({ kind, what: 'On paper' })
      expect(daysUntil(other.dueAt)).toBe(30)
    }
    const client = await officer()
    const extend = (version: number) =>
      client.post(`/v1/privacy-requests/${request.id}/extension`, { reason: 'We ask the laboratory.', version })
    const extended = await answered(extend(1), 200)
    expect(daysUntil(extended.dueAt)).toBe(90)
    expect(extended.extension).toMatchObject({ reason: 'We ask the laboratory.' })
    expect((await extend(2)).body.code).toBe('extension_refused')
  })

  it('cannot be given more time once the time is over', async () => {
    const { request } = await asked({ kind: 'copy', what: 'On paper' })
    ward.moveTo(new Date(ward.clock.now().getTime() + 31 * day))
    const late = await (
      await officer()
    ).post(`/v1/privacy-requests/${request.id}/extension`, { reason: 'Late', version: 1 })
    expect(late.body.code).toBe('extension_refused')
  })

  it('is denied on a listed ground only, and the patient may disagree once', async () => {
    const { request, patient, patientId } = await asked()
    for (const ground of [undefined, 'psychotherapy-notes', 'not-agreed'])
      expect(await decide(request.id, { decision: 'denied', ground, text: 'No', version: 1 })).toMatchObject({
        status: 422,
        body: { code: 'ground_missing', errors: [{ pointer: '/ground' }] },
      })
    const disagree = (version: number) =>
      patient.post(`/v1/privacy-requests/${request.id}/disagreement`, { text: 'I never smoked.', version })
    expect((await disagree(1)).body.code, 'not denied yet').toBe('disagreement_refused')
    const body = { decision: 'denied', ground: 'accurate-and-complete', text: 'You told us so in May.', version: 1 }
    const denied = await answered(decide(request.id, body), 200)
    expect(denied).toMatchObject({ status: 'denied', decision: { ground: 'accurate-and-complete' } })
    expect((await decide(request.id, { ...body, version: 2 })).body.code).toBe('request_answered')
    const said = await answered(disagree(2), 200)
    expect(said.disagreement).toMatchObject({ text: 'I never smoked.' })
    expect((await disagree(3)).body.code).toBe('disagreement_refused')
    const { items } = await answered(patient.get(pathOf(patientId)), 200)
    expect(items).toMatchObject([{ id: request.id, disagreement: { text: 'I never smoked.' } }])
  })

  it('is accepted for a note once the note has an addendum that is newer than the request', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId)
    let patient = await ward.asPatient(patientId)
    expect((await patient.post(pathOf(patientId), { ...correction, visitId })).body.code).toBe('note_not_signed')
    const note = await ward.sign(visitId)
    await ward.addend(note, 'An addendum from before.')
    ward.moveTo(new Date(ward.clock.now().getTime() + 60_000))
    patient = await ward.asPatient(patientId)
    const request = await answered(patient.post(pathOf(patientId), { ...correction, visitId }), 201)
    const accept = () => decide(request.id, { decision: 'accepted', text: 'Corrected in the note.', version: 1 })
    expect((await accept()).body.code).toBe('correction_missing')
    ward.moveTo(new Date(ward.clock.now().getTime() + 60_000))
    await ward.addend(note, 'The patient does not smoke.')
    expect(await answered(accept(), 200)).toMatchObject({
      status: 'accepted',
      decision: { text: 'Corrected in the note.' },
    })
  })

  it('is shown with the note: to who treats the patient, and in a copy of the record', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId)
    const { id: noteId } = await ward.sign(visitId)
    const patient = await ward.asPatient(patientId)
    const request = await answered(patient.post(pathOf(patientId), { ...correction, visitId }), 201)
    const body = { decision: 'denied', ground: 'accurate-and-complete', text: 'You told us so.', version: 1 }
    await answered(decide(request.id, body), 200)
    await answered(
      patient.post(`/v1/privacy-requests/${request.id}/disagreement`, { text: 'canary-statement', version: 2 }),
      200,
    )
    const { items } = await answered((await ward.asDoctor()).get(pathOf(patientId)), 200)
    expect(items).toMatchObject([{ visitId, disagreement: { text: 'canary-statement' } }])
    const response = await patient.fetch(`/v1/record-copy?patientId=${patientId}`)
    const files = readZip(new Uint8Array(await response.arrayBuffer()))
    const html = files.get('record.html')?.toString('utf8') ?? ''
    const notes = html.slice(html.indexOf('Notes of your clinicians'), html.indexOf('Measurements'))
    expect(notes).toContain('canary-statement')
    expect(files.get('record.fhir.json')?.toString('utf8')).toContain('canary-statement')
    for (const by of [patient, await ward.asDoctor(), await ward.asProxy(patientId, ['record'])]) {
      const printed = await printedText(by.fetch(`/v1/notes/${noteId}/pdf`))
      for (const words of ['canary-statement', 'Written by the patient', correction.what, 'You told us so.'])
        expect(printed, by.caller.kind).toContain(words)
    }
    const other = await ward.sign(await ward.visited(patientId))
    const later = await ward.asPatient(patientId)
    expect(await printedText(later.fetch(`/v1/notes/${other.id}/pdf`))).not.toContain('canary-statement')
  })

  it('waits for the privacy officer, the oldest first, and for no one else', async () => {
    const { request, patientId } = await asked()
    const { items } = await answered((await officer()).get('/v1/privacy-requests?limit=100'), 200)
    const own = items.find(({ id }: { id: string }) => id === request.id)
    expect(own).toMatchObject({ patientId, what: correction.what, patient: { id: patientId } })
    expect(items.map(({ askedAt }: { askedAt: string }) => askedAt)).toEqual(
      items.map(({ askedAt }: { askedAt: string }) => askedAt).toSorted(),
    )
    for (const role of ['front-desk', 'practitioner', 'biller', 'administrator'])
      expect((await (await ward.as(role)).get('/v1/privacy-requests')).status, role).toBe(403)
  })

  it('is no business of another patient, nor of a proxy without the record', async () => {
    const { request, patientId } = await asked()
    const { patient: stranger } = await asked()
    expect((await stranger.get(pathOf(patientId))).status).toBe(404)
    const statement = { text: 'Mine', version: 1 }
    expect((await stranger.post(`/v1/privacy-requests/${request.id}/disagreement`, statement)).status).toBe(404)
    const scheduling = await ward.asProxy(patientId, ['schedule'])
    expect((await scheduling.post(pathOf(patientId), correction)).body.code).toBe('outside_proxy_scope')
    const whole = await ward.asProxy(patientId, ['record'])
    expect(await answered(whole.post(pathOf(patientId), correction), 201)).toMatchObject({ askedByKind: 'proxy' })
  })

  it('may be one of 20 that wait at once, and no more', async () => {
    const { patient, patientId } = await asked()
    for (let more = 1; more < 20; more++) await answered(patient.post(pathOf(patientId), correction), 201)
    expect((await patient.post(pathOf(patientId), correction)).body.code).toBe('too_many_open_requests')
  })
})

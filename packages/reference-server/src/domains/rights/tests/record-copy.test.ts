import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readZip } from '../../../platform/documents/read-zip.testing.ts'
import { readPdf } from '../../../platform/documents/read-pdf.testing.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { setUpSampleBilling } from '../../billing/tests/set-up-sample-billing.testing.ts'
import { potassium } from '../../labs/tests/ordering-hospital.testing.ts'
import { withFollowUpVerbs, type FollowUpHospital } from '../../follow-up/tests/ward.testing.ts'
import { written } from '../../prescriptions/tests/practice.testing.ts'
import { liveThroughMore } from './live-through-more.testing.ts'
import { recordCall, recordedCall } from './record-a-call.testing.ts'
import { copiedTables, notFilled, type CopiedRecord } from './record-tables.testing.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe.each(domainEngines)('a copy of the whole record, on %s', (engine) => {
  let ward: FollowUpHospital & TestHospital<'laboratory'>
  let patientId: string
  let otherId: string
  let otherVisitId: string
  const secret = 'canary-of-psychotherapy'

  /** A patient with something in every part of the record. */
  const livedIn = async (family: string): Promise<{ readonly id: string; readonly visitId: string }> => {
    const id = await ward.addPatient({
      name: { given: 'Robin', family },
      phone: '614-555-0142',
      address: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
    })
    let patient = await ward.asPatient(id)
    const own = `/v1/patients/${id}`
    await answered(patient.put(`${own}/background`, { birthSex: 'F', version: 0 }), 200)
    const session = await ward.book(id, 'behavioral-health-session')
    const answers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
    const form = `/v1/appointments/${session.id}/intake/phq-9`
    const { body: phq } = await patient.get('/v1/questionnaires/phq-9')
    const scored = (phq.items as { linkId: string; type: string; options?: { code: string }[] }[])
      .filter(({ type }) => type === 'choice')
      .map(({ linkId, options }) => ({ linkId, values: [{ code: options?.[0]?.code }] }))
    expect(scored.length).toBeGreaterThanOrEqual(answers.length)
    await answered(patient.post(`${form}/submit`, { answers: scored, version: 0 }), 200)
    ward.moveTo(session.checkInFrom)
    const { id: sessionVisit } = await ward.checkIn(session)
    const therapist = await ward.asDoctor()
    await answered(therapist.post(`/v1/visits/${sessionVisit}/admit`), 200)
    await recordCall(ward, { patientId: id, visitId: sessionVisit, family })
    await answered(therapist.put(`/v1/visits/${sessionVisit}/psychotherapy-note`, { text: secret, version: 0 }), 200)
    await answered(therapist.post(`/v1/visits/${sessionVisit}/messages`, { text: 'Can you hear me?' }), 201)
    await answered(therapist.post(`/v1/visits/${sessionVisit}/end`, { outcome: 'completed' }), 200)
    await ward.settle()

    const visitId = await ward.visited(id)
    const doctor = await ward.asDoctor()
    patient = await ward.asPatient(id)
    await answered(doctor.put(`${own}/allergies/none-known`), 200)
    const prescribed = await answered(
      doctor.post(`${own}/prescriptions`, written({ visitId, pharmacyId: '9900005' })),
      201,
    )
    await answered(doctor.post(`/v1/prescriptions/${prescribed.id}/sign`, { version: prescribed.version }), 200)
    await answered(doctor.post(`${own}/prescriptions`, written({ visitId, pharmacyId: '9900005' })), 201)
    await answered(
      doctor.post(`${own}/allergies`, { substance: { name: 'Latex' }, reaction: 'Rash', severity: 'mild' }),
      201,
    )
    const tests = [{ code: 'K', answers: [] }]
    const order = { tests, diagnosisCodes: ['I10'], priority: 'routine', visitId }
    const { id: orderId } = await answered(doctor.post(`${own}/lab-orders`, order), 201)
    await ward.runJob('labs.transmit')
    for (const release of [true, false]) await reported(doctor, orderId, release)
    await answered(
      doctor.put(`${own}/care-plan`, {
        goals: [{ id: 'g1', text: 'Walk', status: 'active' }],
        activities: [],
        version: 0,
      }),
      200,
    )
    const note = await ward.sign(visitId)
    await ward.addend(note, `Added to the note of ${family}.`)
    patient = await ward.asPatient(id)
    await answered(
      patient.put(`/v1/visits/${visitId}/survey`, { rating: 9, couldHearAndSee: true, comment: 'Kind people' }),
      200,
    )
    const file = await sendFile(patient, `${own}/attachments`, 'POST')
    await sendFile(patient, `${own}/coverage-card/front`, 'PUT')
    const { items: payers } = await answered(patient.get('/v1/payers'), 200)
    const coverage = {
      payerId: payers[0].id,
      memberNumber: `M-${family}`,
      relationship: 'self',
      order: 1,
      from: '2026-01-01',
    }
    await answered(patient.post(`${own}/coverages`, coverage), 201)
    await answered(
      patient.post(`${own}/threads`, {
        topic: 'question',
        subject: 'A question',
        text: 'May I swim?',
        attachmentIds: [file],
      }),
      201,
    )
    const officer = await ward.as('privacy-officer')
    const told = {
      patientId: id,
      on: '2026-01-05',
      what: 'The dates of two visits.',
      recipient: { name: 'County Court' },
    }
    await answered(officer.post('/v1/disclosures', { ...told, purpose: 'court' }), 201)
    const held = { ...told, recipient: { name: 'canary-sheriff' }, purpose: 'law-enforcement' }
    const suspension = { until: '2099-12-31', statement: 'written', official: 'Deputy Sample' }
    await answered(officer.post('/v1/disclosures', { ...held, suspension }), 201)
    await liveThroughMore(ward, id, { visitId, note, prescriptionId: prescribed.id })
    await ward.settle()
    return { id, visitId }
  }
  const sendFile = async (patient: SignedInClient, path: string, method: 'POST' | 'PUT'): Promise<string> => {
    const response = await patient.fetch(path, {
      method,
      headers: { 'content-type': 'application/octet-stream' },
      body: png,
    })
    return ((await response.json()) as { id: string }).id
  }
  /** A result of the order, which the practitioner releases or keeps back. */
  const reported = async (doctor: SignedInClient, orderId: string, release: boolean): Promise<void> => {
    const { laboratory } = ward.partners
    const placerNumber = laboratory.orders.at(-1)?.placerNumber ?? ''
    await laboratory.report({ placerNumber, fillerNumber: `${placerNumber}-${release}`, values: [potassium('4.4')] })
    const { resultIds } = await answered(doctor.get(`/v1/lab-orders/${orderId}`), 200)
    const result = await answered(doctor.get(`/v1/lab-results/${resultIds.at(-1)}`), 200)
    await answered(doctor.post(`/v1/lab-results/${result.id}/review`, { version: result.version, release }), 200)
  }

  const copyOf = async (client: SignedInClient, query = `patientId=${patientId}`) => {
    const response = await client.fetch(`/v1/record-copy?${query}`)
    const bytes = new Uint8Array(await response.arrayBuffer())
    if (response.status !== 200) throw new Error(`${response.status} ${Buffer.from(bytes).toString()}`)
    const files = readZip(bytes)
    const text = (name: string): string => files.get(name)?.toString('utf8') ?? ''
    return {
      response,
      bytes,
      names: [...files.keys()],
      files,
      record: JSON.parse(text('record.json')) as CopiedRecord,
      bundle: JSON.parse(text('record.fhir.json')) as {
        entry: { fullUrl: string; resource: { resourceType: string; id: string } }[]
      },
      html: text('record.html'),
      text,
    }
  }

  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine, partners: ['pharmacy', 'laboratory'] }))
    await ward.keep('billing', (context) => setUpSampleBilling(context, '2026-11-25'))
    const other = await livedIn('Neighbor')
    otherId = other.id
    otherVisitId = other.visitId
    patientId = (await livedIn('Copied')).id
  })
  afterAll(() => ward.stop())

  const columns = async (): Promise<readonly string[]> => {
    const { rows } = await sql<{ name: string }>`
      select table_schema || '.' || table_name as name from information_schema.columns
      where column_name = 'patient_id' and table_schema not in ('audit', 'vault', 'platform')
        and table_name not in (select viewname from pg_views where schemaname = table_schema)`.execute(
      ward.platform.database.owner(),
    )
    return rows.map(({ name }) => name)
  }

  it('says for every table of a patient where it is in the copy, or why it is not', async () => {
    const listed = Object.keys(copiedTables)
    expect((await columns()).filter((name) => !listed.includes(name))).toEqual([])
  })

  it('has as many entries of each as the database has rows that the patient may read', async () => {
    const { record, names } = await copyOf(await ward.asPatient(patientId))
    const found: Record<string, number> = {}
    const stored: Record<string, number> = {}
    for (const [name, table] of Object.entries(copiedTables)) {
      if ('leftOut' in table) continue
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from ${sql.table(name)}
        where ${sql.ref(table.patient ?? 'patient_id')} = ${patientId}::uuid and ${sql.raw(table.where ?? 'true')}`.execute(
        ward.platform.database.owner(),
      )
      stored[name] = rows[0]?.count ?? 0
      found[name] = table.count(record, names)
    }
    expect(found).toEqual(stored)
    const empty = Object.keys(stored).filter((name) => stored[name] === 0)
    expect(empty.toSorted()).toEqual(Object.keys(notFilled).toSorted())
  })

  it('lists every access to the record up to this one', async () => {
    // One disclosure is held back: what staff did with disclosures would give it away.
    const before = (await ward.accessRows({ patientId })).filter(({ entity }) => entity !== 'Disclosure')
    const { record } = await copyOf(await ward.asPatient(patientId))
    expect(record.accesses).toHaveLength(before.length)
    expect(new Set(record.accesses.map(({ id }) => id))).toEqual(new Set(before.map(({ id }) => id)))
  })

  it('says to whom information was sent as often as the ledger has it, and not what is held back', async () => {
    const patient = await ward.asPatient(patientId)
    const exported = (await ward.accessRows({ patientId })).filter(
      ({ action, outcome }) => action === 'export' && outcome !== 'refused',
    )
    const { record, files } = await copyOf(patient)
    const sent = record.disclosures.filter(({ recipientKind }) => recipientKind !== 'named')
    expect(sent.reduce((total, { count }) => total + count, 0)).toBe(exported.length)
    expect(new Set(sent.map(({ recipientKind }) => recipientKind))).toContain('laboratory')
    for (const [name, bytes] of files) expect(bytes.toString('latin1').includes('canary-sheriff'), name).toBe(false)
  })

  it('contains nothing of another patient, no private note of a therapist and nothing unsigned', async () => {
    const { files } = await copyOf(await ward.asPatient(patientId))
    for (const [name, bytes] of files) {
      const content = bytes.toString('latin1')
      for (const foreign of [otherId, otherVisitId, 'Neighbor', secret])
        expect(content.includes(foreign), name).toBe(false)
    }
    const { record } = await copyOf(await ward.asPatient(patientId))
    expect(record.notes.map(({ status }) => status)).toEqual(['addended'])
    expect(record.prescriptions).toHaveLength(1)
  })

  it('is a bundle of FHIR in which every reference resolves', async () => {
    const { bundle } = await copyOf(await ward.asPatient(patientId))
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection' })
    const known = new Set(bundle.entry.map(({ resource }) => `${resource.resourceType}/${resource.id}`))
    expect(known.size, 'each resource once').toBe(bundle.entry.length)
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, to]) => to ?? '')
    expect(references.filter((to) => !known.has(to))).toEqual([])
    const types = new Set(bundle.entry.map(({ resource }) => resource.resourceType))
    for (const type of ['Patient', 'Encounter', 'DocumentReference', 'MedicationRequest', 'AuditEvent', 'Consent'])
      expect([...types]).toContain(type)
    for (const { fullUrl, resource } of bundle.entry)
      expect(fullUrl).toBe(`https://visits.example/fhir/${resource.resourceType}/${resource.id}`)
  })

  it('reads as a page and as a PDF, in the language that was asked for, and says what is left out', async () => {
    const english = await copyOf(await ward.asPatient(patientId))
    expect(english.html).toContain('<html lang="en">')
    expect(english.html).toContain('Added to the note of Copied.')
    expect(english.html).toContain('private notes of a talk therapist')
    expect(english.html).not.toMatch(/<script|https?:/i)
    const pdf = await readPdf(new Uint8Array(english.files.get('record.pdf') ?? []))
    expect(pdf.text).toContain('A copy of your record')
    const spanish = await copyOf(await ward.asPatient(patientId), `patientId=${patientId}&language=es`)
    expect(spanish.html).toContain('Una copia de su expediente')
  })

  it('has the recordings of calls as files, the newest first, and names those that are too large for it', async () => {
    const { files, record, bundle, names } = await copyOf(await ward.asPatient(patientId))
    const [{ id, visitId } = { id: '', visitId: '' }] = record.recordings
    const name = `files/recording-${id}.webm`
    expect(files.get(name)).toEqual(recordedCall('Copied'))
    expect(bundle.entry.find(({ resource }) => resource.resourceType === 'Media')?.resource).toMatchObject({
      id,
      encounter: { reference: `Encounter/${visitId}` },
      content: { contentType: 'video/webm', title: name },
    })

    // Newer, and larger than all files of a copy may be.
    const owner = ward.platform.database.owner()
    await sql`insert into visits.recordings (organization_id, id, visit_id, patient_id, seat_id, seats_version, media_type, recorded,
        started_at, ended_at, pieces, bytes)
      select organization_id, gen_random_uuid(), visit_id, patient_id, seat_id, seats_version, media_type, recorded,
        started_at + interval '1 minute', ended_at + interval '1 minute', 1, ${100 * 1024 * 1024}
      from visits.recordings where id = ${id}::uuid`.execute(owner)
    const larger = await copyOf(await ward.asPatient(patientId))
    expect(larger.record.recordings).toHaveLength(2)
    expect(larger.names).toEqual(names)
    expect(larger.html).toMatch(/These recordings are too large for this copy: [^.]+\d{4}/)
    await sql`delete from visits.recordings where visit_id = ${visitId}::uuid and id <> ${id}::uuid`.execute(owner)
  })

  it('is read when it is made: while it waits for other copies, nothing of it is in memory', async () => {
    const gate = Promise.withResolvers<void>()
    const { organizationId } = ward
    const others = ['one', 'two'].map((personId) =>
      ward.heavyWork.runLarge({ organizationId, personId }, () => gate.promise),
    )
    const patient = await ward.asPatient(patientId)
    const copy = copyOf(patient)
    // It waits: only a right to the record was looked at so far.
    await expect.poll(() => ward.heavyWork.largeWaiting).toBe(1)
    const subject = 'Written while the copy waited'
    await answered(
      patient.post(`/v1/patients/${patientId}/threads`, {
        topic: 'question',
        subject,
        text: 'Run?',
        attachmentIds: [],
      }),
      201,
    )
    gate.resolve()
    await Promise.all(others)
    expect((await copy).record.threads.map((thread) => thread.subject)).toContain(subject)
  })

  it('is recorded as an export, once, and needs a fresh authentication', async () => {
    const patient = await ward.asPatient(patientId)
    const before = (await ward.accessRows({ patientId, operation: 'getRecordCopy' })).length
    const { response } = await copyOf(patient)
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('cache-control')).toContain('no-store')
    const rows = await ward.accessRows({ patientId, operation: 'getRecordCopy' })
    expect(rows.length).toBe(before + 1)
    expect(rows.at(-1)).toMatchObject({ action: 'export', entity: 'RecordCopy', actorId: patientId, purpose: 'PATRQT' })
    const authenticatedAt = new Date(ward.clock.now().getTime() - 3_600_000)
    const earlier = await ward.as('patient', { personId: patientId, authenticatedAt })
    expect((await earlier.get(`/v1/record-copy?patientId=${patientId}`)).body.code).toBe('step_up_required')
  })

  it('is given to no one else, and to a proxy as far as their right goes', async () => {
    const stranger = await ward.asPatient(otherId)
    expect((await stranger.get(`/v1/record-copy?patientId=${patientId}`)).status).toBe(404)
    for (const role of ['practitioner', 'front-desk', 'administrator'])
      expect((await (await ward.as(role)).get(`/v1/record-copy?patientId=${patientId}`)).status).toBe(403)
    const scheduling = await ward.asProxy(patientId, ['schedule'])
    expect((await scheduling.get(`/v1/record-copy?patientId=${patientId}`)).body.code).toBe('outside_proxy_scope')
    const { record, html } = await copyOf(await ward.asProxy(patientId, ['record']))
    // Also what is found by the items of a section that the right does not cover: its list would be empty, and say that there is nothing.
    expect(record.outsideRight).toEqual([
      ...['background', 'preferences', 'consents', 'evidence', 'waitlist', 'intake', 'visits', 'guests', 'recordings'],
      ...['pharmacy', 'surveys', 'notices'],
    ])
    expect(record.consents).toEqual([])
    expect(record.notes).toHaveLength(1)
    expect(record.outcomes).toHaveLength(1)
    expect(html).toContain('You may not see these parts')
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readZip } from '../../../platform/documents/read-zip.testing.ts'
import { readPdf } from '../../../platform/documents/read-pdf.testing.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { setUpSampleBilling } from '../../billing/tests/set-up-sample-billing.testing.ts'
import { withFollowUpVerbs } from '../../follow-up/tests/ward.testing.ts'
import { liveThroughAll, textOfTherapy, type Ward } from './live-through-all.testing.ts'
import { recordedCall } from './record-a-call.testing.ts'
import { copiedTables, notFilled, type CopiedRecord } from './record-tables.testing.ts'

describe.each(domainEngines)('a copy of the whole record, on %s', (engine) => {
  let ward: Ward
  let patientId: string
  let otherId: string
  let otherVisitId: string

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
    const other = await liveThroughAll(ward, 'Neighbor')
    otherId = other.id
    otherVisitId = other.visitId
    patientId = (await liveThroughAll(ward, 'Copied')).id
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
      for (const foreign of [otherId, otherVisitId, 'Neighbor', textOfTherapy])
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

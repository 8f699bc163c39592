import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { printedText } from '../../../platform/documents/read-pdf.testing.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, hospitalOpensAt, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { addMember, grantProxy } from '../../directory/index.ts'
import { insertPatientDirectly } from '../../directory/tests/lakeside.testing.ts'

type Schemas = components['schemas']
type Accounted = Schemas['AccountedDisclosure']
type Disclosure = Schemas['Disclosure']

const county = { name: 'County Health Department', address: '2 Sample Square, Exampleville' }
const facts = { on: '2026-11-20', purpose: 'public-health', recipient: county, what: 'A case of measles' } as const
/** Words as they are, whatever the lines. */
const unspaced = (text: string): string => text.replaceAll(/\s/g, '')
const police = {
  ...{ on: '2026-11-19', purpose: 'law-enforcement', what: 'When a visit took place' },
  recipient: { name: 'Exampleville Police' },
} as const
const heldBack = { until: '2026-12-10', statement: 'oral', official: 'Sergeant Sample' } as const

describe.each(domainEngines)('an accounting of disclosures, on %s', (engine) => {
  let hospital: TestHospital
  let officerId: string
  let officer: SignedInClient
  let id: string
  let patient: SignedInClient
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
    officer = await hospital.as('privacy-officer', { personId: officerId })
    id = (await insertPatientDirectly(hospital)).id
    patient = await hospital.as('patient', { personId: id })
  })

  const read = async (by: SignedInClient, query = ''): Promise<Accounted[]> =>
    (await answered(by.get(`/v1/patients/${id}/disclosure-accounting${query}`), 200)).items
  const record = (body: object = facts): Promise<Disclosure> =>
    answered(officer.post('/v1/disclosures', { patientId: id, ...body }), 201)
  const correct = (one: Disclosure, body: object) =>
    officer.post(`/v1/disclosures/${one.id}/correction`, {
      ...{ on: one.on, purpose: one.purpose, recipient: one.recipient, what: one.what },
      ...{ isInError: false, reason: 'It was typed wrong.', version: one.version },
      ...body,
    })
  const suspend = (one: Disclosure, body: object = {}) =>
    officer.post(`/v1/disclosures/${one.id}/suspension`, { ...heldBack, version: one.version, ...body })
  const listed = async (): Promise<Disclosure[]> =>
    (await answered(officer.get(`/v1/disclosures?patientId=${id}`), 200)).items

  /** Commits rows to the ledger as transmissions do, each like an access of now. */
  const sent = async (...rows: readonly Record<string, unknown>[]): Promise<void> => {
    await answered(patient.get(`/v1/patients/${id}`), 200)
    const [like] = await hospital.accessRows({ patientId: id })
    const all = rows.map((row) => ({
      ...{ id: newId(), action: 'export', actor_kind: 'system', purpose: 'HOPERAT', outcome: 'done' },
      ...row,
    }))
    await hospital.platform.database.transactAcross('audit', async (tx) => {
      for (const row of all)
        await sql`insert into audit.access_rows
          select (jsonb_populate_record(seen, ${JSON.stringify(row)}::jsonb)).* from audit.access_rows seen where id = ${like?.id}`.execute(
          tx,
        )
    })
  }
  const everyKind = [
    { entity: 'LabOrder', purpose: 'TREAT', at: '2021-02-01T12:00:00Z' },
    { entity: 'LabOrder', purpose: 'TREAT', at: '2026-10-02T12:00:00Z', outcome: 'failed' },
    { entity: 'Prescription', purpose: 'TREAT', at: '2026-10-03T12:00:00Z' },
    { entity: 'Claim', purpose: 'HPAYMT', at: '2026-10-04T12:00:00Z' },
    { entity: 'WebhookDelivery', at: '2026-10-05T12:00:00Z' },
    { entity: 'WebhookDelivery', at: '2026-10-06T12:00:00Z' },
    { entity: 'Delivery', at: '2026-10-07T12:00:00Z' },
    { entity: 'RecordCopy', purpose: 'PATRQT', actor_kind: 'patient', at: '2026-10-08T12:00:00Z' },
    { entity: 'LabOrder', purpose: 'HRESCH', at: '2026-10-09T12:00:00Z' },
    { entity: 'LabOrder', purpose: 'COVERAGE', at: '2026-10-10T12:00:00Z' },
  ]

  it('has each disclosure that the law counts with day, recipient, address, what and why, and nothing else', async () => {
    await record()
    await sent(...everyKind)
    expect(await read(patient)).toEqual([
      {
        ...{ purpose: 'public-health', isCounted: true, firstOn: '2026-11-20', lastOn: '2026-11-20', count: 1 },
        ...{ unconfirmed: 0, recipientKind: 'named', recipient: county, what: 'A case of measles' },
      },
      {
        ...{ purpose: 'unlisted', isCounted: true, firstOn: '2026-10-10', lastOn: '2026-10-10', count: 1 },
        ...{ unconfirmed: 0, recipientKind: 'laboratory', content: 'lab-order' },
      },
      {
        ...{ purpose: 'research', isCounted: true, firstOn: '2026-10-09', lastOn: '2026-10-09', count: 1 },
        ...{ unconfirmed: 0, recipientKind: 'laboratory', content: 'lab-order' },
      },
    ])
  })

  it('leaves out what the law leaves out, and shows it with the reason to a person who wants everything', async () => {
    const purposes = [
      ...['treatment', 'payment', 'operations', 'to-patient', 'authorization', 'involved-in-care'],
      ...['national-security', 'custody', 'limited-data-set'],
    ]
    for (const purpose of purposes) await record({ ...facts, purpose })
    expect(await read(patient)).toEqual([])
    const all = await read(patient, '?everything=true')
    expect(all.map(({ purpose }) => purpose).toSorted()).toEqual(purposes.toSorted())
    expect(all.every(({ isCounted }) => !isCounted)).toBe(true)
    const counted = [
      ...['required-by-law', 'public-health', 'abuse-or-neglect', 'health-oversight', 'court', 'law-enforcement'],
      ...['coroner', 'organ-donation', 'research', 'serious-threat', 'government', 'workers-compensation'],
      'not-allowed',
    ]
    for (const purpose of counted) await record({ ...facts, purpose })
    expect((await read(patient)).map(({ purpose }) => purpose).toSorted()).toEqual(counted.toSorted())
  })

  it('equals the ledger: everything that it says was sent is in it once, with its first and its last day', async () => {
    await sent(...everyKind, ...everyKind.slice(1, 5))
    const { id: otherId } = await insertPatientDirectly(hospital)
    await sent({ entity: 'Claim', purpose: 'HPAYMT', patient_id: otherId })
    // Neither was sent: one was refused, the other one was printed for a colleague.
    await sent({ entity: 'RecordCopy', outcome: 'refused' }, { entity: 'Note', action: 'print' })
    const all = await read(patient, '?everything=true')
    const rows = await hospital.platform.database.transactAcross('audit', (tx) =>
      sql<{ entity: string; first: string; last: string; count: number; failed: number }>`
        select entity, min(at at time zone 'America/New_York')::date::text as first,
          max(at at time zone 'America/New_York')::date::text as last, count(*)::integer as count,
          (count(*) filter (where outcome = 'failed'))::integer as failed
        from audit.accesses where patient_id = ${id} and action = 'export' and outcome <> 'refused'
        group by entity, purpose order by entity, purpose`.execute(tx),
    )
    const entities: Record<string, string> = {
      ...{ Claim: 'claim', Delivery: 'notice', LabOrder: 'lab-order', Prescription: 'prescription' },
      ...{ RecordCopy: 'record-copy', WebhookDelivery: 'update' },
    }
    const ofLedger = rows.rows.map(({ entity, first, last, count, failed }) =>
      [entities[entity], first, last, count, failed].join(),
    )
    const ofReport = all.map(({ content, firstOn, lastOn, count, unconfirmed }) =>
      [content, firstOn, lastOn, count, unconfirmed].join(),
    )
    expect(ofReport.toSorted()).toEqual(ofLedger.toSorted())
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(14)
  })

  it('covers six years, or the days that are asked for, and refuses more with the day that is possible', async () => {
    await sent(
      { entity: 'LabOrder', purpose: 'HRESCH', at: '2020-11-24T23:00:00Z' },
      { entity: 'Claim', purpose: 'HRESCH', at: '2020-11-25T12:00:00Z' },
      // The evening before, by the clock of the clinic.
      { entity: 'Payment', purpose: 'HRESCH', at: '2026-11-11T04:00:00Z' },
    )
    await record({ ...facts, on: '2020-11-24' })
    await record({ ...facts, on: '2026-11-11', what: 'Two cases' })
    expect(await answered(patient.get(`/v1/patients/${id}/disclosure-accounting`), 200)).toMatchObject({
      ...{ from: '2020-11-25', to: '2026-11-25' },
      items: [{ what: 'Two cases' }, { content: 'payment', lastOn: '2026-11-10' }, { content: 'claim' }],
    })
    expect(await read(patient, '?from=2026-11-10&to=2026-11-10')).toMatchObject([{ content: 'payment' }])
    expect(await read(patient, '?from=2026-11-11&to=2026-11-11')).toMatchObject([{ what: 'Two cases' }])
    const ask = (query: string) => patient.get(`/v1/patients/${id}/disclosure-accounting?${query}`)
    expect(await answered(ask('from=2020-11-24'), 422)).toMatchObject({
      code: 'period_refused',
      errors: [{ pointer: 'query:from', message: 'Must not be before 2020-11-25.' }],
    })
    expect(await answered(ask('from=2026-11-02&to=2026-11-01'), 422)).toMatchObject({
      errors: [{ pointer: 'query:to' }],
    })
  })

  it('sums up those that are alike in recipient, purpose and content: the first, how many, the last', async () => {
    for (const on of ['2026-09-01', '2026-11-01', '2026-10-01']) await record({ ...facts, on })
    await record({ ...facts, on: '2026-08-01', what: 'A case of mumps' })
    await record({ ...facts, on: '2026-07-01', recipient: { name: county.name } })
    expect((await read(patient)).map(({ count, firstOn, lastOn }) => [count, firstOn, lastOn])).toEqual([
      [3, '2026-09-01', '2026-11-01'],
      [1, '2026-08-01', '2026-08-01'],
      [1, '2026-07-01', '2026-07-01'],
    ])
  })

  it('is read by the patient, and by proxies who may see the record, of this patient only', async () => {
    await record()
    const proxyWith = async (scope: ('record' | 'visit')[]): Promise<SignedInClient> => {
      const right = await hospital.keep('directory', (context) =>
        grantProxy(context, id, {
          displayName: 'Alex Proxysample',
          relationship: 'spouse',
          scope,
          from: '2026-01-01',
          identity: { issuer: 'https://id.example', subject: newId() },
        }),
      )
      return hospital.as('proxy', { personId: right.id, patientIds: [id] })
    }
    expect(await read(await proxyWith(['record']))).toHaveLength(1)
    const narrow = await proxyWith(['visit'])
    const refused = narrow.get(`/v1/patients/${id}/disclosure-accounting`)
    expect(await answered(refused, 403)).toMatchObject({ code: 'outside_proxy_scope' })
    const other = await hospital.as('patient', { personId: (await insertPatientDirectly(hospital)).id })
    await answered(other.get(`/v1/patients/${id}/disclosure-accounting`), 404)
    await answered(other.get(`/v1/disclosure-accounting/pdf?patientId=${id}`), 404)
    await answered(patient.get(`/v1/disclosures?patientId=${id}`), 403)
    await answered(patient.post('/v1/disclosures', { patientId: id, ...facts }), 403)
    expect(await read(officer)).toHaveLength(1)
  })

  it('is printed in the language that is asked for, with the same lines', async () => {
    await record()
    await sent(...everyKind)
    const printed = (query: string) =>
      printedText(patient.fetch(`/v1/disclosure-accounting/pdf?patientId=${id}${query}`))
    const english = await printed('')
    expect(english).toContain('Who your information was sent to')
    for (const part of [
      'Pat Sample',
      'Nov 20, 2026',
      county.name,
      county.address,
      'A case of measles',
      'Public health',
    ])
      expect(unspaced(english)).toContain(unspaced(part))
    expect(unspaced(english)).not.toContain(unspaced('Your care'))
    expect(unspaced(english)).not.toContain(unspaced('What the law does not count'))
    const all = await printed('&everything=true')
    for (const part of ['Your care', 'A claim', 'What the law does not count'])
      expect(unspaced(all)).toContain(unspaced(part))
    expect(unspaced(await printed('&language=es'))).toContain('Saludpública')
  })

  it('leaves a row each time it is read, printed or changed, and a printed one is no disclosure', async () => {
    const one = await record()
    await answered(correct(one, {}), 200)
    await read(patient)
    await printedText(patient.fetch(`/v1/disclosure-accounting/pdf?patientId=${id}&everything=true`))
    await listed()
    const rows = await hospital.accessRows({ patientId: id })
    expect(
      rows
        .filter(({ entity }) => entity.startsWith('Disclosure'))
        .map(({ action, entity, actorKind }) => `${actorKind} ${action} ${entity}`)
        .toSorted(),
    ).toEqual([
      'member create Disclosure',
      'member search Disclosure',
      'member update Disclosure',
      'patient print DisclosureAccounting',
      'patient read DisclosureAccounting',
    ])
    expect(await read(patient, '?everything=true')).toHaveLength(1)
  })

  describe('what staff record by hand', () => {
    it('is corrected with a reason, and what it said before stays', async () => {
      const one = await record()
      const after = await answered(correct(one, { on: '2026-11-18', purpose: 'court' }), 200)
      expect(after).toMatchObject({ on: '2026-11-18', purpose: 'court', version: 2, recordedBy: 'Robin Officersample' })
      const stale = { code: 'version_conflict' }
      expect(await answered(correct(one, { on: '2026-11-17' }), 409)).toMatchObject(stale)
      const [found] = await listed()
      expect(found?.corrections).toEqual([
        {
          ...{ at: hospitalOpensAt.replace('Z', '.000Z'), by: 'Robin Officersample', reason: 'It was typed wrong.' },
          ...facts,
          isInError: false,
        },
      ])
      expect(await read(patient)).toMatchObject([{ firstOn: '2026-11-18', purpose: 'court' }])
    })

    it('that was recorded in error is in no accounting, and stays for staff', async () => {
      const one = await record()
      await answered(correct(one, { isInError: true, reason: 'It was another patient.' }), 200)
      expect(await read(patient, '?everything=true')).toEqual([])
      expect(await listed()).toMatchObject([{ id: one.id, isInError: true }])
    })

    it('cannot be deleted, by the server or in its role of the database', async () => {
      const one = await record()
      expect((await officer.delete(`/v1/disclosures/${one.id}`)).status).toBe(404)
      const deleted = hospital.keep('compliance', ({ tx }) => sql`delete from compliance.disclosures`.execute(tx))
      await expect(deleted).rejects.toThrow('42501')
      expect(await listed()).toHaveLength(1)
    })

    it('is not in the future, has a purpose of the list and a recipient, and is of a patient who exists', async () => {
      const post = (body: object) => officer.post('/v1/disclosures', { patientId: id, ...facts, ...body })
      expect(await answered(post({ on: '2026-11-26' }), 422)).toMatchObject({
        code: 'day_refused',
        errors: [{ pointer: '/on', message: 'Must be 2026-11-25 or earlier.' }],
      })
      for (const body of [{ purpose: 'curiosity' }, { purpose: 'unlisted' }, { recipient: { name: '' } }, { what: '' }])
        expect(await answered(post(body), 400)).toMatchObject({ code: 'invalid_request' })
      await answered(post({ patientId: newId() }), 404)
      expect(await listed()).toEqual([])
    })

    it('is encrypted', async () => {
      await record()
      const { rows } = await hospital.keep('compliance', ({ tx }) =>
        sql<{ text: string }>`select disclosures::text as text from compliance.disclosures`.execute(tx),
      )
      expect(JSON.stringify(rows)).not.toMatch(/County|measles/)
    })
  })

  describe('a suspension', () => {
    it('holds a disclosure back until its day, also from the printed list and the list of accesses, and then ends by itself', async () => {
      const accesses = async (by: SignedInClient): Promise<string[]> =>
        (await answered(by.get(`/v1/patients/${id}/accesses`), 200)).items.map(
          ({ entity }: Schemas['Access']) => entity,
        )
      await record()
      await record({ ...police, suspension: heldBack })
      await listed()
      const seen = async (): Promise<string[]> => (await read(patient)).map(({ purpose }) => purpose)
      const print = () => printedText(patient.fetch(`/v1/disclosure-accounting/pdf?patientId=${id}&everything=true`))
      expect(await seen()).toEqual(['public-health'])
      expect(await print()).not.toContain('Police')
      expect(await accesses(patient)).not.toContain('Disclosure')
      expect(await accesses(officer)).toContain('Disclosure')
      // Staff print what the patient reads.
      expect((await read(officer)).map(({ purpose }) => purpose)).toEqual(['public-health'])
      expect((await listed()).map(({ suspension }) => suspension)).toEqual([
        { ...heldBack, at: hospitalOpensAt.replace('Z', '.000Z'), by: 'Robin Officersample' },
        undefined,
      ])
      // The last minutes of its last day, and the first of the next one, by the clock of the clinic.
      for (const [at, purposes] of [
        ['2026-12-11T04:59:00Z', ['public-health']],
        ['2026-12-11T05:00:00Z', ['public-health', 'law-enforcement']],
      ] as const) {
        hospital.clock.set(at)
        patient = await hospital.as('patient', { personId: id })
        expect(await seen()).toEqual(purposes)
      }
      expect(await print()).toContain('Police')
      expect(await accesses(patient)).toContain('Disclosure')
    })

    it('that was only said lasts at most 30 days; one in writing as long as it says', async () => {
      const one = await record(police)
      const refused = await answered(suspend(one, { until: '2026-12-26' }), 422)
      expect(refused).toMatchObject({
        code: 'suspension_refused',
        errors: [{ pointer: '/until', message: expect.stringContaining('2026-12-25') }],
      })
      await answered(suspend(one, { until: '2026-11-24' }), 422)
      const said = await answered(suspend(one, { until: '2026-12-25' }), 200)
      await answered(suspend(one), 409)
      const written = await answered(suspend(said, { until: '2027-11-25', statement: 'written' }), 200)
      expect(written.suspension).toMatchObject({ until: '2027-11-25', statement: 'written' })
    })

    it('is possible for law enforcement and health oversight only, and ends with another purpose', async () => {
      const other = await record()
      expect(await answered(suspend(other), 422)).toMatchObject({ code: 'suspension_refused' })
      await answered(officer.post('/v1/disclosures', { patientId: id, ...facts, suspension: heldBack }), 422)
      const oversight = await record({ ...facts, purpose: 'health-oversight', what: 'An audit' })
      const held = await answered(suspend(oversight), 200)
      expect(await read(patient)).toHaveLength(1)
      const corrected = await answered(correct(held, { purpose: 'court' }), 200)
      expect(corrected).not.toHaveProperty('suspension')
      expect(await read(patient)).toHaveLength(2)
    })
  })
})

import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { newAddress, prepareNotices } from '../../messaging/tests/notices.testing.ts'

type Access = components['schemas']['Access']

const job = 'compliance.find-new-readers'

describe.each(domainEngines)('the first access by a new reader on %s', (engine) => {
  const notices = prepareNotices(engine)
  const { mailsTo, prefer } = notices

  const again = ({ caller }: SignedInClient): Promise<SignedInClient> =>
    notices.kit.as(caller.kind === 'member' ? 'nurse' : 'patient', { personId: caller.personId })

  /** A member opens the record, a second after whatever was before. */
  const open = async (member: SignedInClient, patientId: string): Promise<void> => {
    notices.kit.clock.advance({ seconds: 1 })
    expect((await (await again(member)).get(`/v1/patients/${patientId}`)).status).toBe(200)
  }

  const link = () => notices.kit.platform.checkpointer.checkpointNow()

  const find = async (): Promise<void> => {
    await link()
    await notices.kit.runJob(job)
  }

  const choose = async (client: SignedInClient, patientId: string, tellFirstAccess: boolean, version = 0) => {
    notices.kit.clock.advance({ seconds: 1 })
    expect((await prefer(await again(client), patientId, { tellFirstAccess, version })).status).toBe(200)
    await notices.kit.settle()
  }

  /** A patient who has asked for notices, and whose earlier readers are known. */
  const asking = async () => {
    const email = newAddress()
    const { id, client } = await notices.kit.addPatient({ email })
    await choose(client, id, true)
    await find()
    return { id, client, email }
  }

  /** What was sent after the half hour in which others may follow. */
  const mailsLater = async (email: string) => {
    notices.kit.clock.advance({ minutes: 30 })
    await notices.kit.send()
    return mailsTo(email)
  }

  /** The people whose accesses the patient reads as their first. */
  const marked = async (client: SignedInClient, patientId: string) => {
    const { body } = await (await again(client)).get(`/v1/patients/${patientId}/accesses?limit=100`)
    return (body.items as Access[]).filter(({ firstAccess }) => firstAccess).map(({ actor }) => actor.displayName)
  }

  const remembered = async (patientId: string): Promise<number> => {
    const db = notices.kit.platform.database.reader({
      domain: 'compliance',
      organizationId: notices.kit.organizationId,
    })
    const { rows } = await sql`select from compliance.known_readers where patient_id = ${patientId}`.execute(db)
    return rows.length
  }

  /** Adds a row like one that is in the ledger, committed now. */
  const addAccess = (patientId: string, changed: object): Promise<unknown> =>
    notices.kit.platform.database.transactAcross('audit', (tx) =>
      sql`insert into audit.access_rows
          select (jsonb_populate_record(known, ${JSON.stringify({ id: newId(), ...changed })}::jsonb
            || jsonb_build_object('xid', pg_current_xact_id()::text))).*
          from audit.access_rows as known
          where id = (select id from audit.access_rows where patient_id = ${patientId} order by id limit 1)`.execute(
        tx,
      ),
    )

  test('is none of a person who only writes down to whom something was disclosed', async () => {
    const { id, client, email } = await asking()
    const before = await remembered(id)
    const member = await notices.kit.addMember('privacy-officer', 'Robin Officersample')
    const officer = await notices.kit.as('privacy-officer', { personId: member.caller.personId })
    const disclosure = {
      ...{ patientId: id, on: '2026-11-01', purpose: 'law-enforcement', recipient: { name: 'Police' }, what: 'A day' },
      suspension: { until: '2027-01-01', statement: 'written', official: 'Sergeant Sample' },
    }
    expect((await officer.post('/v1/disclosures', disclosure)).status).toBe(201)
    await find()
    expect(await remembered(id)).toBe(before)
    expect(await mailsLater(email)).toEqual([])
    expect(await marked(client, id)).toEqual([])
  })

  test('the patient receives one mail, without a name, which leads to the list of accesses, where the person is marked', async () => {
    const { id, client, email } = await asking()
    const nurse = await notices.kit.addMember('nurse', 'Nia Newsample')
    await open(nurse, id)
    await open(nurse, id)
    await find()
    await notices.kit.send()
    expect(mailsTo(email)).toEqual([])
    expect(await marked(client, id)).toEqual(['Nia Newsample'])

    const [mail, ...others] = await mailsLater(email)
    expect(others).toEqual([])
    expect(mail?.subject).toBe('Someone new opened your record')
    expect(mail?.text).toMatch(/https:\/\/portal\.lakeside\.example\/access\s/)
    expect(mail?.raw).not.toMatch(/Nia|Newsample|Ana|Fictional|nurse/)
    await open(nurse, id)
    await find()
    expect(await mailsLater(email)).toHaveLength(1)
    expect(await marked(client, id)).toEqual(['Nia Newsample'])
  })

  test('the mail is in the language of the patient, and waits for the end of the quiet hours', async () => {
    const { id, client, email } = await asking()
    const quietHours = { from: '00:00', to: '16:00' }
    await prefer(await again(client), id, { language: 'es', quietHours, version: 1 })
    await open(await notices.kit.addMember('nurse'), id)
    await find()
    expect(await mailsLater(email)).toEqual([])
    notices.kit.clock.set('2026-11-25T21:00:01Z')
    await notices.kit.send()
    expect(mailsTo(email).map(({ subject }) => subject)).toEqual(['Alguien nuevo abrió su expediente'])
  })

  test('people who are new within half an hour are one notice, and one who comes later is another', async () => {
    const { id, client, email } = await asking()
    for (const name of ['Robin Firstsample', 'Sam Secondsample']) {
      await open(await notices.kit.addMember('nurse', name), id)
      await find()
      notices.kit.clock.advance({ minutes: 5 })
    }
    expect(await mailsLater(email)).toHaveLength(1)
    await open(await notices.kit.addMember('nurse', 'Lee Thirdsample'), id)
    await find()
    expect(await mailsLater(email)).toHaveLength(2)
    expect(await marked(client, id)).toEqual(['Lee Thirdsample', 'Sam Secondsample', 'Robin Firstsample'])
  })

  test('who opened the record before the choice is not new', async () => {
    const email = newAddress()
    const { id, client } = await notices.kit.addPatient({ email })
    const known = await notices.kit.addMember('nurse')
    await open(known, id)
    await choose(client, id, true)
    await open(known, id)
    await find()
    await open(known, id)
    await find()
    expect(await remembered(id)).toBe(1)
    expect(await mailsLater(email)).toEqual([])
    expect(await marked(client, id)).toEqual([])
  })

  test('everyone before the choice is known, however many accesses there were', async () => {
    const email = newAddress()
    const { id, client } = await notices.kit.addPatient({ email })
    const [first, last] = [await notices.kit.addMember('nurse'), await notices.kit.addMember('nurse')]
    await client.get(`/v1/patients/${id}`)
    await notices.kit.platform.ledger.settle()
    // More than the page of the ledger that is read at a time. The ids are older than all others, and in order.
    await notices.kit.platform.database.transactAcross('audit', (tx) =>
      sql`insert into audit.access_rows
          select (jsonb_populate_record(known, jsonb_build_object(
            'id', '00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'),
            'actor_kind', case when n in (1, 5002) then 'member' else 'patient' end,
            'actor_id', case n when 1 then ${first.caller.personId}::text when 5002 then ${last.caller.personId} else ${id} end))).*
          from audit.access_rows as known, generate_series(1, 5002) as n
          where id = (select id from audit.access_rows where patient_id = ${id} order by id limit 1)`.execute(tx),
    )
    await choose(client, id, true)
    for (const member of [first, last]) await open(member, id)
    await find()
    expect(await remembered(id)).toBe(2)
    expect(await mailsLater(email)).toEqual([])
  })

  test('a new reader who comes before the earlier ones are known is found', async () => {
    const email = newAddress()
    const { id, client } = await notices.kit.addPatient({ email })
    const [known, unknown] = [
      await notices.kit.addMember('nurse'),
      await notices.kit.addMember('nurse', 'Jo Newsample'),
    ]
    await open(known, id)
    await choose(client, id, true)
    await open(known, id)
    await open(unknown, id)
    await find()
    expect(await marked(client, id)).toEqual(['Jo Newsample'])
    expect(await mailsLater(email)).toHaveLength(1)
  })

  test('an access of the patient, of a proxy, of the server itself and a refused one makes no reader', async () => {
    const { id, client, email } = await asking()
    const proxy = await notices.kit.addProxy(id, ['record'])
    notices.kit.clock.advance({ seconds: 1 })
    expect((await (await again(client)).get(`/v1/patients/${id}`)).status).toBe(200)
    expect((await proxy.get(`/v1/patients/${id}`)).status).toBe(200)
    const at = notices.kit.clock.now().toISOString()
    await addAccess(id, { at, actor_kind: 'member', actor_id: newId(), outcome: 'refused' })
    await addAccess(id, { at, actor_kind: 'system', actor_id: newId(), outcome: 'done' })
    await addAccess(id, { at, actor_kind: 'service', actor_id: newId(), outcome: 'done' })
    await find()
    expect(await remembered(id)).toBe(0)
    expect(await mailsLater(email)).toEqual([])
  })

  test('an access that is committed long after its id was made is found', async () => {
    const { id, email } = await asking()
    const nurse = await notices.kit.addMember('nurse')
    await open(nurse, id)
    await find()
    const at = notices.kit.clock.now().toISOString()
    const old = '00000000-0000-7000-9000-000000000001'
    await addAccess(id, { id: old, at, actor_kind: 'member', actor_id: newId(), outcome: 'done' })
    // Linked together with one whose id is new.
    await open(nurse, id)
    await find()
    expect(await remembered(id)).toBe(2)
    expect(await mailsLater(email)).toHaveLength(1)
  })

  test('a patient who did not ask receives nothing, and no reader is remembered', async () => {
    const email = newAddress()
    const { id, client } = await notices.kit.addPatient({ email })
    await asking()
    await open(await notices.kit.addMember('nurse'), id)
    await find()
    expect(await remembered(id)).toBe(0)
    expect(await mailsLater(email)).toEqual([])
    expect(await marked(client, id)).toEqual([])
  })

  test('a patient who no longer asks receives no notice that waits, and everyone is forgotten and learned again', async () => {
    const { id, client, email } = await asking()
    const nurse = await notices.kit.addMember('nurse')
    await open(nurse, id)
    await find()
    expect(await remembered(id)).toBe(1)
    await choose(client, id, false, 1)
    expect(await remembered(id)).toBe(0)
    expect(await mailsLater(email)).toEqual([])
    expect((await notices.ledger(id))[0]).toMatchObject({ kind: 'access', status: 'suppressed', reason: 'muted' })
    await open(nurse, id)
    await find()
    await choose(client, id, true, 2)
    await open(nurse, id)
    await find()
    expect(await remembered(id)).toBe(1)
    expect(await mailsLater(email)).toEqual([])
  })

  test('two processes that look at the same time find a person once', async () => {
    const email = newAddress()
    const { id, client } = await notices.kit.addPatient({ email })
    await choose(client, id, true)
    const both = async () => {
      await link()
      await Promise.all([notices.kit.runJob(job), notices.kit.runJob(job), notices.kit.runJob(job)])
    }
    await both()
    for (const name of ['Robin Firstsample', 'Sam Secondsample'])
      await open(await notices.kit.addMember('nurse', name), id)
    await both()
    await find()
    expect(await remembered(id)).toBe(2)
    expect(await marked(client, id)).toEqual(['Sam Secondsample', 'Robin Firstsample'])
    expect(await mailsLater(email)).toHaveLength(1)
    expect((await notices.ledger(id)).map(({ kind }: { kind: string }) => kind)).toEqual(['access'])
  })

  test('staff, and a proxy who may not see the record, do not read the choice, and cannot make it or lose it', async () => {
    const { id, client } = await asking()
    const path = `/v1/patients/${id}/communication-preferences`
    const desk = await notices.kit.addMember('front-desk')
    const scheduler = await notices.kit.addProxy(id, ['schedule'])
    for (const [version, other] of [desk, scheduler].entries()) {
      expect((await other.get(path)).body).not.toHaveProperty('tellFirstAccess')
      for (const tellFirstAccess of [true, false])
        expect(await prefer(other, id, { tellFirstAccess, version: version + 1 })).toMatchObject({
          status: 403,
          body: { code: 'patient_decides', errors: [{ pointer: '/tellFirstAccess' }] },
        })
      expect((await prefer(other, id, { muted: ['outreach'], version: version + 1 })).status).toBe(200)
    }
    expect((await (await again(client)).get(path)).body).toMatchObject({ tellFirstAccess: true, version: 3 })
    const carer = await notices.kit.addProxy(id, ['schedule', 'record'])
    expect((await prefer(carer, id, { tellFirstAccess: false, version: 3 })).body).toMatchObject({
      tellFirstAccess: false,
    })
  })
})

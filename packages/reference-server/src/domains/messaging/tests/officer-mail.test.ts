import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { insertPatientDirectly } from '../../directory/tests/lakeside.testing.ts'
import { addMember } from '../../directory/index.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { sampleEvent } from '../../../platform/contracts/sample-event.testing.ts'

/** Who in this clinic must not be named in a mail, and what must not be in one. */
const secrets = ['Officersample', 'Openersample', 'Avery', 'Found unconscious']

describe.each(domainEngines)('mail to privacy officers, on %s', (engine) => {
  let hospital: TestHospital<'mail'>
  let pia: { readonly id: string }
  let kim: { readonly id: string }
  beforeAll(async () => {
    hospital = await createTestHospital({ engine, partners: ['mail'], hasCareTeams: true })
    pia = await add('Pia Officersample', 'privacy-officer', 'pia@staff.example')
    kim = await add('Kim Officersample', 'privacy-officer', 'kim@staff.example')
    await add('Robin Officersample', 'privacy-officer')
  })
  afterAll(() => hospital.stop())

  const add = (displayName: string, role: 'privacy-officer' | 'nurse', email?: string) =>
    hospital.keep('directory', (context) =>
      addMember(context, { displayName, roles: [role], ...(email !== undefined && { email }) }),
    )
  const sent = async () => {
    await hospital.settle()
    await hospital.runJob('messaging.transmit')
    return hospital.partners.mail.inbox
      .filter(({ to }) => to.endsWith('@staff.example'))
      .map(({ to, subject }) => `${to}: ${subject}`)
  }
  const toBoth = (subject: string) => ['kim', 'pia'].map((name) => `${name}@staff.example: ${subject}`)

  it('is sent when a record is opened in an emergency, names no one, and is sent once', async () => {
    const opener = await add('Nia Openersample', 'nurse', 'nia@staff.example')
    const nurse = await hospital.as('nurse', { personId: opener.id })
    const patient = await insertPatientDirectly(hospital)
    const reason = { reason: 'life-at-risk', text: 'Found unconscious at the front door.' }
    await answered(nurse.post(`/v1/patients/${patient.id}/emergency-accesses`, reason), 201)
    const subject = 'A record was opened in an emergency'
    expect((await sent()).toSorted()).toEqual(toBoth(subject))
    expect((await sent()).toSorted()).toEqual(toBoth(subject))
    const [mail] = hospital.partners.mail.inbox.filter(({ to }) => to === 'pia@staff.example')
    for (const secret of [...secrets, patient.id, opener.id, pia.id]) expect(mail?.raw).not.toContain(secret)
    expect(mail?.text).toContain('names no person')
  })

  it('is not sent to the officer whom it is about', async () => {
    const earlier = await sent()
    const added = await insertPatientDirectly(hospital)
    const officer = await hospital.as('privacy-officer', { personId: kim.id })
    await answered(officer.get(`/v1/patients/${added.id}/accesses`), 200)
    const patient = await hospital.as('patient', { personId: added.id })
    const { items } = await answered(patient.get(`/v1/patients/${added.id}/accesses?others=true`), 200)
    const access = items.find(({ actor }: { actor: { id: string } }) => actor.id === kim.id)
    const question = { accessId: access.id, reason: 'known-person', text: 'Found unconscious?' }
    await answered(patient.post(`/v1/patients/${added.id}/access-questions`, question), 201)
    expect((await sent()).slice(earlier.length)).toEqual([
      'pia@staff.example: A patient asks about an access to their record',
    ])
  })

  it('is not sent for what is only listed for a second look', async () => {
    const earlier = await sent()
    const { platform, organizationId } = hospital
    const nurse = await add('Nina Openersample', 'nurse')
    const caseOf = async (score: number) => {
      const id = newId()
      await sql`insert into compliance.access_cases (organization_id, id, member_id, day, number, score, reasons, access_ids,
          status, opened_at, due_at, version, sealed)
        values (${organizationId}::uuid, ${id}::uuid, ${nurse.id}::uuid, 20000, ${score + 1}, ${score}, '[]', '{}', 'open',
          now(), now(), 1, '')`.execute(platform.database.owner())
      return id
    }
    for (const score of [0, 8]) {
      const caseId = await caseOf(score)
      const opened = { caseId, status: 'open', version: 1, forAdministrators: false } as const
      await hospital.keep('compliance', ({ emit }) => emit(sampleEvent('compliance.access-case-changed', opened)))
      expect((await sent()).slice(earlier.length).toSorted()).toEqual(
        score === 0 ? [] : toBoth('The access monitor opened a case'),
      )
    }
  })

  it('is sent for a request of a patient, and waits while the mail server may not be used', async () => {
    const earlier = await sent()
    hospital.permit('mail', false)
    const added = await insertPatientDirectly(hospital)
    const patient = await hospital.as('patient', { personId: added.id })
    await answered(
      patient.post(`/v1/patients/${added.id}/privacy-requests`, {
        kind: 'correction',
        what: 'It says: Found unconscious.',
        why: 'I was awake.',
      }),
      201,
    )
    expect(await sent()).toEqual(earlier)
    hospital.permit('mail', true)
    hospital.clock.advance({ hours: 1 })
    expect((await sent()).slice(earlier.length).toSorted()).toEqual(toBoth('A patient made a privacy request'))
    const { rows } = await sql`select state from messaging.transmissions
      where kind = 'officer-mail' and state <> 'answered'`.execute(hospital.platform.database.owner())
    expect(rows).toEqual([])
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { addMember } from '../../directory/index.ts'

type Schemas = components['schemas']

/** Who in this clinic must not be named in a mail, and what must not be in one. */
const secrets = ['Nursesample', 'Officersample', 'Fire drill of ward 7', 'Privacy for nurses', 'restore-drill']

describe.each(domainEngines)('reminders by e-mail on %s', (engine) => {
  let hospital: TestHospital<'mail'>
  beforeAll(async () => {
    hospital = await createTestHospital({ engine, partners: ['mail'], now: '2027-01-04T15:00:00Z' })
  })
  afterAll(() => hospital.stop())

  const add = (displayName: string, role: Schemas['Role'], email?: string) =>
    hospital.keep('directory', (context) =>
      addMember(context, { displayName, roles: [role], ...(email !== undefined && { email }) }),
    )
  const remind = () => hospital.runJob('obligations.remind-owners')
  const officerNow = async (personId: string) => hospital.as('privacy-officer', { personId })
  const sent = () => hospital.partners.mail.inbox.map(({ to, subject }) => `${to}: ${subject}`)

  it('go out through a year, to the owner and to those who are trained, and end when the work is recorded', async () => {
    const officer = await add('Pia Officersample', 'privacy-officer', 'pia@staff.example')
    const nurse = await add('Robin Nursesample', 'nurse', 'robin@staff.example')
    await add('Casey Silentsample', 'biller')
    let desk = await officerNow(officer.id)
    const kinds: Schemas['ObligationKind'][] = [
      ...(['policy-review', 'risk-analysis', 'asset-inventory', 'agreement-verification'] as const),
      ...(['vulnerability-scan', 'penetration-test', 'restore-drill'] as const),
    ]
    for (const kind of kinds)
      await answered(
        desk.post('/v1/obligations', {
          kind,
          title: kind === 'restore-drill' ? 'Fire drill of ward 7' : kind,
          ownerId: officer.id,
          lastCompletedOn: '2027-01-04',
        }),
        201,
      )
    await answered(
      desk.post('/v1/training-courses', { title: 'Privacy for nurses', validDays: 365, roles: ['nurse'] }),
      201,
    )
    const days: string[] = []
    for (let day = 0; day <= 100; day += 1) {
      const before = sent().length
      await remind()
      await remind()
      for (const mail of sent().slice(before)) days.push(`${day} ${mail}`)
      hospital.clock.advance({ hours: 24 })
    }
    const soon = (count: number) => `Compliance tasks: 0 overdue, ${count} due soon`
    expect(days.filter((mail) => mail.includes('robin@')).slice(0, 4)).toEqual([
      `0 robin@staff.example: ${soon(1)}`,
      `23 robin@staff.example: ${soon(1)}`,
      `30 robin@staff.example: ${soon(1)}`,
      '31 robin@staff.example: Compliance tasks: 1 overdue, 0 due soon',
    ])
    expect(days.filter((mail) => mail.includes('pia@')).length).toBeGreaterThan(5)
    expect(new Set(sent().map((mail) => mail.split(':')[0]))).toEqual(
      new Set(['pia@staff.example', 'robin@staff.example']),
    )
    for (const { raw, text, headers } of hospital.partners.mail.inbox) {
      for (const secret of secrets) expect(raw).not.toContain(secret)
      expect(text).toContain('names no task and no person')
      expect(headers['list-unsubscribe']).toBeUndefined()
    }

    desk = await officerNow(officer.id)
    const { items: courses } = await answered(desk.get('/v1/training-courses'), 200)
    await answered(desk.post(`/v1/training-courses/${courses[0].id}/completions`, { memberId: nurse.id }), 200)
    const before = sent().filter((mail) => mail.includes('robin@')).length
    for (let day = 0; day < 20; day += 1) {
      await remind()
      hospital.clock.advance({ hours: 24 })
    }
    expect(sent().filter((mail) => mail.includes('robin@'))).toHaveLength(before)
  })

  it('wait while the mail server is not permitted or away, and are sent once when it is back', async () => {
    await add('Dana Latesample', 'privacy-officer', 'dana@staff.example')
    const ofDana = () => sent().filter((mail) => mail.includes('dana@'))
    hospital.permit('mail', false)
    await remind()
    expect(ofDana()).toEqual([])
    hospital.permit('mail', true)
    await remind()
    await remind()
    expect(ofDana()).toHaveLength(1)
    // The mailbox stores a repeated message once: that none is sent again shows here only.
    const { rows } = await sql<{ status: string }>`select distinct status from obligations.reminders`.execute(
      hospital.platform.database.owner(),
    )
    expect(rows).toEqual([{ status: 'sent' }])
  })
})

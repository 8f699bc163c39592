import { describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { newAddress, prepareNotices } from './notices.testing.ts'

describe.each(domainEngines)('a chart that is opened in an emergency on %s', (engine) => {
  const notices = prepareNotices(engine)

  test('notifies the patient at once, without a name or a reason, whatever notices they want', async () => {
    const email = newAddress()
    const { id, client } = await notices.kit.addPatient({ email })
    await notices.prefer(client, id, { muted: ['access'], tellFirstAccess: false })
    const nurse = await notices.kit.addMember('nurse', 'Nia Newsample')
    const opened = await nurse.post(`/v1/patients/${id}/emergency-accesses`, {
      reason: 'cannot-answer',
      text: 'Found unconscious at the front door.',
    })
    expect(opened.status).toBe(201)
    await notices.kit.settle()
    await notices.kit.send()
    const [mail, ...others] = notices.mailsTo(email)
    expect(others).toEqual([])
    expect(mail?.subject).toBe('Your record was opened for urgent care')
    expect(mail?.text).toMatch(/https:\/\/portal\.lakeside\.example\/access\s/)
    expect(mail?.raw).not.toMatch(/Nia|Newsample|unconscious|cannot-answer/)
    expect(await notices.ledger(id)).toMatchObject([{ kind: 'access', template: 'emergency-access', status: 'sent' }])
  })
})

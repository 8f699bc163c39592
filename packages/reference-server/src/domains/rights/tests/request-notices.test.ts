import { describe, expect, test } from 'vitest'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { newAddress, prepareNotices } from '../../messaging/tests/notices.testing.ts'

describe.each(domainEngines)('what is asked about a record, on %s', (engine) => {
  const notices = prepareNotices(engine)

  test('is seen at once by the patient and by privacy officers, and its answer is announced to the patient without its content', async () => {
    const email = newAddress()
    const { id, client } = await notices.kit.addPatient({ email })
    const officer = await notices.kit.addMember('privacy-officer', 'Robin Officersample')
    const asked = await answered(
      client.post(`/v1/patients/${id}/privacy-requests`, { kind: 'correction', what: 'canary-question' }),
      201,
    )
    await notices.kit.settle()
    const about = () =>
      notices.kit.live.delivered.filter(
        ({ type, ids }) => type === 'privacy-request.changed' && 'requestId' in ids && ids.requestId === asked.id,
      )
    expect(about()).toHaveLength(1)
    expect(notices.mailsTo(email)).toEqual([])

    const decision = { decision: 'denied', ground: 'accurate-and-complete', text: 'canary-answer', version: 1 }
    await answered(officer.post(`/v1/privacy-requests/${asked.id}/decision`, decision), 200)
    await notices.kit.settle()
    await notices.kit.send()
    expect(about()).toHaveLength(2)
    const [mail, ...others] = notices.mailsTo(email)
    expect(others).toEqual([])
    expect(mail?.subject).toBe('Your request about your record has an answer')
    expect(mail?.text).toMatch(/https:\/\/portal\.lakeside\.example\/privacy\s/)
    expect(mail?.raw).not.toMatch(/canary|denied|Officersample/)
  })
})

import { describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { sampleEvent } from '../../../platform/contracts/sample-event.testing.ts'
import { withVisitVerbs } from '../../visits/tests/hospital.testing.ts'
import { newAddress, prepareNotices } from './notices.testing.ts'

describe.each(domainEngines)('notices on %s', (engine) => {
  const notices = prepareNotices(engine)
  const { mailsTo, ledger, hours } = notices

  test('a booking is confirmed by e-mail, with a time in the person’s time zone and nothing else of the person', async () => {
    const email = newAddress()
    const { id } = await notices.kit.addPatient({ email, zone: 'America/Chicago', language: 'es-MX' })
    const { start } = await notices.kit.book(id, 3 * 1_440)
    await notices.kit.send()
    const [message, ...more] = mailsTo(email)
    expect(more).toEqual([])
    const time = new Intl.DateTimeFormat('es', {
      timeZone: 'America/Chicago',
      hour: 'numeric',
      minute: '2-digit',
    }).format(start)
    expect(message?.text).toContain('Su cita con Lakeside Health es el')
    expect(message?.text).toContain(time)
    expect(message).toMatchObject({
      from: { name: 'Lakeside Health', address: 'no-reply@lakeside.example' },
      headers: {
        'auto-submitted': 'auto-generated',
        'list-unsubscribe': '<https://portal.lakeside.example/preferences>',
      },
    })
    // No name, no id of anyone, no kind of visit.
    expect(message?.raw.replaceAll(message.id, '')).not.toMatch(/Ana|Fictional|[0-9a-f]{8}-[0-9a-f]{4}|follow-up/)
    expect(await ledger(id)).toMatchObject([
      { kind: 'reminder', template: 'reminder-hour', status: 'queued' },
      { kind: 'reminder', template: 'reminder-day', status: 'queued' },
      { kind: 'appointment', template: 'appointment-booked', channel: 'email', status: 'sent' },
    ])
    const rows = (await notices.kit.accessRows({ patientId: id })).filter(({ entity }) => entity === 'Delivery')
    expect(rows.map(({ action, operation }) => `${action} ${operation}`)).toEqual([
      'export messaging.transmit-notice',
      'read listDeliveries',
    ])
  })

  test('reminders are sent a day and an hour before, once each', async () => {
    const email = newAddress()
    const { id } = await notices.kit.addPatient({ email })
    await notices.kit.book(id, 2 * 1_440 + 60)
    await notices.kit.send()
    hours(24)
    await notices.kit.send()
    expect(mailsTo(email), 'a day and an hour to go').toHaveLength(1)
    hours(1)
    await notices.kit.send()
    await notices.kit.send()
    expect(mailsTo(email).map(({ subject }) => subject)[1]).toMatch(
      /^Reminder: your appointment is on Friday, November 27 at /,
    )
    hours(23)
    await notices.kit.send()
    expect(mailsTo(email).map(({ subject }) => subject)[2]).toMatch(/^Your appointment begins at /)
    hours(24)
    await notices.kit.send()
    expect(mailsTo(email)).toHaveLength(3)
  })

  test('who has just booked gets the confirmation, and no reminder of the same right after it', async () => {
    for (const [minutesAhead, mails] of [
      // Six hours are left before a reminder one day ahead, and a quarter of an hour before the one an hour ahead.
      [30 * 60 - 5, ['reminder-hour']],
      [30 * 60, ['reminder-day', 'reminder-hour']],
      [75, ['reminder-hour']],
      [70, []],
    ] as const) {
      notices.kit.clock.set('2026-11-25T15:00:00Z')
      const { id } = await notices.kit.addPatient({ email: newAddress() })
      await notices.kit.book(id, minutesAhead)
      await notices.kit.send()
      const reminders = (await ledger(id)).filter(({ kind }) => kind === 'reminder')
      expect(reminders.map(({ template }) => template).toSorted(), `${minutesAhead} minutes`).toEqual(mails)
    }
  })

  test('a check-in withdraws the reminder that is not sent yet, also after the first one was sent', async () => {
    for (const [hoursBefore, withdrawn] of [
      [30, ['reminder-day', 'reminder-hour']],
      [2, ['reminder-hour']],
      [0.5, []],
    ] as const) {
      notices.kit.clock.set('2026-11-25T15:00:00Z')
      const { id } = await notices.kit.addPatient({ email: newAddress() })
      const { id: appointmentId, start } = await notices.kit.book(id, 31 * 60)
      await notices.kit.send()
      const goTo = (before: number): void =>
        notices.kit.clock.set(new Date(start.getTime() - before * 3_600_000).toISOString())
      for (const due of [24, 1].filter((each) => each > hoursBefore)) {
        goTo(due)
        await notices.kit.send()
      }
      goTo(hoursBefore)
      const progressed = { appointmentId, patientId: id, start: start.toISOString() }
      await notices.kit.emitAndSettle(sampleEvent('scheduling.appointment-progressed', progressed))
      const suppressed = (await ledger(id)).filter(({ status }: { status: string }) => status === 'suppressed')
      expect(
        suppressed.map(({ template }: { template: string }) => template).toSorted(),
        `${hoursBefore} h before`,
      ).toEqual(withdrawn)
    }
  })

  test('a moved appointment is announced and reminded of at its new time; a cancelled one is not reminded of', async () => {
    const email = newAddress()
    const { id } = await notices.kit.addPatient({ email })
    const booked = await notices.kit.book(id, 2 * 1_440)
    await notices.kit.send()
    await notices.kit.move(booked, new Date(booked.start.getTime() + 24 * 3_600_000))
    await notices.kit.send()
    hours(24)
    await notices.kit.send()
    expect(mailsTo(email).map(({ subject }) => subject.split(' ').slice(0, 4).join(' '))).toEqual([
      'Your appointment on ' + mailsTo(email)[0]?.subject.split(' ')[3],
      'Your appointment is now',
    ])
    await notices.kit.cancel(booked)
    await notices.kit.send()
    hours(47)
    await notices.kit.send()
    expect(mailsTo(email)).toHaveLength(3)
    expect(mailsTo(email)[2]?.subject).toMatch(/was cancelled$/)
    const suppressed = (await ledger(id)).filter(({ status }: { status: string }) => status === 'suppressed')
    expect(suppressed.map(({ reason }: { reason: string }) => reason)).toEqual(Array(4).fill('outdated'))
  })

  test('a notice that waited for a mail server is not sent once it is no longer true', async () => {
    const email = newAddress()
    const { id } = await notices.kit.addPatient({ email })
    const booked = await notices.kit.book(id, 2 * 1_440)
    notices.mail.failNext({ at: 'recipient', code: 451 })
    await notices.kit.send()
    await notices.kit.move(booked, new Date(booked.start.getTime() + 24 * 3_600_000))
    notices.kit.clock.advance({ minutes: 45 })
    await notices.kit.send()
    expect(mailsTo(email).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Your appointment is now on Saturday, November 28 /),
    ])
    expect(await ledger(id)).toContainEqual(
      expect.objectContaining({ template: 'appointment-booked', status: 'suppressed', reason: 'outdated' }),
    )
  })

  test('a reminder that waited until the morning of the same day names the day', async () => {
    const email = newAddress()
    const { id } = await notices.kit.addPatient({ email })
    await notices.kit.book(id, 36 * 60 + 30)
    await notices.kit.send()
    hours(23)
    await notices.kit.send()
    expect(mailsTo(email).map(({ subject }) => subject)).toContainEqual(
      expect.stringMatching(/^Reminder: your appointment is on Thursday, November 26 at /),
    )
  })

  test('nothing is sent at night in the person’s time zone; it is sent in the morning if it is still useful', async () => {
    const email = newAddress()
    const { id } = await notices.kit.addPatient({ email })
    hours(13)
    const tomorrow = await notices.kit.book(id, 2 * 1_440)
    const early = await notices.kit.book(id, 8 * 60)
    await notices.kit.send()
    expect(mailsTo(email)).toEqual([])
    expect(await ledger(id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ template: 'appointment-booked', status: 'deferred' }),
        expect.objectContaining({ template: 'appointment-booked', status: 'suppressed', reason: 'outdated' }),
      ]),
    )
    hours(8)
    await notices.kit.send()
    expect(mailsTo(email)).toEqual([])
    hours(1)
    await notices.kit.send()
    expect(mailsTo(email), `only of ${tomorrow.id}, not of ${early.id}`).toHaveLength(1)
  })

  test('ten messages in a row make one notice, and the next one is sent after the patient has read', async () => {
    const email = newAddress()
    const { id, client } = await notices.kit.addPatient({ email })
    const nurse = await notices.kit.addMember('nurse')
    const { body: thread } = await nurse.post(`/v1/patients/${id}/threads`, {
      topic: 'question',
      subject: 'Your knee',
      text: 'How is it?',
      attachmentIds: [],
    })
    const write = async () => {
      const posted = await nurse.post(`/v1/threads/${thread.id}/messages`, { text: 'And now?', attachmentIds: [] })
      await notices.kit.settle()
      await notices.kit.send()
      return posted.body.messages[0].id
    }
    await write()
    const last = await write()
    expect(mailsTo(email).map(({ subject }) => subject)).toEqual(['You have a new message'])
    expect(mailsTo(email)[0]?.text).not.toMatch(/knee|now/i)
    await client.post(`/v1/threads/${thread.id}/read`, { messageId: last })
    await write()
    expect(mailsTo(email)).toHaveLength(2)
  })

  test('a notice that could not be sent does not suppress the next', async () => {
    const [bounce, email] = [newAddress('bounce'), newAddress()]
    const { id, client } = await notices.kit.addPatient({ email: bounce })
    const nurse = await notices.kit.addMember('nurse')
    const { body: thread } = await nurse.post(`/v1/patients/${id}/threads`, {
      topic: 'question',
      subject: 'Your knee',
      text: 'How is it?',
      attachmentIds: [],
    })
    await notices.kit.settle()
    await notices.kit.send()
    expect((await ledger(id))[0]).toMatchObject({ template: 'new-message', status: 'failed' })
    await notices.prefer(client, id, { email })
    for (const text of ['And now?', 'Are you there?']) {
      await nurse.post(`/v1/threads/${thread.id}/messages`, { text, attachmentIds: [] })
      await notices.kit.settle()
      await notices.kit.send()
    }
    expect(mailsTo(email).map(({ subject }) => subject)).toEqual(['You have a new message'])
    expect(await ledger(id)).toHaveLength(2)
  })

  test('results, summaries, estimates and missed visits are announced without their content', async () => {
    const email = newAddress()
    const { id } = await notices.kit.addPatient({ email })
    const resultId = newId()
    const { practitionerId = '' } = await withVisitVerbs(notices.kit).addPractitioner()
    const result = { resultId, patientId: id, practitionerId, version: 2, released: true }
    for (const emitted of [result, result])
      await notices.kit.emitAndSettle(sampleEvent('labs.result-released', emitted))
    await notices.kit.emitAndSettle(
      sampleEvent('labs.result-corrected', { ...result, resultId: newId(), released: false }),
    )
    await notices.kit.emitAndSettle(sampleEvent('follow_up.summary-published', { patientId: id }))
    await notices.kit.emitAndSettle(sampleEvent('billing.estimate-issued', { patientId: id }))
    for (const kind of ['no-show', 'survey'] as const)
      await notices.kit.emitAndSettle(sampleEvent('follow_up.outreach-requested', { patientId: id, kind }))
    await notices.kit.send()
    expect(
      mailsTo(email)
        .map(({ subject }) => subject)
        .toSorted(),
    ).toEqual([
      'Something new is in your record',
      'Something new is in your record',
      'The summary of your visit is ready',
      'There is something for you to do',
      'We missed you',
    ])
  })
})

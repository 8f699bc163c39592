import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { listenLive } from '../../../test-kit/listen-live.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { guestVerbs } from './guest-verbs.testing.ts'
import { withVisitVerbs, type VisitHospital } from './hospital.testing.ts'
import { roomVerbs } from './room-verbs.testing.ts'

describe.each(domainEngines)('guests of a visit on %s', (engine) => {
  let hospital: VisitHospital
  beforeAll(async () => {
    hospital = withVisitVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { waiting, admitted, bothIn } = roomVerbs(() => hospital)
  const { invite, waitingGuest } = guestVerbs(() => hospital)

  it('are invited, ask to join, are admitted, and are in the room with their name', async () => {
    const { path, visit, patient, patientClient, doctorClient, doctorSeat, patientSeat } = await bothIn()
    const { guest, page, path: guestPath } = await waitingGuest(patientClient, visit.appointmentId)
    expect(guest).toMatchObject({ status: 'invited', invitedBy: 'Pat Sample', invitedByPatient: true })

    const asked = (await doctorClient.get(`/v1/appointments/${visit.appointmentId}/guests`)).body
    expect(asked).toMatchObject({
      patientId: patient.personId,
      items: [{ name: 'Maria Gomez', ownName: 'Maria Gomez', kind: 'interpreter', status: 'waiting' }],
    })
    expect(JSON.stringify(asked)).not.toContain(guest.secret)
    expect((await page.get('/v1/guest-visit')).body).toMatchObject({
      name: 'Maria Gomez',
      status: 'waiting',
      invitedBy: 'Pat Sample',
      clinicName: 'Lakeside Health (sample)',
      practitionerName: 'Dr. Casey Example',
      visitStatus: 'in-progress',
      participants: [],
    })

    expect((await doctorClient.post(`${guestPath}/admit`)).body).toMatchObject({ status: 'admitted' })
    const seat = await page.post('/v1/guest-visit/seats')
    expect(seat.status, JSON.stringify(seat.body)).toBe(201)
    expect(seat.body).toMatchObject({ role: 'guest', visitId: visit.id })
    expect(seat.body.seats).toEqual(
      expect.arrayContaining([
        { id: doctorSeat.id, role: 'practitioner' },
        { id: patientSeat.id, role: 'patient' },
      ]),
    )
    for (const client of [patientClient, doctorClient])
      expect((await client.get(path)).body.participants).toContainEqual(
        expect.objectContaining({ seatId: seat.body.id, role: 'guest', guestId: guest.id, presence: 'in-room' }),
      )
    expect((await page.get('/v1/guest-visit')).body.participants).toEqual(
      expect.arrayContaining([
        { seatId: doctorSeat.id, role: 'practitioner', name: 'Dr. Casey Example' },
        { seatId: patientSeat.id, role: 'patient', name: 'Pat Sample' },
        { seatId: seat.body.id, role: 'guest', kind: 'interpreter', name: 'Maria Gomez' },
      ]),
    )
    // A guest who leaves may come back.
    const left = await page.post(`/v1/guest-visit/seats/${seat.body.id}/leave`)
    expect([left.status, left.body.status, left.body.participants.length]).toEqual([200, 'admitted', 2])
    expect((await page.post('/v1/guest-visit/seats')).status).toBe(201)
  })

  it('have no seat before the clinician admits them, and do not learn who the patient is', async () => {
    const { visit, doctorClient, patientClient } = await bothIn()
    const { page, path } = await waitingGuest(doctorClient, visit.appointmentId)
    const refused = await page.post('/v1/guest-visit/seats')
    expect([refused.status, refused.body.code]).toEqual([409, 'not_admitted'])
    expect(JSON.stringify((await page.get('/v1/guest-visit')).body)).not.toContain('Pat Sample')
    // Who is heard is decided by the clinician: the patient can refuse, and cannot admit.
    expect((await patientClient.post(`${path}/admit`)).status).toBe(403)
  })

  it('are not admitted before the patient is', async () => {
    const { visit, patientClient, doctorClient } = await waiting()
    const { guest, path } = await waitingGuest(patientClient, visit.appointmentId)
    const early = await doctorClient.post(`${path}/admit`)
    expect([early.status, early.body.code]).toEqual([409, 'not_admitted'])
    const second = await invite(patientClient, visit.appointmentId)
    const unused = await doctorClient.post(`/v1/guests/${second.id}/admit`)
    expect([unused.status, unused.body.code]).toEqual([409, 'guest_not_waiting'])
    await doctorClient.post(`/v1/visits/${visit.id}/admit`)
    const [once, again] = [await doctorClient.post(`${path}/admit`), await doctorClient.post(`${path}/admit`)]
    expect([once.status, again.status]).toEqual([200, 200])
    expect(again.body).toEqual(once.body)
    expect(guest.id).toBe(once.body.id)
  })

  it('reach nothing of the record, no message, and no other visit', async () => {
    const { path, visit, patient, patientClient, doctorClient } = await bothIn()
    const { page, path: guestPath } = await waitingGuest(patientClient, visit.appointmentId)
    await doctorClient.post(`${guestPath}/admit`)
    for (const hidden of [
      path,
      `${path}/thread`,
      `/v1/appointments/${visit.appointmentId}`,
      `/v1/appointments/${visit.appointmentId}/guests`,
      `/v1/patients/${patient.personId}`,
      `/v1/patients/${patient.personId}/accesses`,
    ])
      expect([hidden, (await page.get(hidden)).status]).toEqual([hidden, 403])
    for (const act of [`${path}/seats`, `${guestPath}/admit`, `${guestPath}/remove`, `${path}/end`])
      expect([act, (await page.post(act, act.endsWith('end') ? { outcome: 'completed' } : undefined)).status]).toEqual([
        act,
        403,
      ])
    expect((await page.post(`${path}/messages`, { text: 'Hello' })).status).toBe(403)
  })

  it('lose their session and their seat when they are removed, and the others see it', async () => {
    const { path, visit, patientClient, doctorClient, doctorSeat } = await bothIn()
    const { page, path: guestPath } = await waitingGuest(doctorClient, visit.appointmentId)
    await doctorClient.post(`${guestPath}/admit`)
    const { id: seatId } = (await page.post('/v1/guest-visit/seats')).body
    // A patient decides who hears them, also about the guest of another.
    expect((await patientClient.post(`${guestPath}/remove`)).body).toMatchObject({ status: 'removed' })
    const seen = (await doctorClient.get(path)).body.participants
    expect(seen).toContainEqual(expect.objectContaining({ seatId, presence: 'left' }))
    const signal = await page.post(`${path}/signals`, { to: doctorSeat.id, data: { offer: 1 } })
    expect([401, 403]).toContain(signal.status)
    await hospital.settle()
    expect((await page.get('/v1/guest-visit')).body.code).toBe('session_ended')
    expect((await doctorClient.post(`${guestPath}/remove`)).body).toMatchObject({ status: 'removed' })
    expect((await doctorClient.post(`${guestPath}/admit`)).body.code).toBe('guest_not_waiting')
  })

  it('are gone with the end of the visit', async () => {
    const { path, visit, patientClient, doctorClient } = await bothIn()
    const { page, session, path: guestPath } = await waitingGuest(patientClient, visit.appointmentId)
    await doctorClient.post(`${guestPath}/admit`)
    await page.post('/v1/guest-visit/seats')
    await doctorClient.post(`${path}/end`, { outcome: 'completed' })
    expect((await page.post('/v1/guest-visit/seats')).body.code).toBe('visit_ended')
    await hospital.settle()
    expect((await page.get('/v1/guest-visit')).body.code).toBe('session_ended')
    const { clientId, clientSecret } = hospital.portal
    const renewed = await fetch(`${hospital.url}/v1/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: session.body.refresh_token }),
    })
    expect(renewed.status).toBe(400)
    const { items } = (await patientClient.get(`/v1/appointments/${visit.appointmentId}/guests`)).body
    expect(items).toMatchObject([{ status: 'ended' }])
    const late = await doctorClient.post(`/v1/appointments/${visit.appointmentId}/guests`, {
      name: 'Maria Gomez',
      kind: 'family',
    })
    expect([late.status, late.body.code]).toEqual([409, 'visit_ended'])
  })

  it('are as many as the policy says, and not more', async () => {
    const { visit, patientClient } = await admitted()
    const guests = []
    for (let at = 0; at < 4; at += 1) guests.push(await invite(patientClient, visit.appointmentId))
    const more = await patientClient.post(`/v1/appointments/${visit.appointmentId}/guests`, {
      name: 'One more',
      kind: 'other',
    })
    expect([more.status, more.body.code]).toEqual([409, 'too_many_invitations'])
    expect((await patientClient.post(`/v1/guests/${guests[0].id}/remove`)).body.status).toBe('withdrawn')
    await invite(patientClient, visit.appointmentId)
  })

  it('fill a room for three, and a fourth person is refused with the reason', async () => {
    const { visit, patientClient, doctorClient } = await bothIn()
    const answers = []
    for (const name of ['Maria Gomez', 'Luis Gomez']) {
      const { page, path } = await waitingGuest(patientClient, visit.appointmentId, { name })
      await doctorClient.post(`${path}/admit`)
      answers.push(await page.post('/v1/guest-visit/seats'))
    }
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [201, undefined],
      [409, 'room_full'],
    ])
  })

  it('receive what is about them alone, while the others receive each step', async () => {
    const { visit, patient, patientClient, doctorClient } = await bothIn()
    const { guest, session, path } = await waitingGuest(patientClient, visit.appointmentId)
    const { page: other, path: otherPath } = await waitingGuest(patientClient, visit.appointmentId)
    await hospital.settle()
    const found = await hospital.identity.sessions.find(
      hospital.organizationId,
      session.body.session_id,
      hospital.clock.now().getTime(),
    )
    if (!found) throw new Error('the guest has no session')
    const atGuest = listenLive(hospital, { caller: found.caller } as typeof doctorClient)
    const [atDoctor, atPatient] = [doctorClient, patientClient].map((client) => listenLive(hospital, client))
    await doctorClient.post(`${otherPath}/admit`)
    await doctorClient.post(`${path}/admit`)
    await other.post('/v1/guest-visit/seats')
    await hospital.settle()
    const ids = { guestId: guest.id, appointmentId: visit.appointmentId, patientId: patient.personId }
    expect(atGuest).toEqual([expect.objectContaining({ type: 'guest.changed', ids })])
    for (const page of [atDoctor, atPatient]) {
      expect(page).toContainEqual(expect.objectContaining({ type: 'guest.changed', ids }))
      expect(page).toContainEqual(expect.objectContaining({ type: 'seat.changed' }))
    }
  })

  it('learn that the call was stopped and that it may go on, and not for which consent', async () => {
    const { visit, patient, patientClient, doctorClient } = await bothIn()
    const { guest, page, path } = await waitingGuest(patientClient, visit.appointmentId)
    const { guest: asking, page: askingPage } = await waitingGuest(patientClient, visit.appointmentId)
    await invite(patientClient, visit.appointmentId)
    await doctorClient.post(`${path}/admit`)
    await page.post('/v1/guest-visit/seats')
    const received = () =>
      hospital.live.delivered.flatMap((message) => (message.type === 'guest.changed' ? message.ids.guestId : []))
    await hospital.settle()
    const before = received().length
    const { items } = (await patientClient.get(`/v1/patients/${patient.personId}/consents`)).body
    for (const consent of items) await patientClient.post(`/v1/consents/${consent.id}/revoke`)
    await hospital.settle()
    expect(received().slice(before).toSorted()).toEqual([guest.id, asking.id].toSorted())
    for (const each of [page, askingPage]) {
      const { body } = await each.get('/v1/guest-visit')
      expect(body).toMatchObject({ stopped: true, participants: [] })
      expect(JSON.stringify(body)).not.toContain('consent')
    }
    expect((await page.post('/v1/guest-visit/seats')).body.code).toBe('consent_missing')

    await hospital.grant(patient)
    await hospital.settle()
    expect(
      received()
        .slice(before + 2)
        .toSorted(),
    ).toEqual([guest.id, asking.id].toSorted())
    expect((await page.get('/v1/guest-visit')).body.stopped).toBe(false)
    expect((await page.post('/v1/guest-visit/seats')).status).toBe(201)
  })

  it('are invited by the front desk before the visit, and it and a nurse of the patient receive each step', async () => {
    const { patient, patientClient, visit } = await waiting()
    const [desk, nurse] = [await hospital.as('front-desk'), await hospital.as('nurse')]
    const [atDesk, atNurse] = [listenLive(hospital, desk), listenLive(hospital, nurse)]
    const { guest } = await waitingGuest(desk, visit.appointmentId)
    await hospital.settle()
    const guests = `/v1/appointments/${visit.appointmentId}/guests`
    const ids = { guestId: guest.id, appointmentId: visit.appointmentId, patientId: patient.personId }
    const step = expect.objectContaining({ type: 'guest.changed', ids })
    const ofGuests = (page: readonly unknown[]) =>
      page.filter((one) => (one as { readonly type: string }).type === 'guest.changed')
    // Invited, and the code used.
    expect(ofGuests(atDesk)).toEqual([step, step])
    expect((await desk.get(guests)).body.items).toMatchObject([{ status: 'waiting', invitedByPatient: false }])
    expect((await patientClient.get(guests)).body.items).toMatchObject([{ id: guest.id }])
    expect((await desk.post(`/v1/guests/${guest.id}/remove`)).body).toMatchObject({ status: 'refused' })
    expect((await nurse.get(guests)).body.items).toMatchObject([{ status: 'refused' }])
    await hospital.settle()
    for (const page of [atDesk, atNurse]) expect(ofGuests(page)).toEqual([step, step, step])
  })

  it('are in the patient’s list of accesses, with their name and each step', async () => {
    const { visit, patient, patientClient, doctorClient } = await bothIn()
    const { guest, page, path } = await waitingGuest(patientClient, visit.appointmentId)
    await doctorClient.post(`${path}/admit`)
    await page.post('/v1/guest-visit/seats')
    await doctorClient.post(`${path}/remove`)
    const { items } = (await patientClient.get(`/v1/patients/${patient.personId}/accesses?limit=50`)).body
    const steps = items
      .filter(({ entity, actor }: { entity: string; actor: { kind: string } }) =>
        entity === 'VisitGuest' ? true : actor.kind === 'guest',
      )
      .map(({ actor, action, entity }: { actor: { kind: string }; action: string; entity: string }) =>
        [actor.kind, action, entity].join(' '),
      )
    expect(steps.toReversed()).toEqual([
      'patient create VisitGuest',
      'guest update VisitGuest',
      'member update VisitGuest',
      'guest create Seat',
      'member delete VisitGuest',
    ])
    expect(items).toContainEqual(
      expect.objectContaining({
        actor: { kind: 'guest', id: guest.id, displayName: 'Maria Gomez', role: 'guest' },
        entity: 'VisitGuest',
        reason: 'invitation',
      }),
    )
  })
})

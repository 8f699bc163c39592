import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { enter } from '../../../vendors/video/daily/daily-provider.testing.ts'
import { startDailyHospital, type AdmittedVisit, type DailyHospital } from './daily.testing.ts'

describe.each(['hipaa', 'plain'] as const)('reports of Daily in %s mode', (mode) => {
  let kit: DailyHospital
  beforeEach(async () => {
    kit = await startDailyHospital(mode)
    moveToReality()
  })
  afterEach(() => kit.stop())

  /** Daily signs with the real time, and reports are accepted for five minutes. */
  const moveToReality = (earlierBy = 0) => kit.hospital.moveTo(new Date(Date.now() - earlierBy).toISOString())
  /** A visit that can be joined now, booked two hours ago. */
  const admittedNow = async (): Promise<AdmittedVisit> => {
    moveToReality(125 * 60_000)
    const admitted = await kit.admitted()
    moveToReality()
    const [patient, doctor] = [await kit.signInAgain(admitted.patient), await kit.signInAgain(admitted.doctor)]
    return { ...admitted, patient, doctor }
  }
  const watch = () => kit.hospital.runJob('visits.watch-video-webhooks', new Date())
  const addWebhook = () => {
    const { url, organizationId } = kit.hospital
    return kit.daily.webhooks.add(`${url}/v1/webhooks/video/daily/${organizationId}`, undefined, kit.webhookSecret)
  }
  const presenceOf = async ({ doctor, path }: AdmittedVisit): Promise<unknown> =>
    (await doctor.get(path)).body.participants.at(-1)?.presence
  /** Takes a seat; the browser joins and leaves. */
  const comeAndGo = async ({ visit, patient, path }: AdmittedVisit): Promise<void> => {
    const seat = await patient.post(`${path}/seats`)
    expect(seat.status, JSON.stringify(seat.body)).toBe(201)
    const room = String(await kit.roomOf(visit))
    expect(await enter(kit.daily, room, seat.body.token)).toBe('in')
    // Daily detects a closed connection a moment after it closes.
    await expect.poll(() => kit.daily.meetings.meetingId(room)).toBeNull()
    await kit.daily.webhooks.settled()
  }

  it('resume after Daily had stopped them, and operators are warned', async () => {
    const webhook = addWebhook()
    const visit = await admittedNow()
    await comeAndGo(visit)
    expect(await presenceOf(visit)).toBe('left')
    await watch()
    expect(kit.findings()).toEqual([])

    // A deployment with another secret: every report is refused, and after three failures Daily stops sending.
    webhook.hmac = randomBytes(32).toString('base64')
    await comeAndGo(visit)
    expect(webhook).toMatchObject({ state: 'FAILED', failedCount: 3 })
    expect(await presenceOf(visit), 'no report arrives any more').toBe('in-room')

    await watch()
    expect(webhook.state).toBe('ACTIVE')
    expect(kit.findings()).toEqual([{ code: 'webhook_rearmed', vendor: 'daily', count: 1 }])
    await comeAndGo(visit)
    expect(await presenceOf(visit)).toBe('left')
    await watch()
    expect(kit.findings()).toHaveLength(1)
  })

  it('are reported once each when they cannot be re-enabled, are not set up or cannot be checked', async () => {
    await watch()
    await watch()
    expect(kit.findings()).toEqual([{ code: 'webhook_missing', vendor: 'daily', count: 0 }])
    const webhook = addWebhook()
    webhook.state = 'FAILED'
    webhook.url = webhook.url.replace(/:\d+/, ':1')
    await watch()
    await watch()
    expect(kit.findings().slice(1)).toEqual([{ code: 'webhook_stopped', vendor: 'daily', count: 1 }])
    kit.daily.failNext(8, 401)
    await watch()
    await watch()
    expect(kit.findings().slice(2)).toEqual([
      { code: 'webhooks_not_seen', vendor: 'daily', count: 1, reason: 'vendor_unavailable' },
    ])
  })

  it('are watched with the account: one that records calls by default is reported once, and again when it does so again', async () => {
    const records = () => kit.findings().filter(({ code }) => code === 'account_records')
    kit.daily.setAccount({ enable_recording: 'cloud' })
    await watch()
    await watch()
    expect(records()).toEqual([{ code: 'account_records', vendor: 'daily', count: 1 }])
    kit.daily.setAccount({ enable_recording: undefined })
    await watch()
    kit.daily.setAccount({ enable_recording: 'local' })
    await watch()
    expect(records()).toHaveLength(2)
  })
})

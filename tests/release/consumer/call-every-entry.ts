import type * as Resources from '@visitkit/sdk/resources'
import type * as Sdk from '@visitkit/sdk'
import type * as Testing from '@visitkit/sdk/testing'
import type * as Webhooks from '@visitkit/sdk/webhooks'

/** Every public entry of the SDK, in the format in which the caller loaded it. */
export interface Entries {
  readonly sdk: typeof Sdk
  readonly resources: typeof Resources
  readonly testing: typeof Testing
  readonly webhooks: typeof Webhooks
}

/** A running server, and a program that may set up an organization on it. */
export interface Portal {
  readonly baseUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code
const refusal = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'granted', codeOf)

/** Sets up a clinic with the service's credential: a visit type, a practitioner, and a patient. */
const setUp = async (service: Sdk.VisitServerClient) => {
  const { id: visitTypeId } = await service.visitTypes.create({
    code: `short-${Date.now()}`,
    specialty: 'primary-care',
    name: [{ language: 'en', text: 'Short visit' }],
    description: [],
    minutes: 30,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    stepMinutes: 30,
    modality: 'video',
    requiredConsents: [],
    questionnaires: [],
    licenseRequired: false,
    minimumNoticeMinutes: 0,
    horizonDays: 60,
    cancellationNoticeMinutes: 0,
  })
  const { id: practitionerId } = await service.practitioners.create({
    displayName: 'Dr. Casey Example',
    title: [{ language: 'en', text: 'Physician' }],
    specialties: ['primary-care'],
    languages: ['en'],
    zone: 'America/New_York',
    licenses: [],
  })
  await service.availability.put(practitionerId, {
    zone: 'America/New_York',
    weekly: everyDay,
    exceptions: [],
    version: 0,
  })
  const { id: patientId } = await service.patients.create({
    name: { given: 'Pat', family: 'Sample' },
    birthDate: '1984-06-15',
    state: 'OH',
    language: 'en',
    zone: 'America/New_York',
  })
  return { visitTypeId, patientId }
}

/** A session of the service, as a portal would pass it to code without a secret. */
const sessionOf = async ({ baseUrl, clientId, clientSecret }: Portal): Promise<Sdk.SessionTokens> => {
  const response = await fetch(`${baseUrl}/v1/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  const answer = (await response.json()) as { access_token: string }
  return { accessToken: answer.access_token, expiresAt: inAnHour() }
}

/** Calls each entry. Returns the results for the test. */
export const callEveryEntry = async (
  { sdk, resources, testing, webhooks }: Entries,
  portal: Portal,
): Promise<Readonly<Record<string, unknown>>> => {
  const service = sdk.createServerClient(portal)
  const { visitTypeId, patientId } = await setUp(service)
  const [from, to] = [new Date(Date.now() + 86_400_000), new Date(Date.now() + 3 * 86_400_000)]
  const slots = await service.slots.search({
    visitTypeId,
    from: from.toISOString(),
    to: to.toISOString(),
    patientId,
  })
  const [slot] = slots.items
  const practitionerId = slots.practitioners.find((_, index) => slot?.free[index] === '1')?.id
  if (slot === undefined || practitionerId === undefined) throw new Error('There is no free time.')
  const hold = await service.holds.place({
    visitTypeId,
    start: slot.start,
    practitionerId,
    patientId,
  })
  const booked = await service.appointments.book({ holdId: hold.id, patientId })

  const getSession = () => sessionOf(portal)
  const page = sdk.createClient({ baseUrl: portal.baseUrl, getSession })
  const seen = await page.appointments.get(booked.id)

  const { calls, close } = resources.connect({ baseUrl: portal.baseUrl, getSession })
  const listed = await resources.appointments(calls).list({ patientId }).toArray()

  const inMemory = testing.createTestClient({ bookAppointment: () => testing.problem(409, 'slot_taken') })
  const world = testing.createSampleWorld({ stage: 'waiting' })

  const secret = `whsec_${Buffer.from('a key of the sample organization').toString('base64')}`
  const body = '{"type":"appointment.changed"}'
  const headers = await webhooks.sign(body, secret, { id: 'message-1', timestamp: new Date() })
  const delivery = await webhooks.verify<{ type: string }>(Buffer.from(body), headers, secret)

  const out = {
    booked: booked.status,
    seen: seen.id === booked.id,
    listed: listed.map(({ id }) => id).includes(booked.id),
    believed: await refusal(service.exchangeToken({ subjectToken: 'not.a.proof' })),
    taken: await refusal(inMemory.appointments.book({ holdId: 'hold-1', patientId })),
    waiting: (await world.client().visits.get(world.ids.visitId ?? '')).status,
    delivered: delivery.payload.type,
    parsed: await refusal(webhooks.verify(JSON.parse(body) as Uint8Array, headers, secret)),
    unreachable: await refusal(
      sdk.createServerClient({ ...portal, baseUrl: 'http://127.0.0.1:9', retries: 0 }).organization.get(),
    ),
    isProblem: await page.appointments.get('no-such-appointment').catch((error: unknown) => sdk.isProblem(error)),
  }
  close()
  page.close()
  service.close()
  return out
}

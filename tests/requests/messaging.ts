import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { components } from '@visitkit/contract'
import {
  newWebhookSecret,
  signWebhook,
} from '../../packages/reference-server/src/vendors/notifications/webhooks/sign-webhook.ts'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'
import { waitingVisit } from './visits.ts'

type Schemas = components['schemas']

const { privateKey, publicKey } = generateKeyPairSync('ed25519')

/** With which the vendor signs its reports. */
export const smsSigningKey = privateKey

const mailReportSecret = newWebhookSecret()

/** Settings with an SMS vendor and a mail system that send reports; no message ever reaches them. */
export const messageVendors = {
  VISITKIT_SMTP_URL: 'smtp+plain://127.0.0.1:1',
  VISITKIT_MAIL_FROM: 'no-reply@lakeside.example',
  VISITKIT_MAIL_REPORT_SECRETS: mailReportSecret,
  VISITKIT_TELNYX_API_KEY: randomUUID(),
  VISITKIT_TELNYX_FROM: '+16145550199',
  VISITKIT_TELNYX_PUBLIC_KEY: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64'),
  VISITKIT_TELNYX_API_BASE: 'http://127.0.0.1:1',
}

/** Threads, notices, and webhooks of integrators. */
export const messagingRequests: Requests<
  | 'listThreads'
  | 'countThreads'
  | 'countInbox'
  | 'beginThread'
  | 'getThread'
  | 'postMessage'
  | 'markThreadRead'
  | 'changeThread'
  | 'getVisitThread'
  | 'postVisitMessage'
  | 'markVisitThreadRead'
  | 'addAttachment'
  | 'listAttachments'
  | 'getAttachmentContent'
  | 'addVisitAttachment'
  | 'getVisitAttachmentContent'
  | 'getPreferences'
  | 'putPreferences'
  | 'listDeliveries'
  | 'listPatientTexts'
  | 'receiveMailWebhook'
  | 'receiveSmsWebhook'
  | 'listWebhookEndpoints'
  | 'addWebhookEndpoint'
  | 'changeWebhookEndpoint'
  | 'testWebhookEndpoint'
  | 'listWebhookDeliveries'
  | 'replayWebhookDelivery'
> = {
  listThreads: async (hospital, person) => ({
    query: { patientId: (await startThread(hospital, person)).patientId },
    names: 'patient',
  }),
  countThreads: () => ({ names: 'nothing' }),
  countInbox: () => ({ names: 'nothing' }),
  beginThread: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: question(),
    names: 'patient',
  }),
  getThread: async (hospital, person) => ({
    path: { threadId: (await startThread(hospital, person)).id },
    names: 'patient',
  }),
  postMessage: async (hospital, person) => ({
    path: { threadId: (await startThread(hospital, person)).id },
    body: { text: 'One more thing.', attachmentIds: [] },
    names: 'patient',
  }),
  markThreadRead: async (hospital, person) => {
    const { id: threadId, messages } = await startThread(hospital, person)
    return { path: { threadId }, body: { messageId: messages[0]?.id ?? '' }, names: 'patient' }
  },
  changeThread: async (hospital, person) => {
    const { id: threadId, version } = await startThread(hospital, person)
    return { path: { threadId }, body: { status: 'closed', version }, names: 'patient' }
  },
  getVisitThread: async (hospital, person) => ({
    path: { visitId: (await waitingVisit(hospital, person)).id },
    names: 'patient',
  }),
  postVisitMessage: async (hospital, person) => ({
    path: { visitId: (await waitingVisit(hospital, person)).id },
    body: { text: 'Can you hear me?' },
    names: 'patient',
  }),
  markVisitThreadRead: async (hospital, person) => {
    const { id: visitId, patientId } = await waitingVisit(hospital, person)
    const patient = await patientOf(hospital, patientId)
    const { messages } = await body(patient.post(`/v1/visits/${visitId}/messages`, { text: 'Can you hear me?' }))
    return { path: { visitId }, body: { messageId: messages[0].id }, names: 'patient' }
  },
  addAttachment: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: document,
    names: 'patient',
  }),
  listAttachments: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    await sentFile(hospital, patientId, person)
    return { path: { patientId }, names: 'patient' }
  },
  getAttachmentContent: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    return {
      path: { attachmentId: await sentFile(hospital, patientId, person) },
      names: 'patient',
      concerns: [patientId],
    }
  },
  addVisitAttachment: async (hospital, person) => ({
    path: { visitId: (await waitingVisit(hospital, person)).id },
    body: document,
    names: 'patient',
  }),
  getVisitAttachmentContent: async (hospital, person) => {
    const { id: visitId, patientId } = await waitingVisit(hospital, person)
    const patient = await patientOf(hospital, patientId)
    const attachmentId = await uploadedFile(patient, `/v1/visits/${visitId}/attachments`)
    await body(patient.post(`/v1/visits/${visitId}/messages`, { text: 'Here it is.', attachmentIds: [attachmentId] }))
    return { path: { visitId, attachmentId }, names: 'patient', concerns: [patientId] }
  },
  getPreferences: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  putPreferences: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: {
      channel: 'email',
      email: 'pat.sample@mail.example',
      phone: '614-555-0142',
      language: 'es',
      quietHours: { from: '20:00', to: '09:00' },
      muted: ['outreach'],
      version: 0,
    },
    names: 'patient',
  }),
  listPatientTexts: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  listDeliveries: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  receiveSmsWebhook: (hospital) => {
    const { clock } = hospital.server
    const report = {
      data: {
        event_type: 'message.finalized',
        id: randomUUID(),
        occurred_at: clock.now().toISOString(),
        payload: { id: randomUUID(), to: [{ phone_number: '+16145550142', status: 'delivered' }] },
      },
    }
    const timestamp = String(Math.floor(clock.now().getTime() / 1_000))
    const signature = sign(null, Buffer.from(`${timestamp}|${JSON.stringify(report)}`), privateKey).toString('base64')
    return {
      path: { organizationId: hospital.id },
      headers: { 'telnyx-timestamp': timestamp, 'telnyx-signature-ed25519': signature },
      body: report,
      names: 'nothing',
    }
  },
  receiveMailWebhook: (hospital) => {
    const text = 'From: someone@mail.example\r\n\r\nHello'
    const signed = { id: randomUUID(), at: hospital.server.clock.now(), body: text }
    return {
      path: { organizationId: hospital.id },
      headers: signWebhook(mailReportSecret, signed),
      body: Buffer.from(text),
      names: 'nothing',
    }
  },
  listWebhookEndpoints: () => ({ names: 'nothing' }),
  addWebhookEndpoint: async (hospital) => {
    await disableOldestEndpoint(hospital)
    return { body: { url: receiver, events: ['visits.started'] }, names: 'nothing' }
  },
  changeWebhookEndpoint: async (hospital) => {
    const { id: endpointId, version } = await endpoint(hospital)
    return { path: { endpointId }, body: { events: ['*'], version }, names: 'organization' }
  },
  testWebhookEndpoint: async (hospital) => ({
    path: { endpointId: (await endpoint(hospital)).id },
    names: 'organization',
  }),
  listWebhookDeliveries: async (hospital) => ({
    path: { endpointId: (await endpoint(hospital)).id },
    names: 'organization',
  }),
  replayWebhookDelivery: async (hospital) => {
    const { id: endpointId } = await endpoint(hospital)
    const { id: deliveryId } = await body(hospital.administrator.post(`/v1/webhook-endpoints/${endpointId}/test`))
    return { path: { endpointId, deliveryId }, names: 'organization' }
  },
}

/** Nothing listens there: messages are retried. */
const receiver = 'http://127.0.0.1:1/visitkit'

const document = Buffer.from('%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n')

const question = (more: object = {}) => ({
  topic: 'question' as const,
  subject: 'A sample question',
  text: 'May I ask something?',
  attachmentIds: [],
  ...more,
})

const patientOf = (hospital: Hospital, patientId: string): Promise<Person> =>
  hospital.signIn({ role: 'patient', personId: patientId, patientIds: [patientId], practitionerId: null })

/** A topic that this person may read: members who do not treat read only what is routed to them. */
const topicFor = ({ role }: Person): Exclude<Schemas['ThreadTopic'], 'visit'> =>
  role === 'front-desk' ? 'appointment' : role === 'biller' ? 'billing' : 'question'

/** A thread that the patient has begun. */
export const startThread = async (hospital: Hospital, person: Person): Promise<Schemas['Thread']> => {
  const patientId = await accessiblePatient(hospital, person)
  const patient = await patientOf(hospital, patientId)
  return body(patient.post(`/v1/patients/${patientId}/threads`, question({ topic: topicFor(person) })))
}

const uploadedFile = async (
  patient: Awaited<ReturnType<typeof patientOf>>,
  path: string,
): Promise<Schemas['Attachment']['id']> => {
  const added = await patient.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: document,
  })
  return ((await added.json()) as Schemas['Attachment']).id
}

/** A file that the patient has sent with a message. */
const sentFile = async (hospital: Hospital, patientId: string, person: Person): Promise<string> => {
  const patient = await patientOf(hospital, patientId)
  const id = await uploadedFile(patient, `/v1/patients/${patientId}/attachments`)
  await body(
    patient.post(`/v1/patients/${patientId}/threads`, question({ topic: topicFor(person), attachmentIds: [id] })),
  )
  return id
}

/** An organization has at most ten active ones: the oldest is removed. */
const disableOldestEndpoint = async ({ administrator }: Hospital): Promise<void> => {
  const { items } = await body(administrator.get('/v1/webhook-endpoints'))
  const active = (items as Schemas['WebhookEndpoint'][]).filter(({ status }) => status === 'active')
  const [oldest] = active
  if (oldest === undefined || active.length < 9) return
  await body(administrator.patch(`/v1/webhook-endpoints/${oldest.id}`, { status: 'disabled', version: oldest.version }))
}

const endpoint = async (hospital: Hospital): Promise<Schemas['WebhookEndpoint']> => {
  await disableOldestEndpoint(hospital)
  return body(hospital.administrator.post('/v1/webhook-endpoints', { url: receiver, events: ['visits.started'] }))
}

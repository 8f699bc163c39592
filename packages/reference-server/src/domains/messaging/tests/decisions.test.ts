import { describe, expect, test } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Transmission } from '../../../platform/partners/transmission.ts'
import { testCaller, testRequestContext } from '../../../platform/tests/create-platform.testing.ts'
import type { Attachment } from '../model/attachment.ts'
import type { Delivery } from '../model/delivery.ts'
import type { EncryptedThread } from '../store/threads.ts'
import type { Endpoint, EndpointList } from '../store/webhooks.ts'
import { addWebhookEndpoint } from '../operations/add-webhook-endpoint.ts'
import { changeThread } from '../operations/change-thread.ts'
import { markThreadRead } from '../operations/mark-thread-read.ts'
import { postMessage } from '../operations/post-message.ts'
import { putPreferences } from '../operations/put-preferences.ts'
import { receiveSmsWebhook } from '../operations/receive-sms-webhook.ts'
import type { MessagingContext } from '../ports.ts'
import { sendNotice } from '../transmissions/send-notice.ts'

const nurse = testCaller()
const context = testRequestContext(nurse)
const request = { query: {} as never, headers: {}, rawBody: new Uint8Array() }
const thread: EncryptedThread = {
  id: newId(),
  patientId: newId(),
  topic: 'question',
  status: 'open',
  assigneeRole: 'nurse',
  assigneeId: null,
  visitId: null,
  waitingFor: 'care-team',
  lastMessageId: newId(),
  lastMessageAt: new Date('2026-11-25T15:00:00Z'),
  version: 3,
  sealed: new Uint8Array(),
}
const author = { kind: 'patient', id: thread.patientId } as const
const earlier = {
  id: thread.lastMessageId,
  threadId: thread.id,
  patientId: thread.patientId,
  author,
  text: 'It hurts.',
}
const path = { threadId: thread.id }
const texts = { subject: 'My knee', names: new Map<string, string>(), patient: undefined }
const loaded = {
  ...texts,
  thread,
  fetched: [{ ...earlier, at: thread.lastMessageAt }],
  take: 2,
  files: [],
  reading: { readTo: earlier.id, unread: 0 },
  unsent: [],
}
const file: Attachment = {
  id: newId(),
  patientId: thread.patientId,
  messageId: null,
  addedBy: nurse.personId,
  kind: 'pdf',
  mediaType: 'application/pdf',
  bytes: 50,
  createdAt: thread.lastMessageAt,
}

const post = (gathered: Partial<NonNullable<Parameters<NonNullable<typeof postMessage.decide>>[1]>>) =>
  postMessage.decide?.(
    { ...request, path, body: { text: 'Since when?', attachmentIds: [] } },
    { ...loaded, ...gathered },
    context,
  )
const tablesOf = (change: ReturnType<typeof post>) => change?.writes?.map(({ statement }) => statement.table)

test('a reply is stored with the thread, marks it as read, and is the newest on its page', () => {
  const change = post({})
  expect(tablesOf(change)).toEqual(['messaging.threads', 'messaging.messages', 'messaging.read_marks'])
  expect(change?.events).toMatchObject([{ type: 'messaging.message-posted', data: { by: 'member', version: 4 } }])
  const { body } = change?.answer ?? {}
  expect(body).toMatchObject({
    waitingFor: 'patient',
    version: 4,
    unread: 0,
    messages: [{ text: 'Since when?', mine: true }],
  })
  expect(body?.nextCursor, 'an older message is on the next page').toBe(body?.messages[0]?.id)
  expect(post({ fetched: [] })?.answer.body.nextCursor).toBeNull()
})

test('a reply does not mark messages as read that its author has not seen', () => {
  const change = post({ reading: { readTo: null, unread: 1 } })
  expect(tablesOf(change)).not.toContain('messaging.read_marks')
  expect(change?.answer.body.unread).toBe(1)
})

test('the files of a message are stored as sent with it; one that cannot be sent refuses the message', () => {
  const change = post({ unsent: [file] })
  expect(tablesOf(change)).toContain('messaging.attachments')
  expect(change?.answer.body.messages[0]?.attachments).toMatchObject([{ id: file.id }])
  expect(() => post({ unsent: null })).toThrow(expect.objectContaining({ code: 'unknown_attachment' }))
})

test('a thread that has changed since it was read is not changed', () => {
  const change = (version: number) =>
    changeThread.decide?.(
      { ...request, path, body: { status: 'closed', version } },
      { ...texts, thread, unread: 0 },
      context,
    )
  expect(() => change(2)).toThrow(expect.objectContaining({ status: 409, code: 'version_conflict' }))
  expect(change(3)?.answer.body).toMatchObject({ status: 'closed', waitingFor: 'none', version: 4 })
})

test('only the first mark of a reader depends on there being none', () => {
  const mark = (readTo: string | null) =>
    markThreadRead.decide?.(
      { ...request, path, body: { messageId: earlier.id } },
      { thread, readTo, unread: 0 },
      context,
    ).writes?.[0]?.statement
  expect(mark(null)).toMatchObject({ kind: 'insert', isConditional: true })
  expect(mark(newId())).toMatchObject({ kind: 'update', isConditional: false })
})

test('preferences that have changed since they were read are not replaced', () => {
  const body = { channel: 'email', language: 'en', quietHours: null, muted: ['result', 'result'], version: 0 } as const
  const put = (version: number) =>
    putPreferences.decide?.(
      { ...request, path: { patientId: thread.patientId }, body: { ...body, muted: [...body.muted], version } },
      { before: null, as: 'patient', stopped: false, needsConsent: false, decidesOnAccess: true },
      context,
    )
  expect(put(0)?.writes?.[0]?.statement).toMatchObject({ kind: 'insert', isConditional: true })
  expect(put(1)?.writes?.[0]?.statement).toMatchObject({ kind: 'update', isConditional: true })
  expect(put(1)?.answer.body).toMatchObject({ muted: ['result'], version: 2 })
  expect(put(1)?.otherwise).toThrow(expect.objectContaining({ code: 'version_conflict' }))
})

describe('an SMS report, without a database', () => {
  const report = { kind: 'delivered', vendorId: 'sms-1', code: null, at: new Date('2026-11-25T15:01:00Z') } as const
  const received = { source: 'telnyx', eventId: 'e', fingerprint: 'f', reader: 'r', bytes: new Uint8Array() }
  const decide = (loaded: Parameters<NonNullable<typeof receiveSmsWebhook.decide>>[1]['loaded']) =>
    receiveSmsWebhook.decide?.(
      { ...request, path: { organizationId: newId() }, body: {} },
      { received, loaded },
      context,
    )
  const sent = {
    id: newId(),
    patientId: thread.patientId,
    status: 'sent',
    vendorId: 'sms-1',
    transmissionId: null,
  } as Delivery

  test('moves its delivery forward, and changes nothing when it is repeated', () => {
    const outcome = { status: 'delivered', code: null } as const
    const about = (delivery: Delivery) =>
      decide({ concerns: 'delivery', kind: 'text-report', outcome, isFailureHeld: false, delivery })
    expect(about(sent)?.events).toMatchObject([{ type: 'messaging.delivery-changed', data: { status: 'delivered' } }])
    const repeated = about({ ...sent, status: 'delivered' })
    expect(repeated?.events, 'the delivery').toBeUndefined()
    expect(repeated?.writes).toMatchObject([{ statement: { table: 'messaging.partner_messages', kind: 'insert' } }])
  })

  test('about a message that is not known yet is stored once, with what came', () => {
    expect(decide({ concerns: 'early', report, dueAt: new Date('2026-11-26T15:01:00Z') })?.writes).toMatchObject([
      { statement: { table: 'messaging.early_reports', kind: 'insert', isConditional: true } },
      { statement: { table: 'messaging.partner_messages', kind: 'insert' } },
    ])
  })
})

describe('the end of a notice, without a database', () => {
  const db = new Proxy({} as AnyKysely, {
    get: () => {
      throw new Error('the delivery was read')
    },
  })
  const delivery = { id: newId(), patientId: thread.patientId, status: 'queued', transmissionId: newId() } as Delivery
  const conclude = (isRepeated: boolean) =>
    sendNotice({} as MessagingContext, () => ({ ...context, db }) as never).conclude(
      { ...context, db } as ReadContext,
      { subjectId: delivery.id } as Transmission,
      { response: { do: 'suppress', reason: 'muted', delivery } },
      { isRepeated },
    )

  test('is decided on the delivery as it was before it was sent, and on a new one only after a conflict', async () => {
    expect(await conclude(false)).toMatchObject({
      writes: [{ statement: { table: 'messaging.deliveries', isConditional: true } }],
      events: [{ type: 'messaging.delivery-changed', data: { status: 'suppressed' } }],
    })
    await expect(conclude(true)).rejects.toThrow('the delivery was read')
  })
})

describe('the endpoints of webhooks, without a database', () => {
  const active = { status: 'active' } as Endpoint
  const add = (list: EndpointList) =>
    addWebhookEndpoint.decide?.(
      { ...request, path: undefined as never, body: { url: 'https://hooks.example/', events: ['*'] } },
      { list, most: 2, secret: 'whsec_sample' },
      context,
    )

  test('are limited; each addition outdates the list that others have gathered', () => {
    const change = add({ version: 4, endpoints: [active] })
    expect(change?.writes?.map(({ statement: { table, isConditional } }) => [table, isConditional])).toEqual([
      ['messaging.webhook_endpoints', false],
      ['messaging.endpoint_lists', true],
    ])
    expect(() => add({ version: 5, endpoints: [active, active] })).toThrow(
      expect.objectContaining({ code: 'too_many_endpoints' }),
    )
  })
})

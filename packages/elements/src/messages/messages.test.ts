import { html } from 'lit'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { recordEvents, recordAnnouncements } from '../../test/record-announcements.ts'
import { focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { showMessages } from '../../test/messages-page.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, waitFor } from '../../test/story.ts'
import type { VisitMessages } from './messages.ts'

afterEach(unmount)

const element = (): Element | null => deepQuery(document.body, 'visit-messages')

describe('writing', () => {
  test('a new thread is sent with its topic, with the keyboard alone', async () => {
    const { called } = await showMessages()
    const posted = recordEvents('visit-message-posted')
    await pressKeyOn('Write a message')
    await tabTo('In a few words')
    await userEvent.keyboard('Headache')
    await tabTo('Your message')
    await userEvent.keyboard('It began last night.')
    await pressKeyOn('Send')
    await waitFor(() => posted.length === 1, 'the message')
    expect(called('beginThread')[0]?.body).toMatchObject({
      topic: 'question',
      subject: 'Headache',
      text: 'It began last night.',
    })
    await waitFor(() => pageText().includes('It began last night.'), 'the thread')
  })

  test('a missing value is reported at its field, and nothing is sent', async () => {
    const { called } = await showMessages()
    await pressKeyOn('Write a message')
    await pressKeyOn('Send')
    await waitFor(() => focusedName()?.includes('In a few words'), 'the focus on the field')
    expect(pageText()).toContain('Say in a few words what it is about.')
    expect(called('beginThread')).toEqual([])
  })

  test('a reply that cannot be sent is kept, and is sent once under one key', async () => {
    let isDown = true
    const { postMessage } = createSampleWorld().handlersFor('patient')
    const { called } = await showMessages({
      postMessage: (input) => (isDown ? problem(503, 'database_unavailable') : (postMessage?.(input) as never)),
    })
    await pressKeyOn(/Rash on my arm/)
    await tabTo('Your message')
    await userEvent.keyboard('Better today')
    await pressKeyOn('Send')
    await waitFor(() => deepQuery(document.body, '[role="alert"]'), 'the problem')
    expect(deepQuery<HTMLTextAreaElement>(document.body, '#text')?.value).toBe('Better today')
    isDown = false
    await pressKeyOn('Send')
    await waitFor(() => deepQuery<HTMLTextAreaElement>(document.body, '#text')?.value === '', 'the empty field')
    expect(called('postMessage').map(({ body }) => (body as { text: string }).text)).toEqual([
      'Better today',
      'Better today',
    ])
  })
})

const messageField = (): HTMLTextAreaElement | null => deepQuery(document.body, '#text')

describe('a message that was written before the session ended', () => {
  const again = async (world: ReturnType<typeof createSampleWorld>) => {
    unmount()
    const client = world.client('patient')
    await mount(withProvider(client, html`<visit-messages></visit-messages>`))
    await settled()
    return client
  }
  const begin = async () => {
    const shown = await showMessages()
    await pressKeyOn('Write a message')
    await tabTo('In a few words')
    await userEvent.keyboard('Headache')
    return shown
  }

  test('is offered in the list, and goes on as it was, under the same key', async () => {
    const { world, client, called } = await begin()
    await tabTo('Your message')
    await userEvent.keyboard('It began last night.')
    await waitFor(() => called('putOwnDraft').length > 0, 'the text on the server')
    await settled()
    client.endSession()
    const next = await again(world)
    await pressKeyOn('Go on with your message')
    await waitFor(() => messageField()?.value === 'It began last night.', 'the text')
    expect(deepQuery<HTMLInputElement>(document.body, '#subject')?.value).toBe('Headache')
    expect(pageText()).toContain('You wrote this before and did not send it.')
    const { fields = [] } = (called('putOwnDraft').at(-1)?.body ?? {}) as { fields?: { name: string; text: string }[] }
    await pressKeyOn('Send')
    const sent = await waitFor(() => next.calls.find(({ operationId }) => operationId === 'beginThread'), 'the message')
    expect(sent.idempotencyKey).toBe(fields.find(({ name }) => name === 'key')?.text)
  })

  test('says that its files must be added again', async () => {
    const { world, called } = await begin()
    const input = await waitFor(() => deepQuery<HTMLInputElement>(document.body, 'input[type=file]'), 'the field')
    await userEvent.upload(input, new File(['x'], 'arm.png', { type: 'image/png' }))
    await waitFor(() => pageText().includes('File 1: '), 'the file')
    const withFile = () => JSON.stringify(called('putOwnDraft').at(-1)?.body ?? '').includes('"files"')
    await waitFor(withFile, 'the text on the server')
    await again(world)
    await pressKeyOn('Go on with your message')
    await waitFor(() => pageText().includes('Add your files again.'), 'the reminder')
  })

  test('is offered to no one else', async () => {
    const { world, called } = await begin()
    await waitFor(() => called('putOwnDraft').length > 0, 'the text on the server')
    unmount()
    await mount(
      withProvider(world.client('practitioner'), html`<visit-messages patient-id="patient-1"></visit-messages>`),
    )
    await settled()
    await pressKeyOn('Write a message')
    expect(deepQuery<HTMLInputElement>(document.body, '#subject')?.value).toBe('')
  })
})

describe('an unsent message', () => {
  test('stays in its thread, and is there when the person comes back', async () => {
    const { called } = await showMessages({}, 'practitioner')
    await pressKeyOn(/Rash on my arm/)
    await tabTo('Your message')
    await userEvent.keyboard('Your result is positive')
    await pressKeyOn('All messages')
    await pressKeyOn(/Can I take it with coffee/)
    await waitFor(() => messageField(), 'the field')
    expect(messageField()?.value).toBe('')
    await pressKeyOn('Send')
    await settled()
    expect(called('postMessage')).toEqual([])
    await pressKeyOn('All messages')
    await pressKeyOn(/Rash on my arm/)
    await waitFor(() => messageField()?.value === 'Your result is positive', 'what was written')
  })

  test('does not move to another thread or another patient', async () => {
    const { world, called } = await showMessages({}, 'practitioner')
    const { items } = await world.client('practitioner').threads.list().page()
    const [rash, coffee] = items.map(({ id }) => id)
    const messages = element() as VisitMessages
    Object.assign(messages, { patientId: 'patient-1', threadId: rash })
    await waitFor(() => messageField(), 'the thread')
    await tabTo('Your message')
    await userEvent.keyboard('Your result is positive')
    messages.threadId = coffee
    await messages.updateComplete
    await settled()
    expect(messageField()?.value).toBe('')
    messages.threadId = undefined
    await settled()
    await pressKeyOn('Write a message')
    await tabTo('In a few words')
    await userEvent.keyboard('Result')
    messages.patientId = 'patient-2'
    await settled()
    await pressKeyOn('Write a message')
    expect(deepQuery<HTMLInputElement>(document.body, '#subject')?.value).toBe('')
    // If the page opens a thread in the meantime, the element shows it; the message still goes to its own destination.
    messages.threadId = coffee
    await waitFor(() => pageText().includes('Yes. Take them at the same time each day.'), 'the thread')
    expect(called('postMessage')).toEqual([])
  })
})

describe('where there is room', () => {
  const back = (): boolean => pageText().includes('All messages')
  const current = (): string =>
    deepQuery(document.body, '.pick[aria-current="true"]')?.querySelector('b')?.textContent ?? ''
  beforeEach(() => page.viewport(1200, 900))
  afterEach(() => page.viewport(414, 896))

  test('the list stays next to the thread, and says which one is shown', async () => {
    await showMessages({}, 'practitioner')
    await pressKeyOn(/Rash on my arm/)
    await waitFor(() => messageField(), 'the thread')
    expect(current()).toBe('Rash on my arm')
    await waitFor(() => focusedName()?.includes('Rash on my arm'), 'the focus on the subject')
    expect(back()).toBe(false)
    await pressKeyOn(/Can I take it with coffee/)
    await waitFor(() => current() === 'Can I take it with coffee?', 'the other thread')
  })

  test('a thread that the page opened gets the list when the page becomes wider, and keeps what is written', async () => {
    await page.viewport(414, 896)
    const { called } = await showMessages({}, 'practitioner')
    await pressKeyOn(/Rash on my arm/)
    await tabTo('Your message')
    await userEvent.keyboard('Keep it dry')
    expect(back()).toBe(true)
    const lists = called('listThreads').length
    await page.viewport(1200, 900)
    await waitFor(() => current() === 'Rash on my arm', 'the list')
    expect(called('listThreads').length).toBe(lists + 1)
    expect(messageField()?.value).toBe('Keep it dry')
  })
})

describe('reading', () => {
  test('messages on the screen are marked as read, once', async () => {
    const { called } = await showMessages({}, 'practitioner')
    expect(pageText()).toContain('1 new')
    await pressKeyOn(/Rash on my arm/)
    await waitFor(() => called('markThreadRead').length === 1, 'the mark')
    await settled()
    expect(called('markThreadRead')).toHaveLength(1)
  })

  test('a new message is shown at the end and announced, and unsent text is kept', async () => {
    const { world } = await showMessages()
    await pressKeyOn(/Rash on my arm/)
    await tabTo('Your message')
    await userEvent.keyboard('I also')
    const announced = recordAnnouncements(element())
    const threads = await world.client('practitioner').threads.list().page()
    const rash = threads.items.find(({ subject }) => subject === 'Rash on my arm')
    await world
      .client('practitioner')
      .threads.post(rash?.id ?? '', { text: 'Please keep it clean.', attachmentIds: [] })
    await waitFor(() => pageText().includes('Please keep it clean.'), 'the answer')
    expect(announced).toContain('A new message from Dr. Jo Sample')
    expect(deepQuery<HTMLTextAreaElement>(document.body, '#text')?.value).toBe('I also')
  })
})

test('a member takes a thread over, closes it, and reopens it', async () => {
  await showMessages({}, 'practitioner')
  await pressKeyOn(/Rash on my arm/)
  await pressKeyOn('Take this')
  await waitFor(() => pageText().includes('Dr. Jo Sample answers'), 'the name')
  await pressKeyOn('Close thread')
  await waitFor(() => pageText().includes('Open again'), 'the closed thread')
})

test('the end of the session leaves no text and no picture', async () => {
  const { client } = await showMessages()
  await pressKeyOn(/Rash on my arm/)
  client.endSession()
  await waitFor(() => !pageText().includes('gardening'), 'an empty page')
})

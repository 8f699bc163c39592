import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { fakeDevices } from '../../test/fake-devices.ts'
import { focusedName, tabTo } from '../../test/keyboard.ts'
import { mount, unmount } from '../../test/mount.ts'
import { elementOf, joinAlone, joinTogether, roomOf, shadow, textOf, until } from '../../test/people-in-room.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { press, waitFor } from '../../test/story.ts'

let restore = (): void => {}
afterEach(() => {
  unmount()
  restore()
  restore = () => {}
})

type Person = 'patient' | 'practitioner'
const button = (person: Person) => shadow(person).querySelector<HTMLButtonElement>('.chat-button')
const field = (person: Person) => shadow(person).querySelector<HTMLTextAreaElement>('#chat-text')
const open = async (person: Person): Promise<HTMLTextAreaElement> => {
  const control = await waitFor(() => button(person), `the button of the ${person}`)
  if (control.getAttribute('aria-expanded') === 'false') control.click()
  return waitFor(() => field(person), `the field of the ${person}`)
}
/** A locator would name the room by its text, which changes each second. */
const type = async (person: Person, text: string): Promise<void> => {
  const typed = await open(person)
  typed.focus()
  typed.value = text
  typed.dispatchEvent(new Event('input', { bubbles: true }))
}
const write = async (person: Person, text: string): Promise<void> => {
  await type(person, text)
  await press(elementOf(person).parentElement as Element, 'Send')
}
const addPhoto = async (person: Person): Promise<void> => {
  await open(person)
  const input = shadow(person).querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('There is no field for files')
  await userEvent.upload(input, new File(['x'], 'arm.png', { type: 'image/png' }))
}
const talkOf = (person: Person): string[] =>
  [...shadow(person).querySelectorAll('.talk .text')].map(({ textContent }) => textContent.trim())

describe('messages in the room', () => {
  test('one writes, the other hears it politely and counts it, reads and answers', async () => {
    const { world } = await joinTogether()
    const announced = recordAnnouncements(elementOf('practitioner'))
    await write('patient', 'I cannot hear you')
    await waitFor(() => talkOf('patient').length === 1, 'the own message')
    await waitFor(() => button('practitioner')?.getAttribute('aria-label') === 'Messages, 1 new', 'the count')
    expect(announced).toEqual(['Robin Example wrote: I cannot hear you'])
    await open('practitioner')
    expect(talkOf('practitioner')).toEqual(['I cannot hear you'])
    await waitFor(() => !button('practitioner')?.hasAttribute('aria-label'), 'that it was read')
    const [, doctor] = [world.client('patient'), world.client('practitioner')]
    const { thread } = await doctor.threads.ofVisit(world.ids.visitId ?? '')
    expect(thread).toMatchObject({ unread: 0, waitingFor: 'none' })
    await write('practitioner', 'Press “Turn the sound on”')
    await waitFor(() => talkOf('patient').length === 2, 'the answer')
    expect(talkOf('patient')).toEqual(['I cannot hear you', 'Press “Turn the sound on”'])
  })

  test('need no devices and no call: a person who cannot join writes all the same', async () => {
    restore = fakeDevices(() => Promise.reject(new DOMException('', 'NotAllowedError')))
    const { client } = await joinAlone('patient', { takeSeat: () => problem(503, 'vendor_unavailable') }, true)
    await until('patient', 'The video service does not answer')
    await write('patient', 'The video does not start')
    await waitFor(() => talkOf('patient').length === 1, 'the message')
    expect(client.calls.filter(({ operationId }) => operationId === 'postVisitMessage')).toHaveLength(1)
  })

  test.each([
    ['a least height', 'min-block-size: 500px', 390],
    ['a fixed height', 'block-size: 500px', 390],
    ['a fixed height, next to a chart', 'block-size: 500px', 1024],
  ])('make a room longer that has %s', async (_, height, width) => {
    await page.viewport(width, 800)
    await joinAlone('patient')
    const element = elementOf('patient') as HTMLElement
    element.style.cssText = height
    await until('patient', 'Waiting for Dr. Jo Sample')
    if (width > 760) element.append(Object.assign(document.createElement('p'), { slot: 'aside', textContent: 'Chart' }))
    await open('patient')
    const parts = ['.stage', '.chat .lines', '.chat form .btn'].map((selector) =>
      shadow('patient').querySelector(selector),
    )
    const room = shadow('patient').querySelector('.room') as HTMLElement
    room.scrollTo(0, room.scrollHeight)
    const [stage, lines, send] = parts.map((part) => (part as Element).getBoundingClientRect())
    if (!stage || !lines || !send) throw new Error('A part of the room is missing')
    expect(stage.height).toBeGreaterThanOrEqual(420)
    expect(stage.bottom).toBeLessThanOrEqual(lines.top)
    expect(lines.bottom).toBeLessThanOrEqual(send.top)
    expect(send.bottom).toBeLessThanOrEqual(room.getBoundingClientRect().bottom)
    // What follows on the page is not covered.
    expect(room.getBoundingClientRect().bottom).toBeLessThanOrEqual(element.getBoundingClientRect().bottom)
  })

  test('by keyboard alone: Enter sends, Shift and Enter start a line, Escape goes back to the button', async () => {
    await joinAlone('patient')
    await until('patient', 'Waiting for Dr. Jo Sample')
    await tabTo('Messages')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => field('patient') && shadow('patient').activeElement === field('patient'), 'the field')
    await userEvent.keyboard('One{Shift>}{Enter}{/Shift}Two{Enter}')
    await waitFor(() => talkOf('patient').length === 1, 'the message')
    expect(talkOf('patient')).toEqual(['One\nTwo'])
    await waitFor(() => shadow('patient').activeElement === field('patient'), 'the field again')
    // Letters are shortcuts on the stage only.
    await userEvent.keyboard('mv')
    expect(textOf('patient')).toContain('Mute')
    expect(field('patient')?.value).toBe('mv')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => !field('patient'), 'the room without messages')
    expect(focusedName()).toBe('Messages')
  })

  test('a photo is sent with the text, and the other opens it', async () => {
    const { world, practitioner } = await joinTogether()
    await type('patient', 'My arm')
    await addPhoto('patient')
    await until('patient', 'File 1: Image')
    expect(textOf('patient')).toContain('Files are not kept when you leave this page.')
    await press(elementOf('patient').parentElement as Element, 'Send')
    await waitFor(() => talkOf('patient').length === 1, 'the own message')
    expect(textOf('patient')).not.toContain('File 1')
    const { thread } = await world.client('practitioner').threads.ofVisit(world.ids.visitId ?? '')
    expect(thread?.messages[0]).toMatchObject({ text: 'My arm', attachments: [{ kind: 'image' }] })
    await open('practitioner')
    await press(elementOf('practitioner').parentElement as Element, 'Show the picture')
    await waitFor(() => shadow('practitioner').querySelector('img.picture'), 'the picture')
    practitioner.endSession()
    await waitFor(() => !shadow('practitioner').querySelector('img.picture'), 'no picture without a session')
  })

  test('a file that cannot be sent says so, and the text stays', async () => {
    await joinAlone('patient', { addVisitAttachment: () => problem(415, 'unsupported_attachment_type') })
    await type('patient', 'My arm')
    await addPhoto('patient')
    await until('patient', 'This kind of file cannot be sent')
    expect(field('patient')?.value).toBe('My arm')
  })

  test('who wrote with a file that was not sent is asked to add it again', async () => {
    const world = createSampleWorld({ stage: 'admitted' })
    const client = world.client('patient')
    await mount(roomOf(client, world, 'patient'))
    await addPhoto('patient')
    await until('patient', 'File 1: Image')
    await type('patient', 'Half a sen')
    await waitFor(() => client.calls.some(({ operationId }) => operationId === 'putOwnDraft'), 'that it is kept')
    unmount()
    await mount(roomOf(world.client('patient'), world, 'patient'))
    const again = await open('patient')
    await waitFor(() => again.value === 'Half a sen', 'the text')
    expect(textOf('patient')).toContain('Add your files again.')
  })

  test('an empty message is not sent, and says so', async () => {
    const { client } = await joinAlone('patient')
    await open('patient')
    await press(document.body, 'Send')
    await until('patient', 'Write your message first.')
    expect(client.calls.map(({ operationId }) => operationId)).not.toContain('postVisitMessage')
  })

  test('a message that was refused stays, and the next press sends the same one', async () => {
    const { client, world } = await joinAlone('patient')
    client.setHandlers({ postVisitMessage: () => problem(503, 'vendor_unavailable') })
    await write('patient', 'Not lost')
    await waitFor(() => shadow('patient').querySelector('.chat [role="alert"]'), 'the refusal')
    expect(field('patient')?.value).toBe('Not lost')
    const other = world.client('patient')
    client.setHandlers({ postVisitMessage: ({ path, body }) => other.threads.postInVisit(path.visitId, body) })
    await press(document.body, 'Send')
    await waitFor(() => talkOf('patient').length === 1, 'the message')
  })

  test('unsent text is there again on a page that is loaded again', async () => {
    const world = createSampleWorld({ stage: 'admitted' })
    const client = world.client('patient')
    await mount(roomOf(client, world, 'patient'))
    await type('patient', 'Half a sen')
    await waitFor(() => client.calls.some(({ operationId }) => operationId === 'putOwnDraft'), 'that it is kept')
    unmount()
    await mount(roomOf(world.client('patient'), world, 'patient'))
    const again = await open('patient')
    await waitFor(() => again.value === 'Half a sen', 'the text')
    expect(textOf('patient')).toContain('You wrote this before and did not send it.')
  })

  test('are not shown without a session, although the call goes on', async () => {
    const { practitioner } = await joinTogether()
    await write('practitioner', 'For you only')
    await waitFor(() => talkOf('practitioner').length === 1, 'the message')
    practitioner.endSession()
    await until('practitioner', 'You have been signed out. The call goes on until you leave.')
    expect(textOf('practitioner')).not.toContain('For you only')
    expect(button('practitioner')).toBeNull()
  })

  test('what was written before one came is there, also the pages before', async () => {
    const world = createSampleWorld({ stage: 'admitted' })
    const doctor = world.client('practitioner')
    const visitId = world.ids.visitId ?? ''
    for (let number = 1; number <= 51; number++) await doctor.threads.postInVisit(visitId, { text: `Line ${number}` })
    await mount(html`${roomOf(world.client('patient'), world, 'patient')}`)
    await open('patient')
    await waitFor(() => talkOf('patient').length === 50, 'the newest')
    expect(talkOf('patient').at(-1)).toBe('Line 51')
    await press(document.body, 'Show earlier messages')
    await waitFor(() => talkOf('patient').length === 51, 'all')
    expect(talkOf('patient')[0]).toBe('Line 1')
  })
})

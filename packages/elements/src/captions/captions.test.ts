import { html } from 'lit'
import { page, userEvent } from 'vitest/browser'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { barriers, colorRules, wcagRules } from '../../test/barriers.ts'
import type { CaptionsSample } from '../../test/captions-sample.ts'
import '../../test/captions-sample.ts'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { elementOf, roomOf, sees, shadow } from '../../test/people-in-room.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { hideStory, modes, showIn, showStory } from '../../test/show-story.ts'
import { press, waitFor, withProvider } from '../../test/story.ts'
import { usesCode } from '../../test/uses-code.ts'
import { writeCaption } from '../video/caption.ts'
import { Typed } from './captions.stories.ts'
import '../define/guest-room.ts'

afterEach(unmount)

/** A clinician and a guest of this kind, in one room, with a real connection. */
const joinWith = async (kind: 'captioner' | 'family') => {
  const world = createSampleWorld({ stage: 'admitted' })
  await world.client('patient').guests.invite(world.ids.appointmentId ?? '', { name: 'Maria Gomez', kind })
  const invited = world.state.guests.at(-1)
  if (!invited) throw new Error('No one was invited')
  usesCode(world, invited, 'Maria Gomez')
  await world.client('practitioner').guests.admit(invited.id)
  await mount(html`
    ${roomOf(world.client('practitioner'), world, 'practitioner')}
    ${withProvider(world.client('guest'), html`<visit-guest-room></visit-guest-room>`)}
  `)
  const guest = document.querySelector('visit-guest-room')
  const guestShadow = guest?.shadowRoot
  if (!guest || !guestShadow) throw new Error('There is no room of the guest')
  await waitFor(() => pageText(guestShadow).includes('You may come in'), 'the way in')
  const announced = recordAnnouncements(elementOf('practitioner'))
  await press(guest.parentElement as Element, 'Join')
  await sees('practitioner')
  return { world, guest, guestShadow, announced }
}
const of = (selector: string) => shadow('practitioner').querySelector<HTMLElement>(selector)
const lines = () => of('.caption-log')
const field = (root: ShadowRoot) => {
  const found = root.querySelector<HTMLInputElement>('#caption-text')
  expect(found, 'the field for captions').not.toBeNull()
  return found as HTMLInputElement
}
const type = (root: ShadowRoot, text: string): void => {
  const input = field(root)
  input.value = text
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
}

test('what a captioner types is on the screen of the others as it grows, and complete lines are in the live region', async () => {
  const { guestShadow, announced } = await joinWith('captioner')
  await waitFor(() => of('.captions')?.textContent?.includes('Maria Gomez'), 'who types')
  expect(announced.join()).toContain('types what is said. Press C to hide or show it.')
  expect(of('.stage')?.classList.contains('captioned')).toBe(true)

  type(guestShadow, 'Where does')
  await waitFor(() => of('.captions')?.textContent?.includes('Where does'), 'the line that grows')
  expect(lines()?.textContent).not.toContain('Where does')
  expect(of('.captions [aria-hidden]')?.textContent).toContain('Where does')

  type(guestShadow, 'Where does it hurt?')
  field(guestShadow).form?.requestSubmit()
  await waitFor(() => lines()?.textContent?.includes('Where does it hurt?'), 'the complete line')
  expect(of('.captions [aria-hidden]')?.textContent?.trim()).toBe('')
  expect(field(guestShadow).value).toBe('')
  // The captioner reads it too.
  expect(guestShadow.querySelector('.caption-log')?.textContent).toContain('Where does it hurt?')
})

test('a line names who speaks, if the captioner chooses them', async () => {
  const { guestShadow } = await joinWith('captioner')
  const speaker = guestShadow.querySelector<HTMLSelectElement>('#caption-speaker')
  await waitFor(() => speaker && speaker.options.length === 2, 'the clinician in the list')
  const name = speaker?.options[1]?.textContent?.trim() ?? ''
  await userEvent.selectOptions(speaker!, name)
  type(guestShadow, 'Good morning')
  field(guestShadow).form?.requestSubmit()
  await waitFor(() => lines()?.textContent?.includes('You: Good morning'), 'the clinician as speaker')
  expect(guestShadow.querySelector('.caption-log')?.textContent).toContain(`${name}: Good morning`)
})

test('captions are hidden and shown with one key, larger, and said by a screen reader only to who asks', async () => {
  const { guestShadow, announced } = await joinWith('captioner')
  type(guestShadow, 'First line')
  field(guestShadow).form?.requestSubmit()
  await waitFor(() => lines()?.textContent?.includes('First line'), 'the line')
  expect([lines()?.getAttribute('role'), lines()?.getAttribute('aria-live')]).toEqual(['log', 'off'])
  await press(elementOf('practitioner').parentElement as Element, 'With screen reader')
  await waitFor(() => lines()?.getAttribute('aria-live') === 'polite', 'the live region')

  const small = parseFloat(getComputedStyle(of('.caption-lines')!).fontSize)
  await press(elementOf('practitioner').parentElement as Element, 'Large text')
  await waitFor(() => of('.captions.large'), 'the large text')
  const large = parseFloat(getComputedStyle(of('.caption-lines')!).fontSize)
  expect([small >= 18, large >= 24]).toEqual([true, true])

  of('.stage')?.focus()
  await userEvent.keyboard('c')
  await waitFor(() => !of('.captions'), 'a picture without captions')
  expect(of('.captions-button')?.getAttribute('aria-pressed')).toBe('false')
  expect(announced).toContain('Captions are off')
  await userEvent.keyboard('c')
  await waitFor(() => of('.captions')?.textContent?.includes('First line'), 'the captions again')
})

test('captions are in no storage, and are gone with the call', async () => {
  const { guestShadow } = await joinWith('captioner')
  type(guestShadow, 'My knee hurts')
  field(guestShadow).form?.requestSubmit()
  await waitFor(() => lines()?.textContent?.includes('My knee hurts'), 'the line')
  expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('knee')
  await press(elementOf('practitioner').parentElement as Element, 'Leave')
  await waitFor(() => !of('.stage'), 'the end of the call')
  expect(pageText(shadow('practitioner'))).not.toContain('knee')
  await press(elementOf('practitioner').parentElement as Element, 'Join again')
  await sees('practitioner')
  expect(pageText(shadow('practitioner'))).not.toContain('knee')
})

test('a captioner reads that no one is connected, and no more once someone is', async () => {
  const { guestShadow } = await joinWith('captioner')
  const isAlone = () => pageText(guestShadow).includes('No one is connected who can read it.')
  await waitFor(() => !isAlone(), 'the connection')
  await press(elementOf('practitioner').parentElement as Element, 'Leave')
  await waitFor(isAlone, 'that no one reads it')
  await press(elementOf('practitioner').parentElement as Element, 'Join again')
  await waitFor(() => !isAlone(), 'the connection again')
})

/** The channels of this page, on both sides. A guest who is no captioner can use theirs from the console of the browser. */
const recordChannels = (): RTCDataChannel[] => {
  const channels: RTCDataChannel[] = []
  const { createDataChannel } = RTCPeerConnection.prototype
  const arrives = Object.getOwnPropertyDescriptor(RTCPeerConnection.prototype, 'ondatachannel')
  if (!arrives) throw new Error('This browser has no channels')
  RTCPeerConnection.prototype.createDataChannel = function (...options) {
    const channel = createDataChannel.apply(this, options)
    channels.push(channel)
    return channel
  }
  Object.defineProperty(RTCPeerConnection.prototype, 'ondatachannel', {
    ...arrives,
    set(this: RTCPeerConnection, listener: (event: RTCDataChannelEvent) => void) {
      arrives.set?.call(this, (event: RTCDataChannelEvent) => {
        channels.push(event.channel)
        listener(event)
      })
    },
  })
  onTestFinished(() => {
    RTCPeerConnection.prototype.createDataChannel = createDataChannel
    Object.defineProperty(RTCPeerConnection.prototype, 'ondatachannel', arrives)
  })
  return channels
}

test.each([
  ['family', false],
  ['captioner', true],
] as const)('what a guest who is %s sends as captions is shown: %s', async (kind, isShown) => {
  const channels = recordChannels()
  const { guestShadow } = await joinWith(kind)
  expect(guestShadow.querySelector('#caption-text') !== null).toBe(isShown)
  await waitFor(() => channels.filter(({ readyState }) => readyState === 'open').length === 2, 'both channels')
  const line = writeCaption({ id: 'line-1', speaker: null, text: 'Take two of them', isFinal: true })
  for (const channel of channels) if (channel.readyState === 'open') channel.send(JSON.stringify(line))
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(pageText(shadow('practitioner')).includes('Take two of them')).toBe(isShown)
  expect(of('.captions-button') !== null).toBe(isShown)
})

const showSample = async (mayStart: boolean): Promise<CaptionsSample> => {
  const client = createSampleWorld().client('patient')
  await mount(withProvider(client, html`<captions-sample ?may-start=${mayStart}></captions-sample>`))
  const sample = document.querySelector<CaptionsSample>('captions-sample')
  if (!sample) throw new Error('There is no sample')
  await sample.updateComplete
  return sample
}

test('a machine that hears the call is named on every screen, also while its captions are hidden', async () => {
  const sample = await showSample(false)
  const announced = recordAnnouncements(sample)
  const text = () => pageText(sample.shadowRoot as ShadowRoot)
  expect(sample.shadowRoot?.querySelector('.captions-button')).toBeNull()
  sample.isHeard = true
  await waitFor(() => text().includes('The video service hears the call for it.'), 'who hears')
  expect(announced.join()).toContain('A machine makes captions of this call now.')
  sample.hear('Take one each morning')
  await waitFor(() => /Dr\. Jo Sample ?: Take one each morning/.test(text()), 'the line')
  expect(sample.shadowRoot?.querySelector('.machine-captions')).toBeNull()
  await press(sample.parentElement as Element, 'Captions')
  await waitFor(() => !text().includes('Take one each morning'), 'no captions')
  expect(text()).toContain('The video service hears the call for it.')
  sample.isHeard = false
  await waitFor(() => !text().includes('The video service hears'), 'the end')
  expect(announced).toContain('The captions by machine have ended.')
})

test('a clinician whose seat allows it starts and ends the captions by machine', async () => {
  const sample = await showSample(true)
  await waitFor(() => pageText(sample.shadowRoot as ShadowRoot).includes('No one types captions now.'), 'the offer')
  await press(sample.parentElement as Element, 'Start captions by machine')
  await waitFor(() => sample.isHeard, 'the start')
  await press(sample.parentElement as Element, 'Stop captions by machine')
  await waitFor(() => !sample.isHeard, 'the end')
  expect(sample.asked).toEqual([
    [true, 'en'],
    [false, 'en'],
  ])
})

test.each(['light', 'spanish'] as const)('a captioner who types has no barrier, in the %s story', async (mode) => {
  await page.viewport(modes[mode].width, 2000)
  onTestFinished(hideStory)
  await showStory(Typed, mode)
  expect(await barriers(wcagRules)).toEqual([])
  showIn('dark')
  expect(await barriers(colorRules)).toEqual([])
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(modes[mode].width)
})

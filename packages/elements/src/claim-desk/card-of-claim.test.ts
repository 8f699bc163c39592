import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, problem, type SampleWorld } from '@visitkit/sdk/testing'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/claim-desk.ts'
import '../define/provider.ts'
import '../define/settings.ts'

/* The insurance card: added in the patient's settings, seen with the coverage of the claim. */

afterEach(unmount)

const until = (text: string) => waitFor(() => pageText().includes(text), text)
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
)
const file = (type = 'image/png', bytes: BlobPart = png) => new File([bytes], 'card', { type })

const showSettings = async (world: SampleWorld, handlers = {}) => {
  const client = world.client('patient', handlers)
  await mount(withProvider(client, html`<visit-settings open="card" patient-id="robin"></visit-settings>`))
  await until('Front')
  await settled()
  return client
}
const add = async (side: 'front' | 'back', chosen: File, kind = ':not([capture])') => {
  const input = await waitFor(
    () => deepQuery<HTMLInputElement>(document.body, `input[data-side=${side}]${kind}`),
    'the field',
  )
  const transfer = new DataTransfer()
  transfer.items.add(chosen)
  input.files = transfer.files
  input.dispatchEvent(new Event('change'))
}
const untilFault = (side: string, text: string) =>
  waitFor(() => deepQuery(document.body, '#card-fault')?.textContent === `${side}: ${text}`, text)
const pictures = () => deepQuery(document.body, 'visit-settings')?.shadowRoot?.querySelectorAll('img') ?? []
const showClaim = async (world: SampleWorld) => {
  unmount()
  const client = world.client('practitioner')
  await mount(withProvider(client, html`<visit-claim-desk claim-id="claim-ready"></visit-claim-desk>`))
  await until('Picture of the insurance card')
  return client
}
/** The patient of the claim that the desk opens. */
const showSettingsOfClaim = async (world: SampleWorld) => {
  const { patientId } = await world.client('practitioner').claims.get('claim-ready')
  await mount(
    withProvider(world.client('patient'), html`<visit-settings open="card" .patientId=${patientId}></visit-settings>`),
  )
  await until('Front')
}

test('what the patient adds in the settings is seen with the coverage of the claim', async () => {
  const world = createSampleWorld()
  await showSettingsOfClaim(world)
  await add('front', file())
  await waitFor(() => pictures().length === 1, 'the front')
  await add('back', file(), '[capture]')
  await waitFor(() => pictures().length === 2, 'both sides')
  const client = await showClaim(world)
  const read = () => client.calls.filter(({ operationId }) => operationId === 'getCoverageCardPicture').length
  expect(read(), 'nothing is read before somebody wants to see it').toBe(0)
  await press(document.body, 'Picture of the insurance card')
  const front = await waitFor(
    () => deepQuery<HTMLImageElement>(document.body, 'img[alt="Insurance card, front"]'),
    'the front',
  )
  await waitFor(() => front.naturalWidth === 1, 'the picture')
  expect(deepQuery(document.body, 'img[alt="Insurance card, back"]')).not.toBeNull()
  expect(read()).toBe(2)
})

test('what the patient removes is not there any more', async () => {
  const world = createSampleWorld()
  await showSettingsOfClaim(world)
  await add('front', file())
  await waitFor(() => pictures().length === 1, 'the front')
  await press(document.body, 'Remove: Front')
  await until('Remove this picture?')
  await press(document.body, 'Yes, remove it')
  await waitFor(() => pictures().length === 0, 'no picture')
  await showClaim(world)
  await press(document.body, 'Picture of the insurance card')
  await until('The patient has added no picture.')
})

test('a file that is no picture, or too large, is refused at its side, and nothing is sent', async () => {
  const client = await showSettings(createSampleWorld())
  await add('back', file('application/pdf'))
  await untilFault('Back of the card', 'This is not a JPEG, PNG or WebP picture. Take a picture of the card.')
  await add('front', file('image/png', new Uint8Array(10_485_761)))
  await untilFault('Front of the card', 'This picture is larger than 10 MB. Take a smaller one.')
  expect(pageText()).not.toContain('This is not a JPEG')
  expect(client.calls.some(({ operationId }) => operationId === 'putCoverageCardSide')).toBe(false)
})

test('what the server refuses is said at the side, and the picture before it stays', async () => {
  const world = createSampleWorld()
  let refuse = false
  const { putCoverageCardSide } = world.handlersFor('patient')
  await showSettings(world, {
    putCoverageCardSide: (input: never) =>
      refuse ? problem(422, 'attachment_unreadable') : putCoverageCardSide?.(input),
  })
  await add('front', file())
  await waitFor(() => pictures().length === 1, 'the front')
  refuse = true
  await add('front', file())
  const alert = await waitFor(() => deepQuery(document.body, '[role=alert]'), 'the problem')
  expect(alert.closest('section')?.getAttribute('aria-labelledby')).toBe('card-front')
  expect(alert.textContent).toContain('Take the picture again.')
  expect(pictures()).toHaveLength(1)
})

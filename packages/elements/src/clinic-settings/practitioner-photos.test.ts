import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { administrator } from '../../test/administrator.ts'
import { withPhoto } from '../../test/drawn-photo.ts'
import { focusedName, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, waitFor, withProvider } from '../../test/story.ts'
import '../define/clinic-settings.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (handlers: TestHandlers = {}) => {
  const client = createSampleWorld().client('practitioner', { ...administrator, ...withPhoto, ...handlers })
  await mount(withProvider(client, html`<visit-clinic-settings open="photos"></visit-clinic-settings>`))
  await settled()
  return (operation: string) => client.calls.filter(({ operationId }) => operationId === operation)
}
const images = (): number =>
  (deepQuery(document.body, 'visit-clinic-settings')?.shadowRoot?.querySelectorAll('.avatar img') ?? []).length
const choose = async (place: number, file: File): Promise<void> => {
  const root = deepQuery(document.body, 'visit-clinic-settings')?.shadowRoot
  const input = root?.querySelectorAll<HTMLInputElement>('input[type=file]')[place]
  const files = new DataTransfer()
  files.items.add(file)
  if (input) input.files = files.files
  input?.dispatchEvent(new Event('change'))
  await settled()
}
const image = new File(['x'], 'face.png', { type: 'image/png' })

test('a photo is shown once it is loaded, and initials where there is none', async () => {
  const called = await show()
  await waitFor(() => images() === 1, 'the photo')
  expect(pageText()).toContain('LP')
  expect(called('getPractitionerPhoto')).toHaveLength(1)
})

test('a chosen photo is sent and shown, and can be removed with the keyboard', async () => {
  const called = await show({
    putPractitionerPhoto: () => ({ photoId: 'photo-2' }) as never,
    removePractitionerPhoto: () => ({}) as never,
  })
  await choose(1, image)
  await waitFor(() => images() === 2, 'the photo')
  expect(called('putPractitionerPhoto')[0]?.path).toEqual({ practitionerId: 'practitioner-lee' })
  await waitFor(() => focusedName() === 'Choose another photo of Dr. Lee Placeholder', 'the focus on the button')
  await pressKeyOn('Remove the photo of Dr. Lee Placeholder')
  await waitFor(() => images() === 1, 'the initials')
})

test('a file of another type is refused next to its clinician, and nothing is sent', async () => {
  const called = await show()
  await choose(0, new File(['x'], 'letter.pdf', { type: 'application/pdf' }))
  await waitFor(() => pageText().includes('This is not a JPEG, PNG or WebP picture.'), 'the refusal')
  expect(called('putPractitionerPhoto')).toEqual([])
})

test('what the server refuses is shown with the remedy, and the photo before stays', async () => {
  await show({ putPractitionerPhoto: () => problem(422, 'attachment_unreadable') })
  await waitFor(() => images() === 1, 'the photo')
  await choose(0, image)
  await waitFor(() => pageText().includes('Save the picture again or choose another one.'), 'the remedy')
  expect(images()).toBe(1)
})

import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { showMessages } from '../../test/messages-page.ts'
import { pageText, unmount } from '../../test/mount.ts'
import { deepQuery, waitFor } from '../../test/story.ts'

afterEach(unmount)

/** A file is there when `added` resolves. */
const showSlow = async () => {
  const added = Promise.withResolvers<void>()
  const { addAttachment } = createSampleWorld().handlersFor('patient')
  const shown = await showMessages({
    addAttachment: async (input) => {
      await added.promise
      return addAttachment?.(input) as never
    },
  })
  return { ...shown, added }
}

const addPhoto = async (): Promise<void> => {
  const input = await waitFor(() => deepQuery<HTMLInputElement>(document.body, 'input[type=file]'), 'the field')
  await userEvent.upload(input, new File(['x'], 'arm.png', { type: 'image/png' }))
}

test('the page asks before a file that is added and not sent is lost, and says that it is not kept', async () => {
  const { added } = await showSlow()
  const asks = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  await pressKeyOn(/Rash on my arm/)
  expect(asks()).toBe(false)
  expect(pageText()).not.toContain('Files are not kept')
  await addPhoto()
  await waitFor(() => pageText().includes('Adding the file'), 'the upload')
  expect(asks()).toBe(true)
  added.resolve()
  await waitFor(() => pageText().includes('File 1: '), 'the file')
  expect(pageText()).toContain('Files are not kept when you leave this page.')
  expect(asks()).toBe(true)
  await pressKeyOn('Remove file 1')
  await waitFor(() => !pageText().includes('Files are not kept'), 'no file')
  expect(asks()).toBe(false)
})

test('a photo that is still uploading is sent with the message', async () => {
  const { added, called } = await showSlow()
  await pressKeyOn(/Rash on my arm/)
  await tabTo('Your message')
  await userEvent.keyboard('Here it is')
  await addPhoto()
  await waitFor(() => pageText().includes('Adding the file'), 'the word')
  await pressKeyOn('Send')
  await waitFor(() => pageText().includes('The file is still being added.'), 'what Send waits for')
  expect(called('postMessage')).toEqual([])
  added.resolve()
  await waitFor(() => pageText().includes('File 1: '), 'the file')
  await pressKeyOn('Send')
  await waitFor(() => called('postMessage').length === 1, 'the message')
  expect(called('postMessage')[0]?.body).toMatchObject({ attachmentIds: [expect.any(String)] })
})

test('the file button is in the page’s language', async () => {
  await showMessages({}, 'patient', 'es')
  await pressKeyOn(/Rash on my arm/)
  await tabTo('Añadir una foto o un PDF')
})

test('a picture is loaded only on request', async () => {
  const { called } = await showMessages()
  await pressKeyOn(/Rash on my arm/)
  expect(called('getAttachmentContent')).toEqual([])
  await pressKeyOn('Show the picture')
  const image = await waitFor(() => deepQuery<HTMLImageElement>(document.body, 'img'), 'the picture')
  expect(image.src).toMatch(/^blob:/)
})

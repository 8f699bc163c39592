import { html } from 'lit'
import { afterEach, expect, test, vi } from 'vitest'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { asOfficer } from '../../test/sample-officer.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/privacy-desk.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (more: TestHandlers = {}) => {
  const client = createSampleWorld().client('practitioner', asOfficer(more))
  await mount(withProvider(client, html`<visit-privacy-desk></visit-privacy-desk>`))
  await settled()
  await press(document.body, /^\s*Retention\s*$/)
  await waitFor(() => pageText().includes('Ada Sample') || pageText().includes('went wrong'), 'the list')
  const bodies = (operationId: string) =>
    client.calls.filter((call) => call.operationId === operationId).map(({ body }) => body)
  return { bodies }
}
const field = <E extends HTMLElement = HTMLInputElement>(id: string): Promise<E> =>
  waitFor(() => deepQuery<E>(document.body, `#${id}`), id)

test('a record whose time is over is erased after a second press that says what that means, and not before', async () => {
  const { bodies } = await show()
  await press(document.body, /Erase the record of Ada Sample/)
  await waitFor(() => pageText().includes('This cannot be undone.'), 'what it means')
  expect(bodies('approveErasure')).toEqual([])
  await press(document.body, /^\s*Cancel\s*$/)
  await press(document.body, /Erase the record of Ada Sample/)
  await press(document.body, /^\s*Erase for good\s*$/)
  await waitFor(() => pageText().includes('Decided, not erased yet'), 'the decision')
  expect(bodies('approveErasure')).toEqual([{ patientId: 'patient-old', basis: 'retention-ended' }])
  expect(pageText()).not.toContain('Ada Sample')
})

test('a record with a hold cannot be chosen for erasure; the release asks why, and then it can', async () => {
  const { bodies } = await show()
  const erase = () => deepQuery(document.body, '[aria-label="Erase the record of Ben Sample"]')
  expect(erase()).toBeNull()
  await press(document.body, /Release the hold on the record of Ben Sample/)
  await press(document.body, /^\s*Release\s*$/)
  await waitFor(() => pageText().includes('Write why the hold ends.'), 'what is missing')
  expect(bodies('releaseLegalHold')).toEqual([])
  ;(await field<HTMLTextAreaElement>('release-why')).value = 'The case was closed.'
  await press(document.body, /^\s*Release\s*$/)
  await waitFor(erase, 'the button')
  expect(bodies('releaseLegalHold')).toEqual([{ reason: 'The case was closed.', version: 1 }])
  await press(document.body, /^\s*Released\s*$/)
  await waitFor(() => pageText().includes('The case was closed.'), 'the released hold')
})

test('a hold needs a patient, a reason and a text, and what is missing is said', async () => {
  const { bodies } = await show()
  await press(document.body, /^\s*Place a hold\s*$/)
  const search = await field('hold-patient')
  search.value = 'Robin'
  search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  ;(await waitFor(() => deepQuery<HTMLElement>(document.body, '[role=option]'), 'the patient')).click()
  ;(await field<HTMLTextAreaElement>('hold-text')).value = 'A letter of a lawyer.'
  await press(document.body, /^\s*Save\s*$/)
  await waitFor(() => pageText().includes('Choose the reason.'), 'what is missing')
  expect((await field<HTMLTextAreaElement>('hold-text')).value).toBe('A letter of a lawyer.')
  ;(await field<HTMLSelectElement>('hold-reason')).value = 'litigation'
  await press(document.body, /^\s*Save\s*$/)
  await waitFor(() => pageText().includes('A letter of a lawyer.'), 'the hold')
  expect(bodies('placeLegalHold')).toEqual([
    { patientId: 'patient-robin', reason: 'litigation', text: 'A letter of a lawyer.' },
  ])
})

test('an erasure that is refused says why, and nothing is lost', async () => {
  await show({ approveErasure: () => problem(409, 'record_must_be_kept') })
  await press(document.body, /Erase the record of Ada Sample/)
  await press(document.body, /^\s*Erase for good\s*$/)
  await waitFor(() => pageText().includes('The record has to be kept'), 'why')
  expect(pageText()).toContain('Nothing was erased.')
  expect(pageText()).toContain('Ada Sample')
})

test('the certificate of an erasure is saved as the server signed it', async () => {
  const saved: Blob[] = []
  const create = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    saved.push(file as Blob)
    return 'blob:none'
  })
  await show()
  await press(document.body, /Save the certificate of /)
  await waitFor(() => saved.length === 1, 'the file')
  create.mockRestore()
  expect(JSON.parse((await saved[0]?.text()) ?? '')).toEqual({
    certificate: { kind: 'visitkit erasure', id: 'erasure-1' },
    signature: 'c2FtcGxl',
  })
})

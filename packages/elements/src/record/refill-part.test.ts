import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import type { Prescription, RefillRequest } from '@visitkit/sdk'
import { signRenewal } from '../../test/sign-renewal.ts'
import { createSampleWorld, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/record.ts'

afterEach(unmount)

const show = async (world: SampleWorld, handlers: TestHandlers = {}, openId?: string) => {
  const client = world.client('patient', handlers)
  await mount(withProvider(client, html`<visit-record .openId=${openId}></visit-record>`))
  await settled()
  return client
}
const until = (text: string) => waitFor(() => pageText().includes(text), text)
const announcements = () => recordAnnouncements(deepQuery(document.body, 'visit-record'))
const requests = async (world: SampleWorld): Promise<readonly RefillRequest[]> =>
  (await world.client('patient').refills.list({ patientId: 'patient-robin' }).page()).items
const medicine = async (world: SampleWorld): Promise<Prescription> => {
  const { items } = await world.client('patient').prescriptions.ofPatient('patient-robin', { active: true }).page()
  const [first] = items
  if (!first) throw new Error('The sample world has no medicine')
  return first
}

test('a refill is asked for with the keyboard, and stays visible as asked', async () => {
  const world = createSampleWorld()
  await show(world)
  const said = announcements()
  await pressKeyOn('Ask for a refill')
  await until('You asked for a refill on')
  expect(said).toEqual(['You asked for a refill. The answer will be here.'])
  expect(await requests(world)).toMatchObject([{ status: 'open' }])
  expect(pageText().match(/Ask for a refill/g) ?? []).toHaveLength(
    (await world.client('patient').prescriptions.ofPatient('patient-robin', { active: true }).page()).items.length - 1,
  )
})

test('an answer appears without a reload, is announced, and a declined one can be asked for again', async () => {
  const world = createSampleWorld()
  const { id } = await medicine(world)
  const { id: requestId } = await world.client('patient').refills.request(id)
  await show(world)
  const said = announcements()
  await world.client('practitioner').refills.decline(requestId, { answer: 'Please book a visit first.' })
  await until('The clinic did not approve the refill')
  expect(pageText()).toContain('Please book a visit first.')
  await waitFor(() => said.includes('The clinic has answered your refill request.'), 'the announcement')
  await waitFor(() => deepQuery(document.body, `#ask-${id}`), 'another request')
})

test('an approved request says so, and is not offered again', async () => {
  const world = createSampleWorld()
  const { id } = await medicine(world)
  await world.client('patient').refills.request(id)
  const clinician = world.client('practitioner')
  await show(world)
  await signRenewal(clinician, id)
  await until('The refill was approved on')
  expect(deepQuery(document.body, `#ask-${id}`)).toBeNull()
})

test('a request that is refused says why next to its medicine, and nothing is announced as sent', async () => {
  await show(createSampleWorld(), { requestRefill: () => problem(409, 'not_refillable') })
  const said = announcements()
  await press(document.body, /^\s*Ask for a refill/)
  const alert = await waitFor(() => deepQuery(document.body, '[role=alert]'), 'the problem')
  expect(alert.closest('li')?.querySelector('[id^=item-]')).not.toBeNull()
  expect(said).toEqual([])
})

test('a link to the answer opens the record at the medicine', async () => {
  const world = createSampleWorld()
  const { id, medication } = await medicine(world)
  await show(world, {}, id)
  await focusComesTo(medication.name)
})

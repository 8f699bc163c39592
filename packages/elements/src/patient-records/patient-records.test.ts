import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { createFrontDesk } from '../../test/front-desk.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import { patientRecordsEn } from './patient-records.en.ts'
import '../define/inbox.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (more: object = {}) => {
  const desk = createFrontDesk()
  const client = desk.world.client('practitioner', { ...desk.handlers, ...more })
  await mount(withProvider(client, html`<visit-inbox></visit-inbox>`))
  await settled()
  const bodies = (operation: string): unknown[] =>
    client.calls.filter(({ operationId }) => operationId === operation).map(({ body }) => body)
  return { ...desk, client, bodies }
}
const until = (text: string | RegExp) =>
  waitFor(() => (typeof text === 'string' ? pageText().includes(text) : text.test(pageText())), String(text))
const find = async (field: string, place: number): Promise<void> => {
  const input = await waitFor(() => deepQuery<HTMLInputElement>(document.body, `#${field}`), field)
  input.focus()
  await userEvent.fill(input, 'Example')
  const option = await waitFor(
    () => deepQuery(document.body, `#${field}`)?.getRootNode() && optionsOf(field)[place],
    'the record that was found',
  )
  option.click()
}
const optionsOf = (field: string): HTMLElement[] => [
  ...((deepQuery(document.body, `#${field}`)?.closest('.field')?.querySelectorAll<HTMLElement>('[role=option]') ??
    []) as Iterable<HTMLElement>),
]
const open = async (place = 0): Promise<void> => {
  await find('find-record', place)
  await focusComesTo('Robin Example')
}
const compare = async (): Promise<void> => {
  await press(document.body, patientRecordsEn.link)
  await find('find-other-record', 1)
  await until(patientRecordsEn.keep)
}

test.each(vocabularies.ReplacementReason)(
  'two records are compared in words, and one is replaced because of %s',
  async (reason) => {
    const { bodies, records } = await show()
    const said = recordAnnouncements(deepQuery(document.body, 'visit-inbox'))
    await open()
    await compare()
    expect(pageText()).toMatch(/Name Same This record ?: Robin Example The other record ?: Robin Example/)
    expect(pageText()).toMatch(/Telephone Differs/)
    await pressKeyOn(patientRecordsEn.replace)
    await until(patientRecordsEn.keepFault)
    await until(patientRecordsEn.reasonFault)
    expect(bodies('linkPatient')).toEqual([])
    await press(document.body, /^This record: Robin Example/)
    const choice = deepQuery<HTMLSelectElement>(document.body, '#link-reason')
    if (choice) await userEvent.selectOptions(choice, reason)
    await pressKeyOn(patientRecordsEn.replace)
    await until(patientRecordsEn.isReplaced)
    expect(bodies('linkPatient')).toEqual([{ replacedBy: 'patient-robin', reason, version: 1 }])
    expect(records.get('patient-twice')).toMatchObject({ replacedBy: 'patient-robin', replacementReason: reason })
    expect(pageText()).toContain(`Reason: ${patientRecordsEn[`reason_${reason}`]}`)
    expect(said).toContain(patientRecordsEn.replaced)

    // And the link is removed.
    await pressKeyOn(patientRecordsEn.takeBack)
    await until(patientRecordsEn.link)
    expect(records.get('patient-twice')).not.toHaveProperty('replacedBy')
    expect(said).toContain(patientRecordsEn.takenBack)
  },
)

test('the record that is open can be the one that is replaced', async () => {
  const { bodies } = await show()
  await open()
  await compare()
  await press(document.body, /^The other record: Robin Example/)
  const choice = deepQuery<HTMLSelectElement>(document.body, '#link-reason')
  if (choice) await userEvent.selectOptions(choice, 'imported')
  await pressKeyOn(patientRecordsEn.replace)
  await until(patientRecordsEn.isReplaced)
  expect(bodies('linkPatient')).toMatchObject([{ replacedBy: 'patient-twice', reason: 'imported' }])
})

test('a record that a colleague changed is compared again, and what was chosen stays', async () => {
  const { records } = await show()
  await open()
  await compare()
  const other = records.get('patient-twice')
  if (other) records.set(other.id, { ...other, version: 2 })
  await press(document.body, /^This record: Robin Example/)
  const choice = deepQuery<HTMLSelectElement>(document.body, '#link-reason')
  if (choice) await userEvent.selectOptions(choice, 'imported')
  await pressKeyOn(patientRecordsEn.replace)
  await until('Someone else changed this record')
  await pressKeyOn(patientRecordsEn.replace)
  await until(patientRecordsEn.isReplaced)
})

test('what a patient says is written down with its source', async () => {
  const { bodies, background } = await show()
  await open()
  expect(bodies('getPatientBackground')).toEqual([])
  await press(document.body, patientRecordsEn.background)
  await until(patientRecordsEn.toldBy)
  deepQuery<HTMLInputElement>(document.body, '[name=birthSex][value=F]')?.click()
  await pressKeyOn(patientRecordsEn.save)
  await until(patientRecordsEn.toldFault)
  expect(bodies('putPatientBackground')).toEqual([])
  await press(document.body, patientRecordsEn.told_guardian)
  await pressKeyOn(patientRecordsEn.save)
  await until(/Last changed on .* Told by: A parent or guardian\./)
  expect(bodies('putPatientBackground')).toEqual([{ birthSex: 'F', toldBy: 'guardian', version: 0 }])
  expect(background()).toMatchObject({ birthSex: 'F', toldBy: 'guardian' })
})

test('a patient and a person who acts for them are signed out on every device after a question', async () => {
  const { client, caregiver } = await show()
  const said = recordAnnouncements(deepQuery(document.body, 'visit-inbox'))
  const sent = (operation: string) =>
    client.calls.filter(({ operationId }) => operationId === operation).map(({ path }) => path)
  await open()
  expect(sent('getPatientLogin')).toEqual([])
  await press(document.body, patientRecordsEn.signIn)
  await until(patientRecordsEn.loginLinked)
  const signOut = async (name: string): Promise<void> => {
    await pressKeyOn(`${patientRecordsEn.signOut}: ${name}`)
    await until(patientRecordsEn.signOutText)
    await pressKeyOn(patientRecordsEn.signOut)
    await waitFor(() => said.includes(`${name} is signed out on every device.`), name)
  }
  await pressKeyOn(`${patientRecordsEn.signOut}: Robin Example`)
  await until(patientRecordsEn.signOutText)
  await pressKeyOn(patientRecordsEn.cancel)
  await until(patientRecordsEn.loginLinked)
  expect([sent('signOutPatient'), sent('signOutProxy')]).toEqual([[], []])
  await signOut('Robin Example')
  await until(caregiver.displayName)
  await signOut(caregiver.displayName)
  expect([sent('signOutPatient'), sent('signOutProxy')]).toEqual([
    [{ patientId: 'patient-robin' }],
    [{ patientId: 'patient-robin', proxyId: caregiver.id }],
  ])
})

test('a sign-in of the wrong person is unlinked, and the patient is invited with a code that is shown once', async () => {
  await show()
  await open()
  await press(document.body, patientRecordsEn.signIn)
  await until(patientRecordsEn.loginLinked)
  await pressKeyOn(patientRecordsEn.unlink)
  await until(patientRecordsEn.unlinkText)
  await pressKeyOn(patientRecordsEn.unlink)
  await until(patientRecordsEn.loginNone)
  await pressKeyOn(patientRecordsEn.invite)
  await until('7K3M9-QXT4W-ZR8NB-H2CVD')
  await focusComesTo(patientRecordsEn.code)
  // Nowhere after the record is closed.
  await pressKeyOn(patientRecordsEn.close)
  await open()
  await press(document.body, patientRecordsEn.signIn)
  await until(patientRecordsEn.loginNone)
  expect(pageText()).not.toContain('7K3M9')
})

test('a sign-in that was linked since the page was read is shown, and no code is made', async () => {
  let reads = 0
  await show({
    getPatientLogin: ({ path }: { path: object }) => ({ ...path, status: reads++ === 0 ? 'none' : 'linked' }),
  })
  await open()
  await press(document.body, patientRecordsEn.signIn)
  await until(patientRecordsEn.loginNone)
  await pressKeyOn(patientRecordsEn.invite)
  await until(patientRecordsEn.problem_login_exists[0])
  await until(patientRecordsEn.loginLinked)
})

test('who may not end sessions is not offered it, and who may not invite sees no sign-in', async () => {
  const me = async (without: string) => {
    const desk = createFrontDesk()
    const own = (await desk.handlers.getMe!({} as never)) as { permissions: string[] }
    return { getMe: () => ({ ...own, permissions: own.permissions.filter((each) => !each.startsWith(without)) }) }
  }
  await show(await me('patient-login:release'))
  await open()
  await press(document.body, patientRecordsEn.signIn)
  await until(patientRecordsEn.loginLinked)
  expect(pageText()).not.toContain(patientRecordsEn.signOut)
  unmount()
  await show(await me('patient-login:'))
  await open()
  expect(pageText()).not.toContain(patientRecordsEn.signIn)
})

test('who may not link records is not offered it', async () => {
  await show({ getMe: createFrontDesk().world.handlersFor('practitioner').getMe })
  expect(pageText()).not.toContain('Patient records')
})

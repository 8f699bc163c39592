import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { Coverage } from '@visitkit/sdk'
import { problem } from '@visitkit/sdk/testing'
import { createInsuranceDesk } from '../../test/insurance-desk.ts'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import { coverageEn } from '../claim-desk/coverage.en.ts'
import { patientCoveragesEn } from './patient-coverages.en.ts'
import '../define/inbox.ts'
import '../define/provider.ts'
import '../define/settings.ts'

afterEach(unmount)

const show = async (more: object = {}, desk = createInsuranceDesk()) => {
  const client = desk.world.client('practitioner', { ...desk.handlers, ...more })
  await mount(withProvider(client, html`<visit-inbox></visit-inbox>`))
  await settled()
  const bodies = (operation: string): unknown[] =>
    client.calls.filter(({ operationId }) => operationId === operation).map(({ body }) => body)
  const said = recordAnnouncements(deepQuery(document.body, 'visit-inbox'))
  return { ...desk, client, bodies, said }
}
const until = (text: string) => waitFor(() => pageText().includes(text), text)
const open = async (): Promise<void> => {
  const field = await waitFor(() => deepQuery<HTMLInputElement>(document.body, '#find-insured'), 'the search')
  field.focus()
  await userEvent.fill(field, 'Example')
  const option = await waitFor(
    () => field.closest('.field')?.querySelector<HTMLElement>('[role=option]'),
    'the patient who was found',
  )
  option.click()
  await focusComesTo('Robin Example')
}
const field = <E extends HTMLElement = HTMLInputElement>(name: string): E => {
  const found = deepQuery<E>(document.body, `#coverage-${name}`)
  if (!found) throw new Error(`There is no field ${name}.`)
  return found
}
const choose = (name: string, value: string) => userEvent.selectOptions(field<HTMLSelectElement>(name), value)

test('a coverage is corrected with the keyboard alone, and the payer is asked about it', async () => {
  const { bodies, said } = await show()
  await open()
  expect(pageText()).toMatch(/First payer: Plain Health Plan.*Member number\s*SAMPLE000/)
  await pressKeyOn('Correct: Plain Health Plan')
  await focusComesTo('Correct Plain Health Plan')
  await tabTo('Member number')
  await userEvent.keyboard('{Control>}a{/Control}NEW123')
  await pressKeyOn('Save insurance')
  await focusComesTo('First payer: Plain Health Plan')
  expect(bodies('correctCoverage')).toEqual([
    {
      ...{ payerId: 'payer-plain', memberNumber: 'NEW123', relationship: 'self', order: 1 },
      ...{ from: '2026-01-01', version: 1 },
    },
  ])
  expect(said).toContain(patientCoveragesEn.saved)
  await pressKeyOn('Ask the payer: Plain Health Plan')
  await waitFor(() => bodies('checkEligibility').length === 1, 'the question')
})

test('a coverage through another person names that person, and the name on the card', async () => {
  const { bodies } = await show()
  await open()
  await press(document.body, 'Add insurance')
  await focusComesTo('New insurance')
  expect(field<HTMLSelectElement>('order').value, 'the next free place').toBe('3')
  await pressKeyOn('Save insurance')
  await until(patientCoveragesEn.fault_payerId)
  await until(patientCoveragesEn.fault_memberNumber)
  await choose('payerId', 'payer-plain')
  await choose('relationship', 'spouse')
  await userEvent.fill(field('memberNumber'), 'ABC 1')
  await pressKeyOn('Save insurance')
  await until(patientCoveragesEn.fault_subscriberGiven)
  await until(patientCoveragesEn.fault_subscriberBorn)
  await userEvent.fill(field('subscriberGiven'), 'Sky')
  await userEvent.fill(field('subscriberFamily'), 'Specimen')
  await userEvent.fill(field('subscriberBorn'), '1980-02-03')
  await press(document.body, patientCoveragesEn.card)
  await userEvent.fill(field('cardGiven'), 'ROB')
  await userEvent.fill(field('from'), '2026-02-01')
  await userEvent.fill(field('to'), '2026-01-01')
  await pressKeyOn('Save insurance')
  await until(patientCoveragesEn.fault_to)
  expect(bodies('addCoverage')).toEqual([])
  await userEvent.fill(field('to'), '2026-12-31')
  await pressKeyOn('Save insurance')
  await waitFor(() => bodies('addCoverage').length === 1, 'the coverage')
  expect(bodies('addCoverage')).toEqual([
    {
      ...{ payerId: 'payer-plain', memberNumber: 'ABC 1', relationship: 'spouse', order: 3 },
      subscriber: { name: { given: 'Sky', family: 'Specimen' }, birthDate: '1980-02-03' },
      nameOnCard: { given: 'ROB', family: '' },
      ...{ from: '2026-02-01', to: '2026-12-31' },
    },
  ])
  await until('Third payer: Plain Health Plan')
})

test('on Medicare the patient is the insured person, and the reason is asked when another payer comes first', async () => {
  const { bodies } = await show()
  await open()
  await press(document.body, 'Add insurance')
  await choose('relationship', 'spouse')
  await choose('payerId', 'payer-federal')
  await until(patientCoveragesEn.medicareSelf)
  expect(deepQuery(document.body, '#coverage-relationship')).toBeNull()
  await userEvent.fill(field('memberNumber'), '1EG4TE5MK73')
  await pressKeyOn('Save insurance')
  await until(patientCoveragesEn.fault_medicareSecondaryReason)
  expect(field<HTMLSelectElement>('medicareSecondaryReason').options).toHaveLength(10)
  await choose('medicareSecondaryReason', 'disability')
  await pressKeyOn('Save insurance')
  await waitFor(() => bodies('addCoverage').length === 1, 'the coverage')
  expect(bodies('addCoverage')).toMatchObject([
    { payerId: 'payer-federal', relationship: 'self', order: 3, medicareSecondaryReason: 'disability' },
  ])
})

test('what was typed stays when the server refuses it, and is saved over the newer version after it was seen', async () => {
  const { bodies, coverages, live } = await show()
  await open()
  await press(document.body, 'Correct: Plain Health Plan')
  await userEvent.fill(field('groupNumber'), 'MINE')
  const [first] = coverages()
  if (!first) throw new Error('no coverage')
  live(first, { groupNumber: 'THEIRS', version: first.version + 1 })
  await until('THEIRS')
  expect(field('groupNumber').value).toBe('MINE')
  await choose('order', '2')
  await pressKeyOn('Save insurance')
  await until('Another insurance has this place in that time')
  expect(field('groupNumber').value).toBe('MINE')
  await choose('order', '1')
  await pressKeyOn('Save insurance')
  await focusComesTo('First payer: Plain Health Plan')
  expect(bodies('correctCoverage').at(-1)).toMatchObject({ groupNumber: 'MINE', order: 1, version: 2 })
})

test.each([
  ['version_conflict', 'Someone else changed this insurance'],
  ['coverage_in_use', 'A payer has a claim with this insurance'],
  ['unknown_payer', 'The clinic does not deal with this payer any more'],
] as const)('%s is said in words, with the form kept', async (code, words) => {
  await show({ correctCoverage: () => problem(409, code) })
  await open()
  await press(document.body, 'Correct: Plain Health Plan')
  await userEvent.fill(field('groupNumber'), 'MINE')
  await pressKeyOn('Save insurance')
  await until(words)
  expect(field('groupNumber').value).toBe('MINE')
})

describe.each(vocabularies.EligibilityHoldReason)('an answer that is held as %s', (heldFor) => {
  test('says why, and is asked again until an answer is used', async () => {
    const held = ({ eligibility: _used, ...coverage }: Coverage): Coverage => ({
      ...coverage,
      eligibility: {
        ...{
          id: `held-${coverage.id}`,
          coverageId: coverage.id,
          patientId: coverage.patientId,
          status: 'held',
          heldFor,
        },
        ...{ requestedAt: '2026-11-24T15:00:00Z', respondedAt: '2026-11-24T15:00:09Z' },
      },
    })
    let isHeld = true
    const desk = createInsuranceDesk()
    const { listCoverages, checkEligibility } = desk.world.handlersFor('practitioner')
    const { bodies } = await show(
      {
        listCoverages: async (input: never) => {
          const read = (await listCoverages?.(input)) as { patientId: string; items: Coverage[] }
          const items = read.items.slice(0, 1)
          return { ...read, items: isHeld ? items.map(held) : items }
        },
        checkEligibility: (input: never) => {
          isHeld = false
          return checkEligibility?.(input)
        },
      },
      desk,
    )
    await open()
    await until(coverageEn[`held_${heldFor}`])
    expect(pageText()).toContain(coverageEn.heldNext.slice(0, 40))
    expect(pageText()).not.toContain('Copay')
    await pressKeyOn('Ask the payer again: Plain Health Plan')
    await waitFor(() => bodies('checkEligibility').length === 1, 'the question')
    await until('Copay')
    expect(pageText()).not.toContain(coverageEn[`held_${heldFor}`])
  })
})

test('who may not change insurance is not offered it', async () => {
  await show({ getMe: createInsuranceDesk().world.handlersFor('practitioner').getMe })
  expect(pageText()).not.toContain(patientCoveragesEn.heading)
})

import { afterEach, expect, test } from 'vitest'
import { pressKeyOn } from '../../test/keyboard.ts'
import { pageText, unmount } from '../../test/mount.ts'
import { show } from '../../test/show-chart.ts'
import { deepQuery, waitFor } from '../../test/story.ts'

afterEach(unmount)

test('staff read what the patient agreed to, and for which visits each consent was used, when they open it', async () => {
  const { client, patientId } = await show()
  const read = (operation: string) => client.calls.filter(({ operationId }) => operationId === operation)
  expect(read('listConsents')).toEqual([])
  const consents = [...(deepQuery(document.body, '.who')?.querySelectorAll('summary') ?? [])].at(-1)
  expect(consents?.textContent).toBe('Consents')
  consents?.click()
  await waitFor(() => pageText().includes('Seeing us by video'), 'the consents')
  expect(pageText()).toMatch(/Agreed on .+ By the patient/)
  expect(read('listConsentUses')).toEqual([])
  expect(pageText()).toContain('What it was used for')
  await pressKeyOn(/^What it was used for/)
  await waitFor(() => pageText().includes('It was used for these visits:'), 'the visits')
  expect(pageText()).toMatch(/Check-in on .+ Start with the clinician on/)
  expect(read('listConsentUses')).toMatchObject([{ path: { patientId } }])
})

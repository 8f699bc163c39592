import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Me } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { admissionReport, admissionReviewer } from '../../test/admission-report.ts'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/inbox.ts'
import '../define/provider.ts'

afterEach(unmount)

/** The inbox of a privacy officer. */
const show = async (reports = [admissionReport()]) => {
  const world = createSampleWorld()
  const { getMe } = world.handlersFor('practitioner')
  const client = world.client('practitioner', {
    getMe: async (input) => admissionReviewer((await getMe?.(input)) as Me),
    listEmergencyAdmissions: () => ({ items: reports, nextCursor: null }),
    reviewEmergencyAdmission: ({ body }) => {
      const [report] = reports.splice(0, 1)
      return { ...report!, version: body.version + 1 }
    },
  })
  await mount(withProvider(client, html`<visit-inbox></visit-inbox>`))
  await settled()
  return () => client.calls.filter(({ operationId }) => operationId === 'reviewEmergencyAdmission')
}

test('a reviewer reads who admitted, why and what happened, and says that it was appropriate', async () => {
  const sent = await show()
  await waitFor(() => pageText().includes('Visits without the consent to review (1)'), 'the list')
  expect(pageText()).toContain('admitted by Dr. Blake Here')
  expect(pageText()).toContain('The patient could not decide')
  expect(pageText()).toContain('Refused before')
  expect(pageText()).toContain('Confused and short of breath.')
  await pressKeyOn('Review: Alex Sample')
  await focusComesTo('This admission was')
  await tabTo('Appropriate')
  await userEvent.keyboard(' ')
  await pressKeyOn('Save the review')
  await waitFor(() => !pageText().includes('Visits without the consent'), 'the list without it')
  expect(sent().map(({ body }) => body)).toEqual([{ outcome: 'appropriate', version: 1 }])
})

test('a note is needed unless it was appropriate, and one’s own cannot be reviewed', async () => {
  const own = { memberId: 'member-jo', displayName: 'Me' }
  const sent = await show([
    admissionReport(),
    admissionReport({ id: 'own', patientName: 'Kim Specimen', admittedBy: own }),
  ])
  await press(document.body, 'Review: Alex Sample')
  deepQuery<HTMLInputElement>(document.body, 'input[value="not-appropriate"]')?.click()
  await press(document.body, 'Save the review')
  await focusComesTo('Note')
  expect(pageText()).toContain('Write why.')
  expect(sent()).toEqual([])
  expect(pageText()).toContain('You admitted this patient. Another person has to review it.')
  expect(deepQuery(document.body, '[aria-label="Review: Kim Specimen"]')).toBeNull()
})

test('says until when it is reviewed, and marks one that is overdue', async () => {
  await show([admissionReport({ escalatedAt: new Date().toISOString() })])
  await waitFor(() => pageText().includes('Visits without the consent to review (1)'), 'the list')
  expect(pageText()).toContain('Overdue')
  expect(pageText()).toMatch(/review by \w+/)
})

import { afterEach, describe, expect, test } from 'vitest'
import type { DrugLabel } from '@visitkit/sdk'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { pageText, unmount } from '../../test/mount.ts'
import { fictionalTable, importedKnowledge } from '../../test/imported-knowledge.ts'
import { choose, show } from '../../test/show-prescription-pad.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'

afterEach(unmount)

describe('what a medicine was checked with', () => {
  const source = {
    covers: 'ingredients',
    name: 'RxNorm sample',
    release: '2026-11-02',
    isDemonstration: false,
  } as const
  const label: DrugLabel = {
    setId: '00000000-0000-4000-8000-000000000000',
    name: 'Sample',
    effectiveDate: '2026-09-01',
    isLatest: false,
    url: 'https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=00000000-0000-4000-8000-000000000000',
    source: { ...source, covers: 'labels', name: 'openFDA sample' },
    sections: [
      { section: 'boxed-warning', text: 'Sample warning <b>bold</b>', isCut: false },
      { section: 'drug-interactions', text: 'Sample interactions', isCut: true },
    ],
  }
  const imported = (more: { label?: DrugLabel } = {}): TestHandlers => ({
    checkPrescription: ({ path: { patientId } }) => ({
      patientId,
      alerts: [
        { id: 'a', kind: 'duplicate', severity: 'low', text: [{ language: 'en', text: 'A duplicate.' }], source },
      ],
      sources: [source],
      ...more,
    }),
  })

  test('is a demonstration, and the pad says so', async () => {
    await show()
    await choose('metformin')
    expect(pageText()).toContain('These checks are a demonstration.')
    expect(pageText()).toContain('No allergy, duplicate or interaction found.')
  })

  test('is a release: each alert names it, and the pad says what it does not compare', async () => {
    await show(imported())
    await choose('metformin')
    expect(pageText().match(/RxNorm sample, release of November 2, 2026/g)).toHaveLength(2)
    expect(pageText()).toContain('Not compared: interactions, and allergies across classes.')
    expect(pageText()).toContain('No label is imported for this medicine.')
    expect(pageText()).not.toContain('demonstration')
  })

  const compared = (isDemonstration: boolean): TestHandlers =>
    importedKnowledge(createSampleWorld({ stage: 'in-visit' }), fictionalTable(isDemonstration))

  test('is a table of interactions too: an interaction names the other medicine, source, version and day', async () => {
    await show(compared(false))
    await choose('ibuprofen')
    const named = 'Interactions of the sample, version 7, release of November 2, 2026'
    expect(pageText()).toContain('The patient takes: lisinopril 10 MG Oral Tablet')
    expect(pageText()).toContain(`Interactions compared with : ${named}`)
    expect(pageText().split(named)).toHaveLength(3)
    expect(pageText()).toContain('Not compared: allergies across classes.')
    expect(pageText()).not.toContain('demonstration')
  })

  test('is a table that found nothing', async () => {
    await show(compared(false))
    await choose('metformin')
    expect(pageText()).toContain('No allergy, duplicate or interaction found.')
  })

  test('is a table of a demonstration, which the alert and the pad say', async () => {
    await show(compared(true))
    await choose('ibuprofen')
    expect(pageText()).toContain('These checks are a demonstration.')
    expect(pageText().match(/A demonstration, not clinical knowledge/g)).toHaveLength(2)
  })

  test('has a label to read: the boxed warning is open, as plain text', async () => {
    await show(imported({ label }))
    await choose('metformin')
    const [warning, interactions] = [...(deepQuery(document.body, '.drug-label')?.querySelectorAll('details') ?? [])]
    expect([warning?.open, interactions?.open]).toEqual([true, false])
    expect(warning?.textContent).toContain('Sample warning <b>bold</b>')
    // A long section is scrolled with the keys.
    expect(deepQuery(document.body, '.drug-label [aria-label="Boxed warning"]')?.tabIndex).toBe(0)
    expect(interactions?.textContent).toContain('The section goes on in the whole label.')
    expect(pageText()).toContain('DailyMed has a newer version.')
    expect(deepQuery(document.body, '.drug-label a')?.getAttribute('rel')).toBe('noopener noreferrer')
  })

  test('is asked again when a stored draft is opened, whose alerts stay', async () => {
    const { client } = await show(imported({ label }))
    await choose('ibuprofen')
    await press(document.body, 'Save as a draft')
    await press(document.body, 'Continue')
    await waitFor(() => deepQuery(document.body, '.drug-label'), 'the label')
    expect(client.calls.filter(({ operationId }) => operationId === 'checkPrescription')).toHaveLength(2)
    expect(pageText()).toContain('Ibuprofen can weaken lisinopril')
  })
})

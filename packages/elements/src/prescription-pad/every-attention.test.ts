import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { Prescription } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { pageText, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { show } from '../../test/show-prescription-pad.ts'
import { deepQuery, waitFor } from '../../test/story.ts'
import { prescriptionPadEn } from './prescription-pad.en.ts'
import '../define/prescription-pad.ts'

/* Each reason of the contract to telephone a pharmacy, from its arrival at the pad to the end of the work. */

afterEach(unmount)

test.each(vocabularies.PrescriptionAttention)(
  'a prescription that needs attention as %s says why, and is settled by what was agreed with the pharmacy',
  async (needsAttention) => {
    const sample = createSampleWorld({ stage: 'in-visit' })
    const { listPrescriptions, getPrescription } = sample.handlersFor('practitioner')
    let now: Pick<Prescription, 'needsAttention'> = {}
    let agreed: string | null = null
    const asNow = (one: Prescription): Prescription =>
      one.id === 'prescription-metformin'
        ? {
            ...one,
            ...now,
            history: [
              ...one.history,
              ...(agreed === null
                ? []
                : [{ at: '2026-11-25T15:00:00Z', status: one.status, by: 'prescriber' as const, text: agreed }]),
            ],
          }
        : one
    const { world, bodyOf, patientId } = await show({
      listPrescriptions: async (input) => {
        const all = (await listPrescriptions?.(input)) as { items: Prescription[]; nextCursor: null; patientId: string }
        return { ...all, items: all.items.map(asNow) }
      },
      recordPharmacyCall: async ({ path, body }) => {
        now = {}
        agreed = body.agreed
        return asNow((await getPrescription?.({ path } as never)) as Prescription)
      },
    })
    const words = prescriptionPadEn[`attention_${needsAttention}`]
    expect(pageText()).not.toContain(words)
    now = { needsAttention }
    world.live.emit({ type: 'prescription.changed', ids: { patientId } })
    await waitFor(() => pageText().includes(words), 'the alert')
    const said = recordAnnouncements(deepQuery(document.body, 'visit-prescription-pad'))
    await pressKeyOn(/^Called the pharmacy: metformin/)
    await focusComesTo('What was agreed with the pharmacy')
    await pressKeyOn('Save the call')
    await waitFor(() => pageText().includes('Enter what was agreed.'), 'what is missing')
    expect(bodyOf('recordPharmacyCall')).toBeUndefined()
    const field = deepQuery<HTMLInputElement>(document.body, '#call-agreed')
    if (!field) throw new Error('no field')
    await userEvent.fill(field, 'They fill it tomorrow.')
    await pressKeyOn('Save the call')
    await waitFor(() => !pageText().includes(words), 'the end of it')
    expect(bodyOf('recordPharmacyCall')).toEqual({ attention: needsAttention, agreed: 'They fill it tomorrow.' })
    expect(said).toContain('The call is saved. Nothing more is needed.')
    expect(pageText()).toContain('They fill it tomorrow.')
  },
)

import { html } from 'lit'
import type { FavoritePrescription, Prescription } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/prescription-pad.ts'
import '../define/provider.ts'
import { fictionalTable, importedKnowledge } from '../../test/imported-knowledge.ts'
import { oldFavorite } from '../../test/old-favorite.ts'
import { refuseUntilCovered } from '../../test/refuse-until-covered.ts'
import { clickOn, deepQuery, withProvider, waitFor, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Clinician/Prescription pad' }
export default meta

const world = (): SampleWorld => createSampleWorld({ stage: 'in-visit' })
const pad = (more: TestHandlers = {}, in_ = world()) =>
  withProvider(
    in_.client('practitioner', more),
    html`<visit-prescription-pad
      patient-id=${in_.ids.patientId}
      visit-id=${in_.ids.visitId ?? ''}
      zone="America/New_York"
    ></visit-prescription-pad>`,
  )
const none: TestHandlers = { listPharmacyRequests: () => ({ items: [], nextCursor: null }) }

/** Types into the medication field and selects an option with the arrow keys. */
const choose = async (root: HTMLElement, medicine: string): Promise<void> => {
  await clickOn(root, '#new')
  const field = await waitFor(() => deepQuery<HTMLInputElement>(root, '#medicine'), 'the field')
  field.focus()
  field.value = medicine
  field.dispatchEvent(new Event('input'))
  // The common ones may still be offered.
  const option = await waitFor(() => {
    const first = deepQuery(root, '[role=option]')
    return first?.textContent.toLowerCase().includes(medicine) ? first : null
  }, medicine)
  option.click()
  await waitFor(() => deepQuery(root, '#dose'), 'the form')
  await waitFor(() => !deepQuery(root, '[aria-busy=true]'), 'the check')
}
const fill = async (root: HTMLElement, id: string, text: string): Promise<void> => {
  const field = await waitFor(() => deepQuery<HTMLInputElement>(root, `[id="${id}"]`), id)
  field.value = text
  field.dispatchEvent(new Event('input'))
}

const inState = (status: Prescription['status'], more: Partial<Prescription> = {}): TestHandlers => {
  const { listPrescriptions } = world().handlersFor('practitioner')
  return {
    ...none,
    listPrescriptions: async (input) => {
      const all = (await listPrescriptions?.(input)) as { items: Prescription[]; nextCursor: null; patientId: string }
      const [first, ...others] = all.items
      return { ...all, items: [{ ...(first as Prescription), status, ...more }, ...others] }
    },
  }
}

export const List: Story = { width: 960, render: () => pad() }
export const InSidePanel: Story = { width: 380, render: () => pad(none) }
export const Empty: Story = {
  width: 960,
  render: () =>
    pad({ ...none, listPrescriptions: () => ({ patientId: 'patient-robin', items: [], nextCursor: null }) }),
}
export const Loading: Story = { width: 960, render: () => pad({ listPrescriptions: never }) }
export const Failed: Story = { width: 960, render: () => pad({ listPrescriptions: () => problem(503, 'overloaded') }) }
export const UsualMedications: Story = {
  width: 960,
  render: () => pad(none),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#new')
    await new Promise((resolve) => setTimeout(resolve, 50))
    deepQuery<HTMLInputElement>(canvasElement, '#medicine')?.dispatchEvent(new FocusEvent('focus'))
    await waitFor(() => deepQuery(canvasElement, '[role=option]'), 'the usual ones')
  },
}
const atNight: FavoritePrescription['directionsText'] = [
  { language: 'en', text: 'Take 1 tablet by mouth at night.' },
  { language: 'es', text: 'Tome 1 tableta por la boca por la noche.' },
]
/** A sleeping pill that became a controlled substance after it was saved, and a medication that is no longer in the list. */
const someUnusable = (in_ = world()): TestHandlers => ({
  ...none,
  listFavorites: async () => {
    const { items } = await in_.client('practitioner').favorites.list()
    const like = (
      id: string,
      name: string,
      medicine: string,
      unusable: NonNullable<FavoritePrescription['unusable']>,
    ) =>
      items.slice(0, 1).map(({ noteToPharmacist: _note, ...one }) => ({
        ...{ ...one, id, name, medication: { ...one.medication, name: medicine }, unusable },
        ...{ directionsText: atNight, quantity: 30, refills: 0 },
      }))
    return {
      items: [
        ...items,
        ...like('favorite-heartburn', 'Heartburn', 'ranitidine 150 MG Oral Tablet', 'unknown_medication'),
        ...like('favorite-sleep', 'Sleep', 'zolpidem 10 MG Oral Tablet', 'controlled_substance'),
      ],
    }
  },
})
const openFavorites = async (root: HTMLElement): Promise<void> => {
  await clickOn(root, '#new')
  await waitFor(() => deepQuery(root, '[role=option]'), 'the offers')
  deepQuery<HTMLInputElement>(root, '#medicine')?.blur()
  await clickOn(root, '#favorites-of')
  await waitFor(() => deepQuery(root, '#favorites'), 'the favorites')
}

export const Favorites: Story = {
  width: 960,
  render: () => pad(someUnusable()),
  play: ({ canvasElement }) => openFavorites(canvasElement),
}
export const FavoritesInSidePanel: Story = {
  width: 380,
  render: () => pad(someUnusable()),
  play: async ({ canvasElement }) => {
    await openFavorites(canvasElement)
    await clickOn(canvasElement, '[id="rename-favorite-strep"]')
  },
}
export const NoFavorites: Story = {
  width: 380,
  render: () => pad({ ...none, listFavorites: () => ({ items: [] }) }),
  play: ({ canvasElement }) => openFavorites(canvasElement),
}
export const FavoriteFound: Story = {
  width: 960,
  render: () => pad(none),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#new')
    await waitFor(() => deepQuery(canvasElement, '[role=option]'), 'the offers')
    const field = deepQuery<HTMLInputElement>(canvasElement, '#medicine')
    if (!field) return
    field.value = 'amox'
    field.dispatchEvent(new Event('input'))
    await waitFor(() => deepQuery(canvasElement, '[role=option]')?.textContent.includes('Strep'), 'the favorite')
  },
}
export const CreatingAFavorite: Story = {
  width: 960,
  render: () => pad(none),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'metformin')
    await clickOn(canvasElement, '#create-favorite')
    await fill(canvasElement, 'favorite-name', 'Diabetes, first step')
  },
}
export const ReplacingAFavorite: Story = {
  width: 380,
  render: () => pad(none),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'metformin')
    await clickOn(canvasElement, '#create-favorite')
    await fill(canvasElement, 'favorite-name', 'strep throat, adult')
  },
}
export const Writing: Story = {
  width: 960,
  render: () => pad(none),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'metformin')
    await fill(canvasElement, 'often', '2')
    await fill(canvasElement, 'note', 'with food')
  },
}
export const Alerts: Story = {
  width: 960,
  render: () => pad(none),
  play: ({ canvasElement }) => choose(canvasElement, 'amoxicillin 500'),
}
export const AlertsInSidePanel: Story = {
  width: 380,
  render: () => pad(none),
  play: ({ canvasElement }) => choose(canvasElement, 'amoxicillin 500'),
}
export const ImportedKnowledge: Story = {
  width: 960,
  render: () => pad({ ...none, ...importedKnowledge(world()) }),
  play: ({ canvasElement }) => choose(canvasElement, 'amoxicillin 500'),
}
export const ImportedKnowledgeInSidePanel: Story = {
  width: 380,
  render: () => pad({ ...none, ...importedKnowledge(world()) }),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'metformin')
    await clickOn(canvasElement, '.drug-label details:not([open]) summary')
  },
}
const compared = (isDemonstration: boolean): Story => ({
  render: () => pad({ ...none, ...importedKnowledge(world(), fictionalTable(isDemonstration)) }),
  play: ({ canvasElement }) => choose(canvasElement, 'ibuprofen'),
})
export const ImportedInteractions: Story = { ...compared(false), width: 960 }
export const DemonstrationInteractions: Story = { ...compared(true), width: 380 }
const chooseOldFavorite = async (root: HTMLElement): Promise<void> => {
  await openFavorites(root)
  await clickOn(root, '#favorites button')
  await waitFor(() => deepQuery(root, '#dose'), 'the form')
  await waitFor(() => !deepQuery(root, '[aria-busy=true]'), 'the check')
}
export const UnfitDirections: Story = {
  width: 960,
  render: () => pad({ ...none, ...oldFavorite(world()) }),
  play: async ({ canvasElement }) => {
    await chooseOldFavorite(canvasElement)
    await clickOn(canvasElement, '.form .primary')
    await waitFor(() => deepQuery(canvasElement, '#alerts'), 'the alerts')
  },
}
export const UnfitDirectionsInSidePanel: Story = {
  width: 380,
  render: () => pad({ ...none, ...oldFavorite(world()) }),
  play: ({ canvasElement }) => chooseOldFavorite(canvasElement),
}
export const Inhaler: Story = {
  width: 960,
  render: () => pad(none),
  play: ({ canvasElement }) => choose(canvasElement, 'albuterol'),
}
export const Insulin: Story = {
  width: 380,
  render: () => pad(none),
  play: ({ canvasElement }) => choose(canvasElement, 'insulin'),
}
export const ReasonMissing: Story = {
  width: 960,
  render: () => pad(none),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'ibuprofen')
    await clickOn(canvasElement, '.form .primary')
  },
}
export const AskingToSign: Story = {
  width: 960,
  render: () => pad(none),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'metformin')
    await clickOn(canvasElement, '.form .primary')
    await waitFor(() => deepQuery(canvasElement, '#sign-question'), 'the question')
  },
}
export const OfAColleague: Story = {
  width: 960,
  render: () => {
    const in_ = world()
    return pad({ ...none, ...refuseUntilCovered(in_, 'not_assigned', ['signPrescription']) }, in_)
  },
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'metformin')
    await clickOn(canvasElement, '.form .primary')
    await waitFor(() => deepQuery(canvasElement, '#sign-question'), 'the question')
    await clickOn(canvasElement, '.primary')
    await clickOn(canvasElement, '.banner .stack > div:not(.tight, .row) > .btn')
    await waitFor(() => deepQuery(canvasElement, '#cover-reason'), 'the step')
  },
}
export const Controlled: Story = {
  width: 380,
  render: () => pad(none),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'zolpidem')
    await clickOn(canvasElement, '.form .primary')
    await waitFor(() => deepQuery(canvasElement, '[role=alert]'), 'the refusal')
  },
}
export const Refused: Story = {
  width: 960,
  render: () =>
    pad(
      inState('refused', {
        history: [
          { at: new Date().toISOString(), status: 'sending', by: 'prescriber' },
          {
            at: new Date().toISOString(),
            status: 'refused',
            by: 'pharmacy',
            code: 'AA',
            text: 'Patient unknown to the pharmacy',
          },
        ],
      }),
    ),
}
export const FilledAfterCancel: Story = {
  width: 380,
  render: () => pad(inState('cancelled', { needsAttention: 'filled-after-cancel' })),
}
export const Cancelling: Story = {
  width: 960,
  render: () => pad(inState('accepted')),
  play: ({ canvasElement }) => clickOn(canvasElement, '[id^="cancel-prescription"]'),
}
